#!/usr/bin/env bash
# Zet spaCy en nl_core_news_sm in .venv, elk op versie en hash. Zonder dit gebruikt de bot woordstammen, en zo zijn de cijfers gemaakt.
set -euo pipefail
cd "$(dirname "$0")/.."
uv=$(command -v uv || echo .uv/bin/uv)
zet() { "$uv" pip install --quiet --no-deps --require-hashes -r "$1" --python .venv/bin/python; }
# het model eerst: zonder model is spaCy alleen maar 190 MB
if ! zet tools/taalmodel-nl.txt; then
  echo "Het taalmodel is niet te halen (tools/taalmodel-nl.txt noemt het adres). Er is niets veranderd: de bot blijft woordstammen gebruiken."
  exit 1
fi
if ! zet tools/taalmodel.txt; then
  "$uv" pip uninstall --quiet nl_core_news_sm --python .venv/bin/python
  echo "spaCy is niet te halen. Er is niets veranderd: de bot blijft woordstammen gebruiken."
  exit 1
fi
echo "· nl_core_news_sm staat in .venv; 'make run' leert nu opnieuw, met dit taalmodel"
echo "  weer zonder: .venv/bin/python -m pip uninstall nl_core_news_sm (of uv pip uninstall), en dan 'make run'"
