export DEBIAN_FRONTEND=noninteractive
apt-get update
apt-get install -y wget curl git cmake
