for package in python3-dev python3-venv python3-pip; do
  test "$(dpkg-query -W -f '${db:Status-Status}' "$package")" = installed
done
