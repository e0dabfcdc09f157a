test "$(dpkg-query -W -f '${db:Status-Status}' cuda-keyring)" = installed
grep -qsF " $CUDA_REPOSITORY/ubuntu2404/x86_64/ " /etc/apt/sources.list.d/cuda*.list
