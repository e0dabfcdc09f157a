#!/bin/sh
# Looks at a machine and prints what it found as one line of JSON: the model's Facts.
#
#   sh probe.sh [--path PATH]... [--python FILE]... <describe.py
#
# It changes nothing. Every part works beside the others and hands in lines "name<tab>JSON"; the
# last part puts them together. A part that fails, or does not answer in time, is left at "nothing
# found", so that one broken tool never costs the whole answer.
# MEGATRON_SETUP_PROBE_ROOT makes it look at another root folder: for tests.

set -u
export LC_ALL=C
unset CDPATH
root=${MEGATRON_SETUP_PROBE_ROOT-}
patience=${MEGATRON_SETUP_PROBE_SECONDS-15} # for one tool; the whole takes little more
tab=$(printf '\t')
newline='
'
unit=$(printf '\037') # between fields; unlike a tab it keeps empty ones apart when read
path=$PATH
# a login that is not interactive may lack some of these
for folder in /usr/local/bin /usr/bin /bin /usr/sbin /sbin /usr/lib/wsl/lib; do
  PATH=$PATH:$root$folder
done

# --- JSON ---------------------------------------------------------------------------------------

# quote TEXT: sets quoted to a JSON string in plain ASCII, whatever bytes the text is made of
quote() {
  case $1 in
    *[!' '-'~']* | *\"* | *\\*)
      quoted=\"$(printf '%s' "$1" | od -An -v -tu1 | awk "$escape")\"
      ;;
    *) quoted=\"$1\" ;;
  esac
}

# shellcheck disable=SC2016 # an awk program: bytes as numbers in, escaped characters out
escape='
function code(c) {
  if (c > 65535) {
    c -= 65536
    printf "\\u%04x\\u%04x", 55296 + int(c / 1024), 56320 + c % 1024
  } else if (c == 34 || c == 92) printf "\\%c", c
  else if (c < 32 || c > 126) printf "\\u%04x", c
  else printf "%c", c
}
function broken() { code(65533); left = 0 }
function byte(b) {
  if (left && b >= 128 && b < 192) {
    value = value * 64 + b - 128
    if (--left == 0) {
      if (value < least || (value >= 55296 && value < 57344) || value > 1114111) broken()
      else code(value)
    }
    return
  }
  if (left) broken()
  if (b < 128) code(b)
  else if (b >= 194 && b < 224) { left = 1; value = b - 192; least = 128 }
  else if (b >= 224 && b < 240) { left = 2; value = b - 224; least = 2048 }
  else if (b >= 240 && b < 245) { left = 3; value = b - 240; least = 65536 }
  else broken()
}
{ for (i = 1; i <= NF; i++) byte($i + 0) }
END { if (left) broken() }'

# an object grows by these and is handed in by finish
object=
text() {
  quote "$2"
  object=$object,\"$1\":$quoted
}
maybe() {
  if [ -n "$2" ]; then text "$1" "$2"; else plain "$1" null; fi
}
plain() {
  object=$object,\"$1\":$2
}
finish() {
  printf '%s\t{%s}\n' "$1" "${object#,}"
  object=
}

# word NAME TEXT: hands in a single string
word() {
  quote "$2"
  printf '%s\t%s\n' "$1" "$quoted"
}

# --- running things -----------------------------------------------------------------------------

if timeout -k 1 5 true 2>/dev/null; then
  limited() { timeout -k 1 "$patience" "$@"; }
elif timeout 5 true 2>/dev/null; then
  limited() { timeout "$patience" "$@"; }
else
  limited() { "$@"; }
fi
bounded() { limited "$@" </dev/null 2>/dev/null; }

# tool NAME...: sets found to the absolute path of the first that there is. Folders of shims are
# passed over: what lies there may start nothing.
tool() {
  found=
  for tool_name; do
    tool_rest=$PATH:
    while [ -n "$tool_rest" ]; do
      tool_folder=${tool_rest%%:*}
      tool_rest=${tool_rest#*:}
      case $tool_folder in */shims | [!/]* | '') continue ;; esac
      if [ -f "$tool_folder/$tool_name" ] && [ -x "$tool_folder/$tool_name" ]; then
        found=$tool_folder/$tool_name
        return 0
      fi
    done
  done
  return 1
}

