#!/usr/bin/env bash
# HSDS by its own schema, which the project does not carry: taken from HSDS_SCHEMA, from beside the project, or fetched.
# Where none of these is possible, this check alone is left out, and says so.
set -euo pipefail
cd "$(dirname "$0")/.."

file=service_with_definitions.json
if [ -z "${HSDS_SCHEMA:-}" ] && [ -f "../shared/data/hsds-3.0/$file" ]; then
  HSDS_SCHEMA=$(cd ../shared/data/hsds-3.0 && pwd)
fi
if [ -z "${HSDS_SCHEMA:-}" ]; then
  HSDS_SCHEMA=$(mktemp -d)
  trap 'rm -rf "$HSDS_SCHEMA"' EXIT
  address=https://raw.githubusercontent.com/openreferral/specification/3.0/schema/compiled/$file
  if ! curl --fail --silent --show-error --location --retry 1 --output "$HSDS_SCHEMA/$file" "$address"; then
    echo "Left out: HSDS's schema cannot be fetched here. Set HSDS_SCHEMA to a folder that has $file of HSDS 3.0."
    exit 0
  fi
fi
export HSDS_SCHEMA
[ -f "$HSDS_SCHEMA/$file" ] || { echo "There is no $file in $HSDS_SCHEMA."; exit 1; }
.venv/bin/python -m pytest tests/outputs/hsds -q
