for package in wget curl git cmake; do
  test "$(dpkg-query -W -f '${db:Status-Status}' "$package")" = installed
done