# nearest PATH: sets near to the path, or its closest parent, that exists
nearest() {
  near=$1
  while [ ! -e "$near" ] && [ ! -L "$near" ]; do
    case $near in
      /*/*) near=${near%/*} ;;
      /*) near=/ ;;
      *) near=. && return ;;
    esac
  done
}

# space PATH: sets free (bytes) and inodes where the path is or would be
space() {
  nearest "$1"
  free='' inodes=''
  # shellcheck disable=SC2046 # four numbers
  set -- $(bounded stat -f -c '%a %S %c %d' -- "$near")
  if [ $# -eq 4 ]; then
    free=$(($1 * $2))
    inodes=$4
    # some file systems count no inodes: they never run out of them
    if [ "$3" -eq 0 ]; then inodes=9223372036854775807; fi
  fi
}

# --- the parts ----------------------------------------------------------------------------------

os_part() {
  id='' version='' pretty=''
  system=$(uname -s)
  release=$root/etc/os-release
  [ -r "$release" ] || release=$root/usr/lib/os-release
  if [ "$system" = Linux ]; then
    id=linux
    if [ -r "$release" ]; then
      while IFS= read -r line || [ -n "$line" ]; do
        value=${line#*=}
        case $value in
          \"*\" | \'*\') value=${value#?} value=${value%?} ;;
        esac
        case $line in
          ID=*) id=$value ;;
          VERSION_ID=*) version=$value ;;
          PRETTY_NAME=*) pretty=$value ;;
        esac
      done <"$release"
    fi
  else
    id=$(printf '%s' "$system" | tr '[:upper:]' '[:lower:]')
    pretty="$system $(uname -r)"
  fi
  text id "$id"
  text versionId "$version"
  text prettyName "${pretty:-$id}"
  text kernel "$(uname -r)"
  text arch "$(uname -m)"
  text libc "$(libc_version)"
  if in_container; then plain container true; else plain container false; fi
  finish os
}

libc_version() {
  name=$(getconf GNU_LIBC_VERSION 2>/dev/null)
  case $name in
    glibc*)
      printf '%s' "$name"
      return
      ;;
  esac
  ldd --version 2>&1 | awk '
    /^musl/ { musl = 1 }
    musl && /^Version/ { print "musl " $2; exit }
    /GNU libc|GLIBC|Free Software/ && NR == 1 { print "glibc " $NF; exit }'
}

in_container() {
  [ -e "$root/.dockerenv" ] || [ -e "$root/run/.containerenv" ] || [ -n "${container-}" ] ||
    [ -n "${KUBERNETES_SERVICE_HOST-}" ] ||
    grep -qE 'docker|containerd|kubepods|libpod|lxc|garden' "$root/proc/1/cgroup" 2>/dev/null
}

user_part() {
  uid=$(id -u)
  name=$(id -un 2>/dev/null)
  text name "${name:-$uid}"
  plain uid "$uid"
  text home "$home"
  text sudo "$(sudo_state)"
  finish user
}

sudo_state() {
  if [ "$(id -u)" = 0 ]; then
    printf ALREADY_ROOT
  elif ! tool sudo; then
    printf ABSENT
  elif answer=$(limited "$found" -n true 2>&1 </dev/null); then
    printf WITHOUT_PASSWORD
  else
    case $answer in
      *password* | *authentication*) printf WITH_PASSWORD ;;
      *) printf ABSENT ;; # not allowed to, or no new privileges in this container
    esac
  fi
}

gpu_part() {
  tool nvidia-smi || return 0
  fields=index,uuid,memory.total,name
  # drivers before 510 do not know compute_cap, and refuse the whole query for it
  for query in "$fields,compute_cap" "$fields"; do
    answer=$(bounded "$found" "--query-gpu=$query" --format=csv,noheader,nounits) && break
    case $? in 124 | 137) query="" ;; esac # it hangs: do not ask again
    answer=
    [ -n "$query" ] || break
  done
  printf '%s\n' "$answer" | awk -v unit="$unit" -v query="$query" '
    # the name may have a comma in it: it lies between the fields that have none
    { count = split($0, field, /, */) }
    field[1] ~ /^[0-9]+$/ && count >= 4 {
      last = query ~ /compute_cap/ ? count - 1 : count
      name = field[4]
      for (i = 5; i <= last; i++) name = name ", " field[i]
      capability = last < count ? field[count] : ""
      if (capability !~ /^[0-9.]+$/) capability = ""
      memory = field[3] ~ /^[0-9]+$/ ? sprintf("%.0f", field[3] * 1048576) : 0
      print field[1] unit name unit field[2] unit memory unit capability
    }' |
    while IFS=$unit read -r index name uuid memory capability; do
      plain index "$index"
      text name "$name"
      text uuid "$uuid"
      plain memory "$memory"
      text computeCapability "$capability"
      finish gpu
    done
}

