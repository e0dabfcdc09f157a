test "$(dpkg-query -W -f '${db:Status-Status}' cuda-keyring)" = installed
