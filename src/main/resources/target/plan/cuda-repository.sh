rm -f /etc/apt/sources.list.d/cuda*.list
rm -f /etc/apt/sources.list.d/nvidia-cuda.list
folder=$(mktemp -d)
cd "$folder" || exit
# fetched over https; NVIDIA publishes no checksum beside it, so none is pinned here
wget https://developer.download.nvidia.com/compute/cuda/repos/ubuntu2404/x86_64/cuda-keyring_1.1-1_all.deb
dpkg -i cuda-keyring_1.1-1_all.deb
rm cuda-keyring_1.1-1_all.deb
cd / || exit
rmdir "$folder"
apt-get update
