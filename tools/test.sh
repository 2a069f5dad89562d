#!/usr/bin/env bash
# De tests. Zonder CI gebruikt dit wat er is en zegt wat het oversloeg; met CI=true wordt het geinstalleerd en is overslaan een fout.
set -euo pipefail
cd "$(dirname "$0")/.."
# programma en Debianpakket: de browser, de Bot API-server (node), de gedeelde bewaring, en wat een brief kan openen
nodig="chromium:chromium node:nodejs npm:npm redis-server:redis-server soffice:libreoffice-writer nginx:nginx"
if [ "${CI:-}" = "true" ]; then
  pakketten=""
  for paar in $nodig; do
    command -v "${paar%%:*}" >/dev/null || pakketten="$pakketten ${paar##*:}"
  done
  ls /usr/lib/postgresql/*/bin/postgres >/dev/null 2>&1 || pakketten="$pakketten postgresql"
  if [ -n "$pakketten" ]; then
    echo "· installeren:$pakketten"
    apt-get update -qq
    # shellcheck disable=SC2086
    DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends $pakketten >/dev/null
  fi
fi
uit=$(mktemp -d)
trap 'rm -rf "$uit"' EXIT
# stijl en types rekenen op een kern; het leren mag ernaast
keuring=""
if [ "${CI:-}" = "true" ]; then
  make --no-print-directory lint >"$uit/keuring" 2>&1 &
  keuring=$!
  make --no-print-directory .venv-toezicht/klaar .venv-aanval/klaar
fi
make --no-print-directory models/assistent.tar.gz models/zinnen.npz
if [ -n "$keuring" ]; then
  echo "· stijl, types en inhoud"
  wait "$keuring" || { cat "$uit/keuring"; exit 1; }
  cat "$uit/keuring"
fi
echo "· tests"
[ $# -eq 0 ] || exec .venv/bin/python -m pytest "$@"
# een gewone ronde laat liggen wat lang duurt; in CI, en met ALLES=1, draait alles
keuze=(-m "not lang")
alles=""
if [ "${CI:-}" = "true" ] || [ -n "${ALLES:-}" ]; then alles=ja keuze=(--durations=40); fi
# Groepen die elk in een eigen proces draaien, het langste eerst; zoveel tegelijk als er kernen zijn, met de rest mee.
# Browsers moeten apart: Playwright houdt een gebeurtenislus open, en dan kan asyncio.run niet meer. De aanval start en doodt processen.
twee="tests/aanval/test_productie.py tests/aanval/test_vallen.py tests/aanval/test_twee_deuren.py"
groepen=("tests/bot/widget" "tests/bot/hulplijn/test_browser.py" "tests/bot/telegram/test_meepraten.py")
# shellcheck disable=SC2086
[ -z "$alles" ] || groepen=("$twee" "tests/aanval $(printf -- '--ignore=%s ' $twee)" "${groepen[@]}")
apart="tests/bot/widget tests/bot/hulplijn/test_browser.py tests/bot/telegram/test_meepraten.py tests/aanval"
werkers=${WERKERS:-$(nproc)}
groep() { # een groep; wat zij zegt komt erna in beeld
  local code=0
  # shellcheck disable=SC2086
  .venv/bin/python -m pytest "${keuze[@]}" -p no:cacheprovider ${groepen[$1]} >"$uit/groep$1" 2>&1 || code=$?
  [ $code -eq 5 ] && code=0 # 5: hier liep nu niets
  echo $code >"$uit/klaar$1"
}
doe_groepen() { # steeds de volgende die nog niemand pakte
  local nr
  for nr in "${!groepen[@]}"; do
    mkdir "$uit/gepakt$nr" 2>/dev/null || continue
    groep "$nr"
  done
}
for ((nr = 1; nr < werkers; nr++)); do doe_groepen & done
mis=0
# shellcheck disable=SC2046
.venv/bin/python -m pytest tests "${keuze[@]}" $(printf -- '--ignore=%s ' $apart) || mis=1
doe_groepen
wait
for nr in "${!groepen[@]}"; do
  echo "· ${groepen[$nr]%% --*}"
  cat "$uit/groep$nr"
  [ "$(cat "$uit/klaar$nr")" = 0 ] || mis=1
done
[ -n "$alles" ] || echo "· niet gedraaid: de lange tests (de aanval, nog een Rasa, storingen bij Telegram, drie van de vier wegen per kanaal). Met die erbij: make test ALLES=1"
exit $mis
