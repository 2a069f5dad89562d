#!/usr/bin/env bash
# Alle tests. Zonder CI gebruikt dit wat er is en zegt wat het oversloeg; met CI=true wordt het geinstalleerd en is overslaan een fout.
set -euo pipefail
cd "$(dirname "$0")/.."
if [ "${CI:-}" = "true" ] && ! command -v chromium >/dev/null; then
  echo "· Chromium installeren"
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y chromium >/dev/null
fi
if [ "${CI:-}" = "true" ]; then
  echo "· stijl, types en inhoud"
  make --no-print-directory lint
fi
make --no-print-directory models/assistent.tar.gz
echo "· tests"
exec .venv/bin/python -m pytest "$@"
