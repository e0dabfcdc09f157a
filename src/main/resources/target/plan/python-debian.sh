export DEBIAN_FRONTEND=noninteractive
apt-get update
apt-get install -y python3-dev python3-venv python3-pip
