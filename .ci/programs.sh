#!/usr/bin/env bash
# See that the programs which tests need are here: .ci/programs.sh. What is not on PATH is taken from Debian's packages into
# .cache/programs, of which bin belongs before everything else on PATH; nothing is installed, and nobody has to be root.
set -euo pipefail

place=$PWD/.cache/programs
search=$PATH:/usr/sbin:/sbin
mkdir -p "$place/bin"

# Each: the program, its packages, a module of it that tests need as well, and a file of it in these packages.
programs=$(cat <<'END'
rsync    rsync                                 -                                        usr/bin/rsync
nginx    nginx libnginx-mod-http-brotli-static ngx_http_brotli_static_module.so         usr/sbin/nginx
apache2  apache2-bin                           mod_rewrite.so                           usr/sbin/apache2
END
)

# Of an installed program, modules stand where Debian puts them.
is_here() {
  PATH=$search command -v "$1" >/dev/null || return 1
  [ "$2" = - ] || [ -e "/usr/lib/$1/modules/$2" ]
}

# Whether what was unpacked starts.
starts() {
  [ -x "$place/bin/$1" ] || return 1
  case $1 in rsync) "$place/bin/$1" --version ;; *) "$place/bin/$1" -v ;; esac >/dev/null 2>&1
}

# The lists of packages that the machine has may be missing or old: then some of one's own are fetched.
apt() {
  apt-get --quiet=2 -o APT::Sandbox::User=root ${own[@]+"${own[@]}"} "$@"
}

own=()
update() {
  mkdir -p "$place/apt/lists/partial" "$place/apt/archives/partial"
  own=(-o "Dir::State=$place/apt" -o Dir::State::lists=lists -o Dir::State::status=/var/lib/dpkg/status
    -o "Dir::Cache=$place/apt")
  apt update || true
}

# Packages with those that they need and the machine does not have.
download() {
  local needed
  needed=$(apt --simulate --no-install-recommends install "$@" | sed -n 's/^Inst \([^ ]*\) .*/\1/p')
  [ -n "$needed" ] || needed=$*
  rm -rf "$place/packages"
  mkdir -p "$place/packages"
  (cd "$place/packages" && apt download $needed)
}

unpack() {
  local package
  for package in "$place"/packages/*.deb; do dpkg-deb --extract "$package" "$place/root"; done
  rm -rf "$place/packages"
}

# A program that finds the libraries which came with it.
wrap() {
  local libraries
  libraries=$(find "$place/root" -name 'lib*.so*' -printf '%h\n' | sort -u | paste -sd :)
  printf '#!/bin/sh\nLD_LIBRARY_PATH=%q${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH} exec %q "$@"\n' \
    "$libraries" "$place/root/$2" > "$place/bin/$1"
  chmod +x "$place/bin/$1"
}

lacking=() packages=()
while read -r line; do
  read -ra words <<< "$line"
  name=${words[0]} file=${words[-1]} module=${words[-2]}
  if is_here "$name" "$module"; then rm -f "$place/bin/$name"; continue; fi
  starts "$name" && continue
  lacking+=("$name $file")
  packages+=("${words[@]:1:${#words[@]}-3}")
done <<< "$programs"
[ ${#lacking[@]} -gt 0 ] || exit 0

told="The tests need programs that are not here. Install them and run this again:  sudo apt install ${packages[*]}"
if ! command -v apt-get >/dev/null || ! command -v dpkg-deb >/dev/null; then
  echo "$told  (or what they are called here)" >&2
  exit 1
fi
echo "Fetching ${packages[*]} for the tests, into .cache/programs. This is done once."
if ! download "${packages[@]}" 2>/dev/null; then
  update
  download "${packages[@]}" || { echo "$told" >&2; exit 1; }
fi
unpack
for each in "${lacking[@]}"; do
  wrap $each
  starts "${each%% *}" || { echo "${each%% *} came, and does not start. $told" >&2; exit 1; }
done
