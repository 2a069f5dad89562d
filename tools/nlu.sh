#!/usr/bin/env bash
# Hoe goed de assistent verstaat: de twee opdrachten en de scorer, op de bestanden waar niemand van leert.
set -euo pipefail
cd "$(dirname "$0")/.."
map=$(mktemp -d); trap 'rm -rf "$map"' EXIT
echo "· taalmodel: $(.venv/bin/python -c 'from bot.verstaan.taal import taal; print(taal().naam)')"
for naam in uitingen-dev uitingen-vers; do
  echo "· $naam"
  .venv/bin/python -m bot begrijp "tests/evaluatie/$naam.yaml" > "$map/$naam.jsonl"
  .venv/bin/python tests/evaluatie/score.py uitingen "tests/evaluatie/$naam.yaml" "$map/$naam.jsonl"
done
.venv/bin/python -m bot begrijp --relaas tests/evaluatie/uitspraken-dev.yaml > "$map/relaas.jsonl"
.venv/bin/python tests/evaluatie/score.py feiten tests/evaluatie/uitspraken-dev.yaml "$map/relaas.jsonl"
echo "· tabellen en plaatjes op uitingen-dev"
.venv/bin/python -W ignore -m bot.leren meet
echo "· in stukken knippen"
.venv/bin/python -W ignore -m bot.leren stukken
echo "· kruisproef op de eigen zinnen"
.venv/bin/python -W ignore -m bot.leren kruis
[ "${1:-}" = "kort" ] || { tools/stock.sh; echo "· naast de standaardpijplijn van Rasa (een uur of meer)"; .venv/bin/python -W ignore -m bot.leren naast; }
