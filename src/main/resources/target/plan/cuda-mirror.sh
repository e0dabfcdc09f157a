# the keyring's package names NVIDIA's own address; from here on apt asks the mirror instead
if [ "${CUDA_REPOSITORY#file://}" != "$CUDA_REPOSITORY" ]; then
  options='[trusted=yes] '
else
  options=$(sed -n '/^deb *\[/{s/^deb *\(\[[^]]*\]\).*/\1 /p;q}' /etc/apt/sources.list.d/cuda*.list) || options=''
fi
rm -f /etc/apt/sources.list.d/cuda*.list
printf 'deb %s%s/ubuntu2404/x86_64/ /\n' "$options" "$CUDA_REPOSITORY" >/etc/apt/sources.list.d/cuda-ubuntu2404-x86_64.list
