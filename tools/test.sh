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
if [ "${CI:-}" = "true" ]; then
  echo "· stijl, types en inhoud"
  make --no-print-directory lint
  make --no-print-directory .venv-toezicht/klaar .venv-aanval/klaar
fi
make --no-print-directory models/assistent.tar.gz models/zinnen.npz
echo "· tests"
[ $# -eq 0 ] || exec .venv/bin/python -m pytest "$@"
# een gewone ronde laat liggen wat lang duurt; in CI, en met ALLES=1, draait alles
keuze=(-m "not lang")
if [ "${CI:-}" = "true" ] || [ -n "${ALLES:-}" ]; then keuze=(); fi
# wat een browser stuurt, draait in een eigen proces: Playwright houdt een gebeurtenislus open, en dan kan asyncio.run niet meer.
# Dat gaat naast de rest; wat het zegt, komt erna in beeld.
met_browser="tests/bot/widget tests/bot/hulplijn/test_browser.py tests/bot/telegram/test_meepraten.py"
naast=$(mktemp)
trap 'rm -f "$naast"' EXIT
browsers() {
  local groep uit=0
  for groep in $met_browser; do
    .venv/bin/python -m pytest ${keuze[@]+"${keuze[@]}"} "$groep" || [ $? -eq 5 ] || uit=1 # 5: hier liep nu niets
  done
  return $uit
}
browsers >"$naast" 2>&1 &
wacht=$!
mis=0
# shellcheck disable=SC2046
.venv/bin/python -m pytest tests ${keuze[@]+"${keuze[@]}"} $(printf -- '--ignore=%s ' $met_browser) || mis=1
wait "$wacht" || mis=1
echo "· in de browser"
cat "$naast"
[ ${#keuze[@]} -eq 0 ] || echo "· niet gedraaid: de lange tests (de aanval, nog een Rasa, storingen bij Telegram, drie van de vier wegen per kanaal). Met die erbij: make test ALLES=1"
exit $mis
