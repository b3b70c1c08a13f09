# Sourced by `run` and `test`: finds Python, installs what the system lacks, makes the virtual environment.
# Everything it says goes to standard error, one sentence at a time; on failure it stops with status 1.
# It touches the network only when something is missing: `.venv/installed-*` remembers what was installed.

here=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")" && pwd)
venv=$here/.venv
scratch=$venv/tmp
child=
end_with=TERM
must_finish=
without_services=

say() { printf '%s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }

# A step runs behind this script, in a process group of its own, so that a signal to the script ends it at once and
# with all it started. What `must_finish` (packages being unpacked) is waited for instead.
# A browser's waiting may swallow an interrupt: it is said again every ten seconds, then no more asked.
end_child() {
  local signal
  for signal in "$end_with" "$end_with" "$end_with" KILL; do
    "${as_root[@]}" kill "-$signal" -- "-$child" 2>/dev/null
    for _ in $(seq 20); do
      jobs -rp | grep -qx "$child" || return
      sleep 0.5
    done
  done
}
stop() {
  trap '' TERM INT HUP
  if [ -n "$child" ]; then
    if [ -n "$must_finish" ]; then
      say "Đang đợi trình quản lý gói làm nốt phần dở dang…"
    else
      end_child
    fi
    wait "$child"
  fi
  exit 143
}
trap stop TERM INT HUP
# step LOG COMMAND… ; here the log is opened, so that what `stop` says still reaches the screen
step() {
  local log=$1
  shift
  set -m # the terminal stays: sudo knows its ticket by it
  "$@" >>"$log" 2>&1 </dev/null &
  child=$!
  set +m
  wait "$child"
  local status=$?
  child=
  return $status
}

# --- one set-up at a time ------------------------------------------------------------------------------------

begin_setup() {
  mkdir -p "$venv" 2>/dev/null && [ -w "$venv" ] ||
    fail "Không ghi được vào thư mục $here: hãy đặt chương trình vào thư mục ghi được."
  exec 9>"$venv/.setup-lock" # not `.lock`: uv takes that name for its own
  flock -n 9 || say "Đang đợi một lần cài đặt khác xong…"
  until flock -n 9; do sleep 0.2; done
  trap 'rm -rf "$scratch"' EXIT
  rm -rf "$scratch" "$venv/setup.log"
  mkdir "$scratch" || fail "Không ghi được vào thư mục $venv."
}
end_setup() {
  rm -rf "$scratch"
  trap - EXIT
  exec 9>&-
}

# --- what the system must have -------------------------------------------------------------------------------

as_root=()
can_install() {
  command -v apt-get >/dev/null || return 1
  [ "$(id -u)" = 0 ] && return 0
  command -v sudo >/dev/null && sudo -n true 2>/dev/null && as_root=(sudo -n)
}

# Run by sh as root, with a folder for temporary files that everyone may write to: apt downloads as another user.
apt_head='
  trap "rm -rf \"\$TMPDIR\" \$policy \$no_cluster" EXIT
  trap "exit 143" TERM INT HUP
  policy= no_cluster= TMPDIR=$(mktemp -d /tmp/partyunit-apt.XXXXXX) && chmod 1777 "$TMPDIR" && export TMPDIR
'
apt_download='apt-get update && apt-get install -y --no-install-recommends --download-only "$@"'
# With `without_services` the servers that packages bring start neither now nor at the next boot, and PostgreSQL gets
# no cluster; what was there before stays as it was.
apt_unpack='
  services=$1
  shift
  if [ -n "$services" ] && [ ! -e /usr/sbin/policy-rc.d ]; then
    policy=/usr/sbin/policy-rc.d
    printf "#!/bin/sh\nexit 101\n" >"$policy"
    chmod +x "$policy"
  fi
  if [ -n "$services" ] && [ ! -e /etc/postgresql-common ]; then
    no_cluster=/etc/postgresql-common/createcluster.d/partyunit.conf
    mkdir -p "${no_cluster%/*}"
    echo "create_main_cluster = false" >"$no_cluster"
  fi
  new=
  for server in postgresql redis-server; do [ -e "/etc/init.d/$server" ] || new="$new $server"; done
  apt-get install -y --no-install-recommends -o DPkg::Lock::Timeout=120 "$@"
  status=$?
  if [ -n "$services" ]; then
    for server in $new; do [ ! -e "/etc/init.d/$server" ] || update-rc.d "$server" disable; done
  fi
  exit $status
'
apt_step() {
  local script=$1
  shift
  step "$scratch/apt.log" "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 \
    sh -c "$apt_head$script" sh "$@" 9>&-
}

apt_install() {
  local why
  say "Đang cài gói hệ thống: $*"
  if apt_step "$apt_download" "$@"; then
    must_finish=1
    apt_step "$apt_unpack" "$without_services" "$@" && must_finish= && return
    must_finish=
    why="gói tải về rồi nhưng không cài được"
  else
    why="hãy kiểm tra mạng và kho gói của máy rồi chạy lại"
  fi
  ! grep -q 'dpkg was interrupted' "$scratch/apt.log" ||
    fail "Trình quản lý gói của máy đang dở dang vì một lần cài trước bị ngắt; hãy gõ dòng sau rồi chạy lại: $(root_line dpkg --configure -a)"
  fail "Không cài được $*: $why ($(grep -m 1 '^E:' "$scratch/apt.log" || echo apt-get))."
}

# The line to type for a command that only root may run, as this machine knows it.
root_line() {
  if [ "$(id -u)" = 0 ]; then
    printf '%s' "$*"
  elif command -v sudo >/dev/null; then
    printf 'sudo %s' "${*//&& /"&& sudo "}"
  else
    printf "su - -c '%s'" "$*"
  fi
}

# install_system PACKAGE… : by apt as root or with sudo, else prints the one line to type and stops.
install_system() {
  if ! can_install; then
    command -v apt-get >/dev/null ||
      fail "Máy này thiếu $*; hãy cài các phần ấy bằng trình quản lý gói của máy rồi chạy lại."
    fail "Máy này thiếu $*; hãy gõ dòng sau rồi chạy lại: $(root_line "apt-get update && apt-get install -y --no-install-recommends $*")"
  fi
  apt_install "$@"
}

# The first interpreter that is new enough and can make environments; sets `python`, or `too_old` to what there is.
find_python() {
  local name version
  python= too_old=
  for name in python3 python3.13 python3.12 python3.11; do
    command -v "$name" >/dev/null || continue
    version=$("$name" -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null) || continue
    if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
      [ -n "$python" ] || python=$name
      "$name" -c 'import venv, ensurepip' 2>/dev/null && python=$name && return 0
    else
      too_old=$version
    fi
  done
  return 1
}

# WeasyPrint draws the printed papers with Pango; the last one only makes it quicker.
pango=(ca-certificates libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0)
has_library() { "$python" -c 'import ctypes, sys; [ctypes.CDLL(name) for name in sys.argv[1:]]' "$@" 2>/dev/null; }

# need_system [PACKAGE…] : Python, Pango and the packages named; whatever is missing is one line to type.
need_system() {
  local missing=()
  if ! find_python; then
    [ -z "$python" ] && [ -n "$too_old" ] && fail "Cần Python 3.11 trở lên; máy này chỉ có Python $too_old."
    # An interpreter of its own name (python3.12 beside an older python3) has its own venv package.
    if [ -n "$python" ] && [ "$python" != python3 ]; then
      missing=("$python-venv")
    else
      missing=(python3 python3-venv)
    fi
    missing+=("${pango[@]}")
  elif ! has_library libpango-1.0.so.0 libpangoft2-1.0.so.0 libharfbuzz-subset.so.0; then
    missing=("${pango[@]}")
  fi
  missing+=("$@")
  [ ${#missing[@]} -gt 0 ] || return 0
  install_system "${missing[@]}"
  hash -r
  find_python || fail "Cần Python 3.11 trở lên; kho gói của máy này chỉ có Python ${too_old:-cũ hơn}."
  has_library libpango-1.0.so.0 libpangoft2-1.0.so.0 ||
    fail "Đã cài gói nhưng vẫn không nạp được thư viện Pango để in báo cáo."
}

# --- the virtual environment ---------------------------------------------------------------------------------

# What was installed, and for which Python: a system that moves on to the next one leaves an empty environment.
stamp_of() {
  "$venv/bin/python" -c 'import sys; print("%d.%d" % sys.version_info[:2])' && sha256sum <"$here/$1"
} 2>/dev/null

# is_installed FILE… : every file as it is now is what was installed last, and to its end.
is_installed() {
  local file stamp
  [ ! -e "$venv/unfinished" ] || return 1
  for file in "$@"; do
    stamp=$(stamp_of "$file") && [ "$(cat "$venv/installed-$file" 2>/dev/null)" = "$stamp" ] || return 1
  done
}

# An environment is taken over only when its last installation came to its end: a library half copied looks
# installed to pip and uv, and would never be mended.
make_venv() {
  [ ! -e "$venv/unfinished" ] && compgen -G "$venv/installed-*" >/dev/null &&
    "$venv/bin/python" -m pip --version >/dev/null 2>&1 && return
  say "Đang tạo môi trường Python…"
  rm -rf "$venv/bin" "$venv/lib" "$venv/lib64" "$venv/include" "$venv/pyvenv.cfg" "$venv"/installed-*
  step "$venv/setup.log" env TMPDIR="$scratch" "$python" -m venv "$venv" ||
    fail "Không tạo được môi trường Python trong $venv (chi tiết: $venv/setup.log)."
}

pip_install() {
  step "$venv/setup.log" env TMPDIR="$scratch" "$venv/bin/python" -m pip install --quiet \
    --disable-pip-version-check --no-input --retries 1 --timeout 20 --require-hashes -r "$here/$1"
}
uv_install() {
  step "$venv/setup.log" env TMPDIR="$scratch" UV_HTTP_TIMEOUT=20 UV_HTTP_RETRIES=1 UV_LINK_MODE=copy \
    UV_PYTHON_DOWNLOADS=never "$venv/bin/python" -m uv pip install --quiet --compile-bytecode --require-hashes \
    --python "$venv/bin/python" -r "$here/$1"
}

# Downloading comes before copying: when nothing was copied the environment is as whole as it was before.
installing_failed() {
  [ -n "$(find "$venv/lib" -type d -newer "$venv/unfinished" -print -quit)" ] || rm -f "$venv/unfinished"
  fail "Không tải được thư viện Python: hãy kiểm tra mạng rồi chạy lại (chi tiết: $venv/setup.log)."
}

# install_python FILE [FILE…] : installs the first; the others are contained in it and count as installed too.
install_python() {
  local file
  is_installed "$@" && return
  make_venv
  say "Đang cài thư viện Python (chỉ lần đầu, cần mạng)…"
  : >"$venv/unfinished"
  { pip_install requirements-install.txt && uv_install "$1"; } || pip_install "$1" || installing_failed
  sync -f "$venv"
  for file in "$@"; do stamp_of "$file" >"$venv/installed-$file"; done
  rm -f "$venv/unfinished" "$venv/setup.log"
}

# --- the data folder -----------------------------------------------------------------------------------------

# Made here it is its owner's alone: what the program keeps is about people.
need_data_dir() {
  DATA_DIR=${DATA_DIR:-$here/var}
  case $DATA_DIR in /*) ;; *) DATA_DIR=$PWD/$DATA_DIR ;; esac
  export DATA_DIR
  { [ -d "$DATA_DIR" ] || (umask 077 && mkdir -p "$DATA_DIR"); } 2>/dev/null && [ -w "$DATA_DIR" ] ||
    fail "Không ghi được vào thư mục dữ liệu $DATA_DIR: hãy chọn thư mục khác bằng DATA_DIR=…"
}
