rm -f /etc/apt/sources.list.d/cuda*.list
rm -f /etc/apt/sources.list.d/nvidia-cuda.list
folder=$(mktemp -d)
trap 'rm -rf -- "$folder"' EXIT
keyring=$folder/cuda-keyring_1.1-1_all.deb
address=$CUDA_REPOSITORY/ubuntu2404/x86_64/cuda-keyring_1.1-1_all.deb
if [ "${address#file://}" != "$address" ]; then
  cp "${address#file://}" "$keyring"
else
  wget -nv --tries=3 --timeout=60 -O "$keyring" "$address"
fi
# NVIDIA publishes no checksum beside this file: the one that it had in 2026-11 is pinned
printf '%s  %s\n' "$CUDA_KEYRING_SHA256" "$keyring" >"$folder/sha256"
if ! sha256sum -c "$folder/sha256"; then
  echo "The CUDA keyring from $address does not have the sha256 $CUDA_KEYRING_SHA256: not installed." >&2
  exit 1
fi
# its list of sources may just have been removed above: it is put back
dpkg --force-confmiss -i "$keyring"