driver_part() {
  version='' cuda=''
  if tool nvidia-smi; then
    answer=$(bounded "$found") || answer=
    version=$(printf '%s\n' "$answer" | sed -n 's/.*Driver Version: *\([0-9.]*\).*/\1/p' | head -n 1)
    cuda=$(printf '%s\n' "$answer" | sed -n 's/.*CUDA.* Version: *\([0-9.]*\).*/\1/p' | head -n 1)
  fi
  if [ -z "$version" ] && [ -r "$root/proc/driver/nvidia/version" ]; then
    version=$(awk '/^NVRM/ { for (i = 3; i <= NF; i++) if ($i ~ /^[0-9]+\.[0-9.]+$/) { print $i; exit } }' \
      "$root/proc/driver/nvidia/version")
  fi
  if [ -n "$version" ]; then word driverVersion "$version"; fi
  if [ -n "$cuda" ]; then word driverCuda "$cuda"; fi
}

cuda_part() {
  toolkit='' nvcc=''
  tool nvcc || found=
  for folder in "${CUDA_HOME:-/nowhere}" "$root"/usr/local/cuda "$root"/usr/local/cuda-*; do
    if [ -z "$found" ] && [ -x "$folder/bin/nvcc" ]; then found=$folder/bin/nvcc; fi
    if [ -z "$toolkit" ] && [ -r "$folder/version.json" ]; then
      toolkit=$(tr -d ' \n\t' <"$folder/version.json" |
        sed -n 's/.*"cuda":{[^}]*"version":"\([0-9.]*\)".*/\1/p')
    fi
    if [ -z "$toolkit" ] && [ -r "$folder/version.txt" ]; then
      toolkit=$(sed -n 's/^CUDA Version *\([0-9.]*\).*/\1/p' "$folder/version.txt")
    fi
  done
  if [ -n "$found" ]; then
    answer=$(bounded "$found" --version)
    nvcc=$(printf '%s\n' "$answer" | sed -n 's/.*release .*, V\([0-9.]*\).*/\1/p')
    if [ -z "$toolkit" ]; then
      toolkit=$(printf '%s\n' "$answer" | sed -n 's/.*release \([0-9.]*\),.*/\1/p')
    fi
  fi
  maybe toolkit "$toolkit"
  maybe nvcc "$nvcc"
  maybe cudnn "$(cudnn_version)"
  cutlass=false
  for folder in /usr/include /usr/local/include /usr/local/cuda/include; do
    if [ -e "$root$folder/cutlass/cutlass.h" ]; then cutlass=true; fi
  done
  plain cutlass "$cutlass"
  finish cuda
}

