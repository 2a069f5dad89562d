#!/usr/bin/env bash
# De lange aanval, alles op loopback: doden, rommel, sessies raden en drukte. Elk deel drukt zijn cijfers af; een misser is een fout.
# Korter: KEER=10 ROMMEL=5000 SESSIES=1000 DUUR=120 VOL=30 make attack
set -euo pipefail
cd "$(dirname "$0")/.."
PY=.venv/bin/python
if [ ! -x .venv-aanval/bin/locust ]; then
  echo "· locust in een eigen omgeving (.venv-aanval)"
  $PY -m venv .venv-aanval
  .venv-aanval/bin/pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r tools/aanval.txt
fi
mis=0
echo "· sessies"; $PY -m tests.aanval.raden "${SESSIES:-10000}" || mis=1
echo "· rommel"; $PY -m tests.aanval.rommel "${ROMMEL:-100000}" || mis=1
echo "· drukte"; $PY -m tests.aanval.drukte "${DUUR:-600}" "${VOL:-60}" || mis=1
echo "· kill -9"; $PY -m tests.aanval.vallen "${KEER:-100}" || mis=1
exit $mis
