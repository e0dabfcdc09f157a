#!/bin/sh
# A throw-away Ubuntu for one command, in a mount namespace of its own: this machine's files as they
# are, with every change kept in memory, no package installed in dpkg's eyes, and no wget until a
# package brings it.
#   root.sh FOLDER VERSION CODENAME COMMAND...
set -eu
folder=$1 version=$2 codename=$3
shift 3
mount --make-rprivate /
mkdir -p "$folder/memory"
mount -t tmpfs tmpfs "$folder/memory"
mkdir "$folder/memory/upper" "$folder/memory/work" "$folder/memory/root"
mount -t overlay overlay \
  -o "lowerdir=/,upperdir=$folder/memory/upper,workdir=$folder/memory/work" "$folder/memory/root"
root=$folder/memory/root
mount -t proc proc "$root/proc"
mount --rbind /dev "$root/dev"
rm -f "$root/etc/os-release"
printf 'ID=ubuntu\nVERSION_ID="%s"\nVERSION_CODENAME=%s\n' "$version" "$codename" >"$root/etc/os-release"
rm -rf "$root/etc/apt" "$root/var/lib/apt" "$root/var/lib/dpkg" "$root/var/cache/apt"
for part in sources.list.d apt.conf.d preferences.d trusted.gpg.d; do
  mkdir -p "$root/etc/apt/$part"
done
# the archive that nobody can reach from here
printf 'deb http://127.0.0.1:9/ubuntu %s main\n' "$codename" >"$root/etc/apt/sources.list"
mkdir -p "$root/var/lib/apt/lists/partial" "$root/var/cache/apt/archives/partial"
for part in info updates triggers alternatives parts; do
  mkdir -p "$root/var/lib/dpkg/$part"
done
: >"$root/var/lib/dpkg/status"
: >"$root/var/lib/dpkg/available"
if [ -e "$root/usr/bin/wget" ]; then
  mv "$root/usr/bin/wget" "$root/usr/libexec/wget-that-a-package-brings"
fi
rm -f "$root/usr/bin/python" "$root/etc/alternatives/python"
if [ -e "$folder/key.gpg" ]; then
  cp "$folder/key.gpg" "$root/etc/apt/trusted.gpg.d/"
fi
exec chroot "$root" "$@"
