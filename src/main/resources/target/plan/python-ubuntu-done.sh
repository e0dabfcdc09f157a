for package in python3.12-dev python3.12-venv python3-pip; do
  test "$(dpkg-query -W -f '${db:Status-Status}' "$package")" = installed
done
test -x /usr/bin/python