# the version is in the name of the file that the loader's entry is a link to
cudnn_version() {
  library=
  if tool ldconfig; then
    library=$(bounded "$found" -p | sed -n 's/.*libcudnn\.so\.[0-9]* .*=> *//p' | head -n 1)
  fi
  for file in "${library:-/nowhere}" "$root"/usr/local/cuda/lib64/libcudnn.so.[0-9]* \
    "$root"/usr/lib/*/libcudnn.so.[0-9]* "$root"/usr/lib64/libcudnn.so.[0-9]*; do
    if [ -e "$file" ]; then
      file=$(readlink -f -- "$file")
      printf '%s' "${file##*libcudnn.so.}"
      return
    fi
  done
}

hardware_part() {
  cores=$(nproc 2>/dev/null || getconf _NPROCESSORS_ONLN 2>/dev/null)
  # a container's share may be smaller than the machine
  {
    if [ -r "$root/proc/meminfo" ]; then
      sed -n 's/^\(MemTotal\|MemFree\|MemAvailable\): *\([0-9]*\) kB/\1 \2/p' "$root/proc/meminfo"
    fi
    for pair in max=memory.max used=memory.current max=memory/memory.limit_in_bytes \
      used=memory/memory.usage_in_bytes cpu=cpu.max; do
      file=$root/sys/fs/cgroup/${pair#*=}
      if [ -r "$file" ]; then printf '%s %s\n' "${pair%%=*}" "$(cat "$file" 2>/dev/null)"; fi
    done
  } | awk -v cores="${cores:-0}" '
    $1 == "MemTotal" { total = $2 * 1024 }
    $1 == "MemFree" && !free { free = $2 * 1024 }
    $1 == "MemAvailable" { free = $2 * 1024 }
    $1 == "max" && $2 ~ /^[0-9]+$/ { max = $2 + 0 }
    $1 == "used" { used = $2 + 0 }
    $1 == "cpu" && $2 ~ /^[0-9]+$/ && $3 > 0 { share = int(($2 + $3 - 1) / $3) }
    END {
      if (max && max < total) {
        total = max
        if (max - used < free) free = max > used ? max - used : 0
      }
      if (share && share < cores) cores = share
      printf "hardware\t{\"cores\":%.0f,\"memory\":%.0f,\"memoryAvailable\":%.0f}\n",
        cores, total, free
    }'
}

# disk PATH: hands in the space there, if it is known
disk() {
  space "$1"
  [ -n "$free" ] || return 0
  text path "$1"
  plain free "$free"
  plain freeInodes "$inodes"
  finish disk
}

disks_part() {
  disk "$home"
  [ "$tmp" = "$home" ] || disk "$tmp"
  disk "$state"
  while [ $# -gt 1 ]; do
    if [ "$1" = --path ]; then disk "$2"; fi
    shift 2
  done
}

inspected_part() {
  while [ $# -gt 1 ]; do
    if [ "$1" = --path ]; then inspect "$2"; fi
    shift 2
  done
}

inspect() {
  kind=ABSENT
  if [ -d "$1" ]; then
    kind=FOLDER
    # a link that leads nowhere: an environment whose Python is gone
    if [ -f "$1/pyvenv.cfg" ] && { [ -x "$1/bin/python" ] || [ -L "$1/bin/python" ]; }; then
      kind=VENV
    elif listing=$(ls -A -- "$1/" 2>/dev/null) && [ -z "$listing" ]; then
      kind=EMPTY_FOLDER
    fi
  elif [ -e "$1" ] || [ -L "$1" ]; then
    kind=FILE
  fi
  space "$1"
  writable=false
  if [ -w "$near" ]; then
    # something new needs a folder above it that may be searched too
    if [ "$kind" != ABSENT ] || { [ -d "$near" ] && [ -x "$near" ]; }; then writable=true; fi
  fi
  text path "$1"
  text kind "$kind"
  plain writable "$writable"
  plain free "${free:-0}"
  finish inspected
}

tools_part() {
  PATH=$PATH:$home/.local/bin:$home/.cargo/bin
  for pair in uv=uv git=git 'cc=cc gcc clang' 'cxx=c++ g++ clang++' cmake=cmake ninja=ninja \
    flock=flock setsid=setsid aptGet=apt-get docker=docker podman=podman; do
    # shellcheck disable=SC2086 # names, each a word
    tool ${pair#*=} || found=
    maybe "${pair%%=*}" "$found"
  done
  finish tools
}

hazards_part() {
  kills=false
  # logind spares root, and a user who lingers
  if [ -d "$root/run/systemd/system" ] && [ "$(id -u)" != 0 ] &&
    [ ! -e "$root/var/lib/systemd/linger/$(id -un 2>/dev/null)" ]; then
    case $(logind_setting) in yes | true | on | 1) kills=true ;; esac
  fi
  plain killsUserProcesses "$kills"
  plain tmpNoexec "$(tmp_noexec)"
  shell=$(passwd_entry | cut -d : -f 7)
  text loginShell "${shell:-${SHELL-}}"
  finish hazards
}

# main file first, then the drop-ins by their names: the last word counts
logind_setting() {
  for folder in usr/lib run etc; do
    for file in "$root/$folder/systemd/logind.conf" "$root/$folder"/systemd/logind.conf.d/*.conf; do
      if [ -r "$file" ]; then
        case $file in
          */logind.conf) order=0 ;;
          *) order=1${file##*/} ;;
        esac
        sed -n "s|^[[:space:]]*KillUserProcesses[[:space:]]*=[[:space:]]*|$order |p" "$file"
      fi
    done
  done | sort -s -k 1,1 | awk '{ setting = $2 } END { print tolower(setting) }'
}

