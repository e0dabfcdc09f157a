export DEBIAN_FRONTEND=noninteractive
apt-get update
apt-get install -y cuda-toolkit-12-8 \
  libcudnn9-cuda-12 \
  libcutlass-dev
