# Ubuntu's packages come from a mirror for the commands of this step alone: apt is given a folder of
# sources of its own through APT_CONFIG, and /etc/apt stays as it is. NVIDIA's and other repositories
# that earlier steps added go along. The lists of the machine's own sources are not cleaned away.
mirror=$(mktemp -d)
trap 'rm -rf -- "$mirror"' EXIT
chmod 755 "$mirror"
mkdir "$mirror/sources.list.d"
for list in /etc/apt/sources.list.d/cuda*.list /etc/apt/sources.list.d/deadsnakes*.list; do
  if [ -e "$list" ]; then
    cp "$list" "$mirror/sources.list.d/"
  fi
done
codename=$(sed -n 's/^VERSION_CODENAME=//p' /etc/os-release)
for suite in "$codename" "$codename-updates" "$codename-security"; do
  if [ "${UBUNTU_MIRROR#file://}" = "$UBUNTU_MIRROR" ]; then
    printf 'deb %s %s main universe\n' "$UBUNTU_MIRROR" "$suite"
  elif [ -d "${UBUNTU_MIRROR#file://}/dists/$suite" ]; then
    # a folder of this machine is often made by hand: not signed, and without all suites
    printf 'deb [trusted=yes] %s %s main universe\n' "$UBUNTU_MIRROR" "$suite"
  fi
done >"$mirror/sources.list.d/ubuntu.list"
if [ ! -s "$mirror/sources.list.d/ubuntu.list" ]; then
  echo "There is no Ubuntu mirror for $codename at $UBUNTU_MIRROR." >&2
  exit 1
fi
printf '%s "%s";\n' Dir::Etc::SourceList /dev/null \
  Dir::Etc::SourceParts "$mirror/sources.list.d" APT::Get::List-Cleanup false >"$mirror/apt.conf"
export APT_CONFIG="$mirror/apt.conf"