# the mount that holds the folder is the last one with the longest name that leads to it
tmp_noexec() {
  real=$(cd -P -- "$tmp" 2>/dev/null && pwd)
  awk -v folder="${real:-$tmp}/" '
    function unescaped(name) { gsub(/\\040/, " ", name); return name }
    {
      point = unescaped($2)
      if (substr(point, length(point)) != "/") point = point "/"
      if (index(folder, point) == 1 && length(point) >= longest) {
        longest = length(point)
        noexec = ("," $4 ",") ~ /,noexec,/
      }
    }
    END { print noexec ? "true" : "false" }' "$root/proc/mounts" 2>/dev/null || printf false
}

passwd_entry() {
  if tool getent && [ -z "$root" ]; then
    bounded "$found" passwd "$(id -u)"
  else
    awk -F : -v uid="$(id -u)" '$3 == uid { print; exit }' "$root/etc/passwd" 2>/dev/null
  fi
}

# --- what pip is configured for -----------------------------------------------------------------

pip_part() {
  index='' extra='' links='' no_index=false cert='' proxy='' constraint=''
  while IFS=$unit read -r key value; do
    case $key in
      index-url) index=$value ;;
      extra-index-url) add_to extra "$value" ;;
      find-links) add_to links "$value" ;;
      no-index) no_index=true ;;
      cert) cert=$value ;;
      proxy) proxy=$value ;;
      constraint) constraint=$value ;;
    esac
  done <<EOT
$(pip_settings)
EOT
  maybe indexUrl "$index"
  plain extraIndexUrls "[${extra#,}]"
  plain findLinks "[${links#,}]"
  plain noIndex "$no_index"
  maybe cert "$cert"
  maybe proxy "$proxy"
  maybe constraint "$constraint"
  finish pipConfig
}

add_to() {
  quote "$2"
  case $1 in
    extra) extra=$extra,$quoted ;;
    links) links=$links,$quoted ;;
  esac
}

# Lines "option<unit>value" as pip would see them: its files in its order, then its variables.
# pip.conf is read as Python's configparser does. Names and passwords are cut out of addresses.
pip_settings() {
  set --
  if [ "${PIP_CONFIG_FILE-}" != /dev/null ]; then
    for file in "$root/etc/xdg/pip/pip.conf" "$root/etc/pip.conf" "$home/.pip/pip.conf" \
      "${XDG_CONFIG_HOME:-$home/.config}/pip/pip.conf" "${VIRTUAL_ENV:-/nowhere}/pip.conf" \
      "${PIP_CONFIG_FILE:-/nowhere}"; do
      if [ -f "$file" ] && [ -r "$file" ]; then set -- "$@" "$file"; fi
    done
  fi
  proxy_variable=${https_proxy:-${HTTPS_PROXY:-${all_proxy:-${ALL_PROXY-}}}}
  bundle_variable=${REQUESTS_CA_BUNDLE:-${CURL_CA_BUNDLE-}}
  PROBE_PROXY=$proxy_variable PROBE_BUNDLE=$bundle_variable PROBE_UNIT=$unit \
    awk "$read_pip_conf" "$@" /dev/null
}

