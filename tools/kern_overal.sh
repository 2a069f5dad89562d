#!/usr/bin/env bash
# De tests van de kern op elke Python van 3.10 tot en met 3.13 die hier te vinden is; zegt welke er niet was.
set -uo pipefail
cd "$(dirname "$0")/.."
mis=0 weg=""
zoek() { # op het pad, bij pyenv, of bij uv
  local versie=$1 kandidaat
  for kandidaat in "$(command -v "python$versie" || true)" "${PYENV_ROOT:-$HOME/.pyenv}"/versions/"$versie".*/bin/python "$(uv python find "$versie" 2>/dev/null || true)"; do
    if [ -x "$kandidaat" ] && [ "$("$kandidaat" -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null)" = "$versie" ]; then
      echo "$kandidaat"; return
    fi
  done
}
for versie in 3.10 3.11 3.12 3.13; do
  python=$(zoek "$versie")
  if [ -z "$python" ]; then weg="$weg $versie"; continue; fi
  map=".venv-kern-$versie"
  [ "$map/klaar" -nt tools/kern.txt ] || tools/kern.sh "$python" "$map" || { mis=1; continue; }
  echo "· de kern op Python $versie"
  "$map/bin/python" -m knowledge check >/dev/null && "$map/bin/python" -m knowledge voorbeelden || mis=1
  "$map/bin/python" -m pytest tests/knowledge tests/inhoud -m "not lang and not bewijs" -p no:cacheprovider || mis=1
done
[ -z "$weg" ] || echo "· niet gevonden, dus niet getoetst: Python$weg"
exit $mis
