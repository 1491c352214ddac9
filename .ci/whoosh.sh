#!/usr/bin/env bash
# Run what uses Whoosh with each of the three distributions that carry it, and compare what they find.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
distributions='Whoosh==2.7.4 --hash=sha256:aa39c3c3426e3fd107dcb4bde64ca1e276a65a889d9085a6e4b54ba82420a852
Whoosh-Reloaded==2.7.5 --hash=sha256:2ab6aeeafb359fbff4beb3c704b960fd88240354f3363f1c5bdb5c2325cae80e
whoosh3==3.54.0 --hash=sha256:fb9656781a8f42a6ddc273e6e9e456edd0ad8976f4899d9593c424b59a445539'

while read -r distribution; do
  name=${distribution%% *}
  echo "$distribution" > "$folder/wanted.txt"
  # Compiled as it is installed: the oldest one warns of its own text whenever Python 3.12 or newer compiles it.
  .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes --only-binary :all: \
    --compile --target "$folder/$name" -r "$folder/wanted.txt"

  # What stands on this path comes before what is installed. A warning is an error, as it is in every test.
  export PYTHONPATH="$folder/$name:plugins"
  .venv/bin/python -c "import sys, whoosh; sys.exit(not whoosh.__file__.startswith('$folder/$name'))"
  .venv/bin/python -m pytest --quiet -p no:cacheprovider -k 'not table_of_the_judge' \
    tests/outputs/search/test_key.py tests/outputs/search/test_whoosh_index.py
  .venv/bin/python -W error -m tests.outputs.search.judged > "$folder/found"
  if [ -e "$folder/before" ]; then diff "$folder/before" "$folder/found"; fi
  mv "$folder/found" "$folder/before"
  echo "$name: $(($(wc -l < "$folder/before"))) results"
done <<< "$distributions"
echo 'They find the same, for the same reasons.'