# shellcheck disable=SC2016 # an awk program
read_pip_conf='
function trimmed(text) { gsub(/^[ \t\r]+|[ \t\r]+$/, "", text); return text }
function public(url,   rest, host, scheme) {
  if (match(url, /:\/\//) == 0) {
    if (url ~ /@/) sub(/^.*@/, "", url)
    return url
  }
  scheme = substr(url, 1, RSTART + 2)
  rest = substr(url, RSTART + 3)
  sub(/\?.*$/, "", rest)
  host = rest
  sub(/\/.*$/, "", host)
  if (host ~ /@/) sub(/^[^\/]*@/, "", rest)
  else if (host ~ /:.*[^0-9]/ && host !~ /^\[/) sub(/^.*@/, "", rest)
  return scheme rest
}
function say(option, value) { print option ENVIRON["PROBE_UNIT"] value }
function keep() {
  if (key != "" && trimmed(value) != "") setting[section, key] = trimmed(value)
  key = ""
}
function chosen(option,   variable) {
  variable = "PIP_" toupper(option)
  gsub(/-/, "_", variable)
  if (ENVIRON[variable] != "") return trimmed(ENVIRON[variable])
  if (("install", option) in setting) return setting["install", option]
  return setting["global", option]
}
function each(option,   count, part, i) {
  count = split(chosen(option), part)
  for (i = 1; i <= count; i++) say(option, public(part[i]))
}
FNR == 1 { keep(); section = "" }
/^[ \t]*[#;]/ { next }
/^[ \t]*\r?$/ { next }
/^\[/ { keep(); section = $0; sub(/^\[/, "", section); sub(/\].*$/, "", section); next }
/^[ \t]/ && key != "" { value = value " " $0; next }
match($0, /[=:]/) {
  keep()
  key = tolower(trimmed(substr($0, 1, RSTART - 1)))
  gsub(/_/, "-", key)
  sub(/^--/, "", key)
  value = substr($0, RSTART + 1)
}
END {
  keep()
  say("index-url", public(chosen("index-url")))
  each("extra-index-url")
  each("find-links")
  if (tolower(chosen("no-index")) ~ /^(y|yes|t|true|on|1)$/) say("no-index", "")
  value = chosen("cert")
  say("cert", value != "" ? value : ENVIRON["PROBE_BUNDLE"])
  value = chosen("proxy")
  say("proxy", public(value != "" ? value : ENVIRON["PROBE_PROXY"]))
  # the variable alone: it can be unset for a command, a line in a file cannot
  say("constraint", public(trimmed(ENVIRON["PIP_CONSTRAINT"])))
}'

# --- interpreters -------------------------------------------------------------------------------

# Starts a description of every interpreter, each beside the others; count says how many.
pythons() {
  count=0 seen=$unit
  named_pythons "$@"
  for folder in "${VIRTUAL_ENV:-/nowhere}/bin" "${CONDA_PREFIX:-/nowhere}/bin"; do
    look_in "$folder"
  done
  rest=$path:
  while [ -n "$rest" ]; do
    case ${rest%%:*} in
      */shims) behind_shims "${rest%%/shims:*}" ;;
      *) look_in "${rest%%:*}" ;;
    esac
    rest=${rest#*:}
  done
  for folder in "$root"/usr/bin "$root"/usr/local/bin "$root"/opt/venv/bin \
    "$root"/opt/*/.venv/bin "$root"/opt/*/venv/bin "$home"/.venv/bin "$home"/venv/bin \
    "$home"/.virtualenvs/*/bin \
    "${PYENV_ROOT:-$home/.pyenv}"/versions/*/bin "$home"/.asdf/installs/python/*/bin \
    "$home"/.local/share/mise/installs/python/*/bin "$home"/.local/bin \
    "${UV_PYTHON_INSTALL_DIR:-${XDG_DATA_HOME:-$home/.local/share}/uv/python}"/*/bin; do
    look_in "$folder"
  done
  for conda in "$home"/miniconda3 "$home"/anaconda3 "$home"/miniforge3 "$home"/mambaforge \
    "$home"/.conda "$home"/micromamba "$root"/opt/conda "$root"/opt/miniconda3 \
    "$root"/opt/miniforge3 "$root"/opt/anaconda3 "${MAMBA_ROOT_PREFIX:-/nowhere}"; do
    look_in "$conda/bin"
    for folder in "$conda"/envs/*/bin; do look_in "$folder"; done
  done
}

# A shim is a slow script that starts one of the manager's installations: they are looked at
# themselves, and first the ones that pyenv would start.
behind_shims() {
  if [ -r "$1/version" ]; then
    while IFS= read -r version || [ -n "$version" ]; do
      look_in "$1/versions/${version#python-}/bin"
    done <"$1/version"
  fi
  for folder in "$1"/versions/*/bin "$1"/installs/python/*/bin; do
    look_in "$folder"
  done
}

# those that were asked for keep the names they were asked for by
named_pythons() {
  while [ $# -gt 1 ]; do
    if [ "$1" = --python ]; then
      consider yes "$2"
    elif [ -f "$2/pyvenv.cfg" ] || [ -d "$2/conda-meta" ]; then
      consider yes "$2/bin/python"
    fi
    shift 2
  done
}

look_in() {
  case $1 in /*) ;; *) return 0 ;; esac
  [ -d "$1" ] || return 0
  place=$(cd -P -- "$1" 2>/dev/null && pwd) || return 0
  case $seen in *"$unit$place/$unit"*) return 0 ;; esac
  seen=$seen$place/$unit
  for file in "$1"/python3 "$1"/python3.[0-9] "$1"/python3.[0-9][0-9] "$1"/python; do
    consider no "$file"
  done
}

# consider NAMED FILE: describes it, unless it is another name of one that was seen. The final part
# compares what the interpreters say of themselves; this only saves the time to start them.
consider() {
  [ -f "$2" ] && [ -x "$2" ] || return 0
  if [ -f "${2%/*}/../pyvenv.cfg" ]; then
    key=$(cd -P -- "${2%/*}" && pwd)
  elif [ -L "$2" ]; then
    key=$(readlink -f -- "$2")
  else
    key=$(cd -P -- "${2%/*}" && pwd)/${2##*/}
  fi
  if [ "$1" = no ]; then
    case $seen in *"$unit$key$unit"*) return 0 ;; esac
    if [ "$count" -ge 64 ]; then return 0; fi
  fi
  seen=$seen$key$unit
  count=$((count + 1))
  part describe "$count" "$1" "$2"
}

# describe NUMBER NAMED FILE
describe() {
  mark="megatron-setup-python$tab"
  answer=$(bounded "$3" -E -s -B -c "$describer")
  case $answer in *"$mark"*) ;; *) return 0 ;; esac
  # whatever a start-up hook may print around it is cut off
  answer=${answer#*"$mark"}
  quote "$3"
  printf 'python\t%s\t%s\t%s\t%s\n' "$1" "$2" "$quoted" "${answer%%"$newline"*}"
}

# --- putting it together ------------------------------------------------------------------------

# part NAME ARGUMENT...: runs a function beside the others and says when it is through
part() {
  { ("$@") </dev/null; printf 'done\n'; } &
}

parts() {
  for name in os user gpu driver cuda hardware tools hazards pip; do
    part "${name}_part"
  done
  part disks_part "$@"
  part inspected_part "$@"
  pythons "$@"
  printf 'expect\t%s\n' "$((11 + count))"
  # a process that even a kill does not end (a driver that hangs) must not hold the answer back
  {
    sleep $((patience + 5)) &
    printf 'alarm\t%s\n' "$!"
    wait
    printf 'late\n'
  } </dev/null &
}

# hands on what comes until every part is through, or the alarm rings
collect() {
  through=0 expected=none alarm=
  while IFS= read -r line; do
    case $line in
      done) through=$((through + 1)) ;;
      "expect$tab"*) expected=${line#*"$tab"} ;;
      "alarm$tab"*) alarm=${line#*"$tab"} ;;
      late) break ;;
      *) printf '%s\n' "$line" ;;
    esac
    if [ "$through" = "$expected" ] && [ -n "$alarm" ]; then break; fi
  done
  if [ -n "$alarm" ]; then kill "$alarm" 2>/dev/null; fi
}

