export DEBIAN_FRONTEND=noninteractive
codename=$(sed -n 's/^VERSION_CODENAME=//p' /etc/os-release)
# this distribution has no Python 3.12 of its own
if [ "${DEADSNAKES_MIRROR#file://}" != "$DEADSNAKES_MIRROR" ]; then
  options='[trusted=yes]'
else
  options='[signed-by=/etc/apt/keyrings/deadsnakes.gpg]'
fi
if [ "$options" != '[trusted=yes]' ] && [ ! -e /etc/apt/keyrings/deadsnakes.gpg ]; then
  apt-get update
  apt-get install -y gnupg dirmngr ca-certificates
  keys=$(mktemp -d)
  # the whole fingerprint: no other key can be meant
  gpg --batch --homedir "$keys" --keyserver hkps://keyserver.ubuntu.com \
    --recv-keys F23C5A6CF475977595C89F51BA6932366A755776
  mkdir -p /etc/apt/keyrings
  gpg --batch --homedir "$keys" --export F23C5A6CF475977595C89F51BA6932366A755776 >"$keys/deadsnakes.gpg"
  mv "$keys/deadsnakes.gpg" /etc/apt/keyrings/deadsnakes.gpg
  chmod 644 /etc/apt/keyrings/deadsnakes.gpg
  gpgconf --homedir "$keys" --kill all || true
  rm -rf -- "$keys"
fi
printf 'deb %s %s %s main\n' "$options" "$DEADSNAKES_MIRROR" "$codename" >/etc/apt/sources.list.d/deadsnakes-mirror.list
if [ -n "${mirror-}" ]; then
  cp /etc/apt/sources.list.d/deadsnakes-mirror.list "$mirror/sources.list.d/"
fi
apt-get update
apt-get install -y python3.12-dev python3.12-venv python3-pip
update-alternatives --install /usr/bin/python python /usr/bin/python3.12 1
