#!/usr/bin/env bash
# Build twice on what looks like two machines and compare every byte: .ci/reproducible.sh FOLDER (keeps the first build)
set -euo pipefail

build() {
  # Otherwise the second would be made of what the first one remembers.
  rm -rf .cache/provider-directory
  PYTHONPATH=plugins .venv/bin/python -m pelican content -o "$1" -s pelicanconf.py -e "WORKERS=$2" --fatal errors
}

PYTHONHASHSEED=1 TZ=Pacific/Kiritimati LC_ALL=C build "$1" 1
PYTHONHASHSEED=2 TZ=America/St_Johns LC_ALL=C.UTF-8 build "$1-again" 3
diff --recursive --brief "$1" "$1-again"
echo "$(($(find "$1" -type f | wc -l))) files, the same bytes twice."
