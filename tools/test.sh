#!/usr/bin/env bash
# Alle tests. Zonder CI gebruikt dit wat er is en zegt wat het oversloeg; met CI=true wordt het geinstalleerd en is overslaan een fout.
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
make --no-print-directory models/assistent.tar.gz
echo "· tests"
[ $# -eq 0 ] || exec .venv/bin/python -m pytest "$@"
# wat een browser stuurt, draait in een eigen proces: Playwright houdt een gebeurtenislus open, en dan kan asyncio.run niet meer
met_browser="tests/bot/widget tests/bot/hulplijn/test_browser.py tests/bot/telegram/test_meepraten.py"
# shellcheck disable=SC2046
.venv/bin/python -m pytest tests $(printf -- '--ignore=%s ' $met_browser)
for groep in $met_browser; do
  .venv/bin/python -m pytest "$groep"
done
