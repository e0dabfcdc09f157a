export DEBIAN_FRONTEND=noninteractive
apt-get update
apt-get install -y software-properties-common
# this distribution has no Python 3.12 of its own
add-apt-repository ppa:deadsnakes/ppa -y
apt-get update
apt-get install -y python3.12-dev python3.12-venv python3-pip
update-alternatives --install /usr/bin/python python /usr/bin/python3.12 1
