#!/usr/bin/env bash
# Zet spaCy en nl_core_news_sm in .venv, elk op versie en hash. Zonder dit gebruikt de bot woordstammen, en zo zijn de cijfers gemaakt.
set -euo pipefail
cd "$(dirname "$0")/.."
uv=$(command -v uv || echo .uv/bin/uv)
"$uv" pip install --quiet --no-deps --require-hashes -r tools/taalmodel.txt --python .venv/bin/python
if ! "$uv" pip install --quiet --no-deps --require-hashes -r tools/taalmodel-nl.txt --python .venv/bin/python; then
  echo "Het taalmodel is niet te halen (tools/taalmodel-nl.txt noemt het adres). De bot blijft woordstammen gebruiken."
  exit 1
fi
echo "· nl_core_news_sm staat in .venv; 'make run' leert nu opnieuw, met dit taalmodel"
