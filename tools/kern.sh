#!/usr/bin/env bash
# Maakt een lichte omgeving met alleen de kern, zonder Rasa: `tools/kern.sh [PYTHON] [MAP]`. Werkt met Python 3.10 tot en met 3.13.
set -euo pipefail
cd "$(dirname "$0")/.."
past() { "$1" -c 'import sys; sys.exit(not (3, 10) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null; }
python=${1:-}
if [ -z "$python" ]; then
  for kies in python3.13 python3.12 python3.11 python3.10 python3; do
    if past "$kies"; then python=$kies; break; fi
  done
fi
[ -n "$python" ] && past "$python" || { echo "Er is geen Python 3.10, 3.11, 3.12 of 3.13. Haal er een op python.org, of met je pakketbeheer."; exit 1; }
map=${2:-.venv-kern}
echo "· de kern in $map ($("$python" --version))"
"$python" -m venv --clear "$map" || { echo "Deze Python kan geen venv maken. Installeer python3-venv."; exit 1; }
"$map/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r tools/kern.txt
touch "$map/klaar"
