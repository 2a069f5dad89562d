#!/usr/bin/env bash
# De lange aanval, alles op loopback: sessies raden, het HTTP-contract, rommel, kill -9, schrijvers en drukte. Een misser is een fout.
# Elk deel bewaart zijn uitslag in results/aanval; aan het eind staat de tabel in docs/beheer.md.
#   make attack                                         alles, van voren af aan
#   make attack DEEL=vallen-sqlite ZAAD=2 KEER=20       een stuk erbij; stukken met een ander zaad tellen op
#   CONTRACT=5 KEER=10 ROMMEL=5000 SESSIES=1000 DUUR=120 VOL=30 make attack
set -euo pipefail
cd "$(dirname "$0")/.."
export PATH="$PATH:/usr/sbin"
PY=.venv/bin/python
delen=("$@")
if [ ${#delen[@]} -eq 0 ]; then
  delen=(sessies contract rommel vallen-sqlite vallen-postgres schrijven drukte)
  rm -rf results/aanval
fi
mis=0
for deel in "${delen[@]}"; do
  echo "· $deel"
  case $deel in
    sessies) $PY -m tests.aanval.raden "${SESSIES:-10000}" "${ZAAD:-1}" ;;
    contract) $PY -m tests.aanval.contract "${CONTRACT:-150}" "${ZAAD:-1}" ;;
    rommel) $PY -m tests.aanval.rommel "${ROMMEL:-100000}" "${ZAAD:-1}" ;;
    vallen-*) $PY -m tests.aanval.vallen "${deel#vallen-}" "${KEER:-100}" "${ZAAD:-1}" ;;
    schrijven) $PY -m tests.aanval.schrijven "${SCHRIJF:-60}" "${ZAAD:-1}" ;;
    drukte) $PY -m tests.aanval.drukte "${DUUR:-600}" "${VOL:-60}" "${ZAAD:-1}" ;;
    *) echo "onbekend deel: $deel"; exit 2 ;;
  esac || mis=1
done
$PY -m tests.aanval.uitslag >/dev/null || mis=1
echo "de tabel staat in docs/beheer.md"
exit $mis
