# Sourced by `run` and `test`: finds Python, installs what the system lacks, makes the virtual environment.
# Everything it says goes to standard error, one sentence at a time; on failure it stops with status 1.
# It touches the network only when something is missing: `.venv/installed-*` remembers what was installed.

here=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")" && pwd)
venv=$here/.venv
child=
end_with=TERM
without_services=

say() { printf '%s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }

# A step runs behind this script so that a signal ends it too, at once, and not only after it.
stop_child() {
  trap '' TERM INT HUP
  [ -n "$child" ] && kill "-$end_with" -- "-$child" 2>/dev/null && wait "$child"
  exit 143
}
trap stop_child TERM INT HUP
step() {
  setsid "$@" &
  child=$!
  wait "$child"
  local status=$?
  child=
  return $status
}

# --- what the system must have -------------------------------------------------------------------------------

as_root=()
can_install() {
  command -v apt-get >/dev/null || return 1
  [ "$(id -u)" = 0 ] && return 0
  command -v sudo >/dev/null && sudo -n true 2>/dev/null && as_root=(sudo -n)
}

# Written as root, run by sh. A package's own service is not started when `without_services` is set.
apt_script='
  if [ -n "$1" ] && [ ! -e /usr/sbin/policy-rc.d ]; then
    trap "rm -f /usr/sbin/policy-rc.d" EXIT
    trap "exit 143" TERM INT HUP
    printf "#!/bin/sh\nexit 101\n" >/usr/sbin/policy-rc.d
    chmod +x /usr/sbin/policy-rc.d
  fi
  shift
  apt-get update && apt-get install -y --no-install-recommends -o DPkg::Lock::Timeout=120 "$@"
'

apt_install() {
  local log
  reason=
  log=$(mktemp)
  say "Đang cài gói hệ thống: $*"
  if step "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    sh -c "$apt_script" sh "$without_services" "$@" >"$log" 2>&1 </dev/null; then
    rm -f "$log"
    return 0
  fi
  reason=$(grep -m 1 '^E:' "$log" || echo apt-get)
  rm -f "$log"
  return 1
}

# install_system PACKAGE… : by apt as root or with sudo, else prints the one line to type and stops.
install_system() {
  if ! can_install; then
    command -v apt-get >/dev/null ||
      fail "Máy này thiếu $*; hãy cài các phần ấy bằng trình quản lý gói của máy rồi chạy lại."
    fail "Máy này thiếu $*; hãy gõ dòng sau rồi chạy lại: sudo apt-get update && sudo apt-get install -y --no-install-recommends $*"
  fi
  apt_install "$@" || fail "Không cài được $*: hãy kiểm tra mạng và kho gói của máy rồi chạy lại ($reason)."
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

need_python() {
  find_python && return
  [ -z "$python" ] && [ -n "$too_old" ] &&
    fail "Cần Python 3.11 trở lên; máy này chỉ có Python $too_old."
  local missing=(python3 python3-venv)
  # An interpreter of its own name (python3.12 beside an older python3) has its own venv package.
  [ -n "$python" ] && [ "$python" != python3 ] && missing=("$python-venv")
  install_system "${missing[@]}" "${pango[@]}"  # all in one line to type
  hash -r
  find_python || fail "Cần Python 3.11 trở lên; kho gói của máy này chỉ có Python ${too_old:-cũ hơn}."
}

# WeasyPrint draws the printed papers with Pango; the last one only makes it quicker.
pango=(ca-certificates libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0)
has_library() { "$python" -c 'import ctypes, sys; [ctypes.CDLL(name) for name in sys.argv[1:]]' "$@" 2>/dev/null; }

need_pango() {
  has_library libpango-1.0.so.0 libpangoft2-1.0.so.0 libharfbuzz-subset.so.0 && return
  install_system "${pango[@]}"
  has_library libpango-1.0.so.0 libpangoft2-1.0.so.0 ||
    fail "Đã cài gói nhưng vẫn không nạp được thư viện Pango để in báo cáo."
}

# --- the virtual environment ---------------------------------------------------------------------------------

# What was installed, and for which Python: a system that moves on to the next one leaves an empty environment.
stamp_of() {
  "$venv/bin/python" -c 'import sys; print("%d.%d" % sys.version_info[:2])' && sha256sum <"$here/$1"
} 2>/dev/null

# is_installed FILE… : every file as it is now is what was installed last.
is_installed() {
  local file stamp
  for file in "$@"; do
    stamp=$(stamp_of "$file") && [ "$(cat "$venv/installed-$file" 2>/dev/null)" = "$stamp" ] || return 1
  done
}

need_program_dir() {
  mkdir -p "$venv" 2>/dev/null && [ -w "$venv" ] ||
    fail "Không ghi được vào thư mục $here: hãy đặt chương trình vào thư mục ghi được."
}

make_venv() {
  "$venv/bin/python" -m pip --version >/dev/null 2>&1 && return
  say "Đang tạo môi trường Python…"
  rm -rf "$venv/bin" "$venv/lib" "$venv/lib64" "$venv/include" "$venv/pyvenv.cfg" "$venv"/installed-*
  step "$python" -m venv "$venv" >"$venv/setup.log" 2>&1 ||
    fail "Không tạo được môi trường Python trong $venv (chi tiết: $venv/setup.log)."
}

pip_install() {
  step "$venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-input --retries 1 \
    --timeout 20 --require-hashes -r "$here/$1" >>"$venv/setup.log" 2>&1 </dev/null
}
uv_install() {
  step env UV_HTTP_TIMEOUT=20 UV_HTTP_RETRIES=1 UV_LINK_MODE=copy UV_PYTHON_DOWNLOADS=never \
    "$venv/bin/python" -m uv pip install --quiet --compile-bytecode --require-hashes --python "$venv/bin/python" \
    -r "$here/$1" >>"$venv/setup.log" 2>&1 </dev/null
}

# install_python FILE [FILE…] : installs the first; the others are contained in it and count as installed too.
install_python() {
  is_installed "$@" && return
  exec 9>"$venv/.setup-lock" # not `.lock`: uv takes that name for its own
  step flock 9
  if ! is_installed "$@"; then
    make_venv
    say "Đang cài thư viện Python (chỉ lần đầu, cần mạng)…"
    { pip_install requirements-install.txt && uv_install "$1"; } || pip_install "$1" ||
      fail "Không tải được thư viện Python: hãy kiểm tra mạng rồi chạy lại (chi tiết: $venv/setup.log)."
    local file
    for file in "$@"; do stamp_of "$file" >"$venv/installed-$file"; done
    rm -f "$venv/setup.log"
  fi
  exec 9>&-
}

# --- the data folder -----------------------------------------------------------------------------------------

need_data_dir() {
  DATA_DIR=${DATA_DIR:-$here/var}
  case $DATA_DIR in /*) ;; *) DATA_DIR=$PWD/$DATA_DIR ;; esac
  export DATA_DIR
  mkdir -p "$DATA_DIR" 2>/dev/null && [ -w "$DATA_DIR" ] ||
    fail "Không ghi được vào thư mục dữ liệu $DATA_DIR: hãy chọn thư mục khác bằng DATA_DIR=…"
}
