#!/usr/bin/env bash
# Maakt .venv met precies de pakketten uit requirements.txt. Installeert niets buiten de projectmap.
set -euo pipefail
cd "$(dirname "$0")/.."

echo "· omgeving maken in .venv"
if uv --version >/dev/null 2>&1; then
  uv=uv
else
  python=$(command -v python3 || true)
  [ -n "$python" ] || { echo "Er is geen python3. Installeer Python 3.10 (Debian: apt-get install python3 python3-venv)."; exit 1; }
  [ -x .uv/bin/uv ] || {
    echo "· uv is er niet; ik zet het in .uv"
    "$python" -m venv .uv || { echo "python3 kan geen venv maken. Installeer python3-venv."; exit 1; }
    .uv/bin/pip install --quiet --disable-pip-version-check uv
  }
  uv=.uv/bin/uv
fi

if ! gevonden=$("$uv" python find 3.10 2>/dev/null); then
  echo "· geen Python 3.10 gevonden; uv probeert er een te halen"
  "$uv" python install 3.10 >/dev/null 2>&1 || {
    echo "Python 3.10 is nodig: Rasa 3.6.21 draait op niets nieuwers."
    echo "Haal hem met 'pyenv install 3.10' of 'uv python install 3.10', en doe dit daarna opnieuw."
    exit 1
  }
  gevonden=$("$uv" python find 3.10)
fi
echo "· Python 3.10: $gevonden"
[ -x .venv/bin/python ] || "$uv" venv --quiet --python "$gevonden" .venv
echo "· pakketten installeren (ongeveer 220; de eerste keer een paar minuten)"
# --no-deps: de lijst is volledig, en opnieuw oplossen zou over Rasa's verouderde pinnen struikelen
"$uv" pip install --quiet --no-deps --require-hashes -r requirements.txt --python .venv/bin/python

# Het taalmodel staat niet op PyPI. Lukt het ophalen niet, dan werkt de bot met stammen (design: verstaan/taal.py).
if ! .venv/bin/python -c 'import nl_core_news_sm' 2>/dev/null; then
  echo "· Nederlands taalmodel proberen te halen (mag mislukken)"
  timeout 25 "$uv" pip install --quiet --no-deps --python .venv/bin/python \
    "nl_core_news_sm @ https://github.com/explosion/spacy-models/releases/download/nl_core_news_sm-3.7.0/nl_core_news_sm-3.7.0-py3-none-any.whl" 2>/dev/null \
    || echo "  niet gelukt: de bot gebruikt woordstammen"
fi
touch .venv/klaar
