for package in cuda-toolkit-12-8 libcudnn9-cuda-12 libcutlass-dev; do
  test "$(dpkg-query -W -f '${db:Status-Status}' "$package")" = installed
done
