export DEBIAN_FRONTEND=noninteractive
apt-get update
# beside what the guide names: a compiler, and certificates that wget and git check servers against
apt-get install -y wget curl git cmake build-essential ca-certificates
