for package in wget curl git cmake build-essential ca-certificates; do
  test "$(dpkg-query -W -f '${db:Status-Status}' "$package")" = installed
done
