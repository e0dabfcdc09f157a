for package in git build-essential ca-certificates; do
  test "$(dpkg-query -W -f '${db:Status-Status}' "$package")" = installed
done