# shellcheck disable=SC2016 # an awk program
assemble='
function listed(list, item) { return list == "" ? item : list "," item }
BEGIN {
  FS = "\t"
  one["os"] = "{\"id\":\"\",\"versionId\":\"\",\"prettyName\":\"\",\"kernel\":\"\",\"arch\":\"\"," \
    "\"libc\":\"\",\"container\":false}"
  one["user"] = "{\"name\":\"\",\"uid\":-1,\"home\":\"\",\"sudo\":\"ABSENT\"}"
  one["driverVersion"] = one["driverCuda"] = "null"
  one["stateDir"] = "\"\""
  one["cuda"] = "{\"toolkit\":null,\"nvcc\":null,\"cudnn\":null,\"cutlass\":false}"
  one["hardware"] = "{\"cores\":0,\"memory\":0,\"memoryAvailable\":0}"
  one["tools"] = "{}"
  one["pipConfig"] = "{\"extraIndexUrls\":[],\"findLinks\":[],\"noIndex\":false}"
  one["hazards"] = "{\"killsUserProcesses\":false,\"tmpNoexec\":false,\"loginShell\":\"\"}"
}
$1 == "python" {
  if ($2 > last) last = $2
  named[$2] = $3
  identity[$2] = $6
  path = $4 ~ /\/shims\// ? $5 : $4
  python[$2] = "{\"path\":" path "," substr($7, 2)
  next
}
$1 == "gpu" || $1 == "disk" || $1 == "inspected" { many[$1] = listed(many[$1], $2); next }
$1 in one { one[$1] = $2 }
END {
  for (i = 1; i <= last; i++) if (named[i] == "yes") known[identity[i]] = 1
  for (i = 1; i <= last; i++) {
    if (!(i in python) || (named[i] == "no" && identity[i] in known)) continue
    known[identity[i]] = 1
    pythons = listed(pythons, python[i])
  }
  print "{\"os\":" one["os"] ",\"user\":" one["user"] ",\"pythons\":[" pythons "]" \
    ",\"gpus\":[" many["gpu"] "],\"driverVersion\":" one["driverVersion"] \
    ",\"driverCuda\":" one["driverCuda"] ",\"cuda\":" one["cuda"] \
    ",\"hardware\":" one["hardware"] ",\"disks\":[" many["disk"] "]" \
    ",\"tools\":" one["tools"] ",\"pipConfig\":" one["pipConfig"] \
    ",\"hazards\":" one["hazards"] ",\"inspected\":[" many["inspected"] "]" \
    ",\"stateDir\":" one["stateDir"] "}"
}'

main() {
  if [ -t 0 ]; then describer=; else describer=$(cat); fi
  home=${HOME-}
  case $home in /*) ;; *) home=$(passwd_entry | cut -d : -f 6) ;; esac
  home=${home:-/}
  case ${XDG_STATE_HOME-} in
    /*) state=$XDG_STATE_HOME/megatron-setup ;;
    *) state=${home%/}/.local/state/megatron-setup ;;
  esac
  tmp=${TMPDIR:-/tmp}
  {
    word stateDir "$state"
    { parts "$@"; } 2>/dev/null | collect
  } | awk "$assemble"
}

main "$@"
