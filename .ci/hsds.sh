#!/usr/bin/env bash
# HSDS by its own schema, which the project does not carry: taken from HSDS_SCHEMA, else fetched. Without it nothing is passed.
set -euo pipefail
cd "$(dirname "$0")/.."

file=service_with_definitions.json
if [ -z "${HSDS_SCHEMA:-}" ]; then
  HSDS_SCHEMA=$(mktemp -d)
  trap 'rm -rf "$HSDS_SCHEMA"' EXIT
  address=https://raw.githubusercontent.com/openreferral/specification/3.0/schema/compiled/$file
  curl --fail --silent --show-error --location --retry 3 --output "$HSDS_SCHEMA/$file" "$address" ||
    { echo "HSDS's schema cannot be fetched. Set HSDS_SCHEMA to a folder that has $file of HSDS 3.0."; exit 1; }
fi
export HSDS_SCHEMA
[ -f "$HSDS_SCHEMA/$file" ] || { echo "There is no $file in $HSDS_SCHEMA."; exit 1; }
.venv/bin/python -m pytest tests/outputs/hsds -q
