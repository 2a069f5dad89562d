#!/usr/bin/env bash
# Zet alle lijsten opnieuw vast: voor de bot met tests, voor het beeld (zonder tests), voor het taalmodel, en voor gereedschap.
# MEE=nieuw neemt van alles het nieuwste; zonder blijft wat er staat, tenzij pyproject.toml iets anders vraagt.
set -euo pipefail
cd "$(dirname "$0")/.."
uv=$(command -v uv || echo .uv/bin/uv)
nieuw=()
[ "${MEE:-}" = nieuw ] && nieuw=(--upgrade)
zet() { "$uv" pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header "${nieuw[@]+"${nieuw[@]}"}" "$@" >/dev/null; }
zet --python-version 3.11 -c tools/een_versie.txt --extra bot --extra test pyproject.toml -o requirements.txt
zet --python-version 3.11 -c requirements.txt --no-annotate --extra bot pyproject.toml -o deploy/requirements.txt
zet --python-version 3.11 -c requirements.txt --no-annotate tools/taalmodel.in -o tools/taalmodel.txt
for deel in toezicht aanval; do zet --python-version 3.11 --no-annotate "tools/$deel.in" -o "tools/$deel.txt"; done
# de gewone Rasa, om mee te vergelijken, bestaat alleen voor 3.10
zet --no-config --python-version 3.10 --no-annotate tools/stock.in -o tools/stock.txt
# de kern alleen, ook voor Python 3.10: wat zij nodig heeft in dezelfde versie als de bot, het gereedschap van haar tests is vrij
kern=$(mktemp); trap 'rm -f "$kern"' EXIT
grep -oE '^(pydantic|pydantic-core|pyyaml|sqlite-utils|snowballstemmer|rich|tzdata)==[^ ]+' requirements.txt >"$kern"
zet --no-config --python-version 3.10 --no-annotate -c "$kern" tools/kern.in -o tools/kern.txt
