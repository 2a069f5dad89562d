#!/usr/bin/env bash
# Maakt .venv met precies de pakketten uit requirements.txt. Installeert niets buiten de projectmap.
# EHBO_PYTHON=3.12 (of het pad van een python) kiest zelf; anders wordt het de nieuwste die er is.
set -euo pipefail
cd "$(dirname "$0")/.."
VERSIES="3.13 3.12 3.11"

# wat de bot van een Python nodig heeft; een pyenv die een versie noemt maar niet heeft, zakt hier ook voor
deugt() {
  "$1" - "$2" >/dev/null 2>&1 <<'PY'
import sqlite3, ssl, sys
assert sys.argv[1] in ("", "%d.%d" % sys.version_info[:2]) and (3, 11) <= sys.version_info[:2] <= (3, 13)
sqlite3.connect(":memory:").execute("create virtual table t using fts5(x)")
PY
}

zoek() { # het pad van Python $1: van het systeem, van pyenv, of van uv
  local p
  for p in $(type -ap "python$1") "${PYENV_ROOT:-$HOME/.pyenv}"/versions/"$1".*/bin/python"$1" \
    "${XDG_DATA_HOME:-$HOME/.local/share}"/uv/python/cpython-"$1".*/bin/python"$1" /usr/local/bin/python"$1"; do
    if [ -x "$p" ] && deugt "$p" "$1"; then "$p" -c 'import sys; print(sys.executable)'; return; fi
  done
  return 1
}

gevonden=""
case "${EHBO_PYTHON:-}" in
  */*) if deugt "$EHBO_PYTHON" ""; then gevonden=$EHBO_PYTHON; fi ;;
  *) for versie in ${EHBO_PYTHON:-$VERSIES}; do if gevonden=$(zoek "$versie"); then break; fi; done ;;
esac

uv=uv
"$uv" --version >/dev/null 2>&1 || uv=.uv/bin/uv
if ! "$uv" --version >/dev/null 2>&1; then
  echo "· uv is er niet; ik zet het in .uv"
  python=${gevonden:-$(command -v python3 || true)}
  [ -n "$python" ] || { echo "Er is geen python3. Op Debian en Ubuntu: apt-get install python3 python3-venv"; exit 1; }
  "$python" -m venv --clear .uv || { echo "$python kan geen venv maken. Op Debian en Ubuntu: apt-get install python3-venv"; exit 1; }
  .uv/bin/pip install --quiet --disable-pip-version-check uv
fi

if [ -z "$gevonden" ]; then
  wil=${EHBO_PYTHON:-3.13}
  echo "· geen Python ${EHBO_PYTHON:-3.11, 3.12 of 3.13} gevonden; uv probeert $wil te halen"
  "$uv" python install "$wil" >/dev/null 2>&1 && gevonden=$(zoek "$wil") || {
    echo "De bot draait op Python 3.11, 3.12 of 3.13, en die is er niet. Kies er een, en doe dit daarna opnieuw:"
    echo "  apt-get install python3 python3-venv   (Debian 12 of nieuwer, Ubuntu 24.04 of nieuwer)"
    echo "  pyenv install 3.13"
    echo "  $uv python install 3.13"
    exit 1
  }
fi
echo "· Python $("$gevonden" -c 'import platform; print(platform.python_version())'): $gevonden"

# een omgeving van een andere Python kan deze pakketten niet dragen
versie=$("$gevonden" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
deugt .venv/bin/python "$versie" || "$uv" venv --quiet --clear --python "$gevonden" .venv
echo "· pakketten installeren in .venv (ongeveer 140; de eerste keer een minuut of twee)"
# --no-deps: de lijst is volledig, en Rasa zou anders om TensorFlow vragen
"$uv" pip install --quiet --no-deps --require-hashes -r requirements.txt --python .venv/bin/python

# de opdracht `rasa`: zonder telemetrie en passend bij deze Python
cat >.venv/bin/rasa <<RASA
#!$PWD/.venv/bin/python
import sys

sys.path.insert(0, "$PWD")
from bot.rasa.__main__ import main

main()
RASA
chmod +x .venv/bin/rasa

# wat een model onleesbaar maakt als het verandert; alleen dan een nieuwe datum, zodat `make` opnieuw traint
.venv/bin/python -c '
import sys
from importlib.metadata import version
print(*sys.version_info[:2], *(f"{p}=={version(p)}" for p in ("rasa", "scikit-learn", "scipy", "numpy", "skops")))
' >.venv/versies.nieuw
cmp -s .venv/versies.nieuw .venv/versies || mv .venv/versies.nieuw .venv/versies
rm -f .venv/versies.nieuw
touch .venv/klaar
