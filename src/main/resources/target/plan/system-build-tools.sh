export DEBIAN_FRONTEND=noninteractive
apt-get update
apt-get install -y git build-essential ca-certificates
