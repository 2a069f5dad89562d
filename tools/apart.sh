#!/usr/bin/env bash
# Draait tests in een verse kopie met een eigen omgeving, zodat die van hier blijft wat zij is:
#   tools/apart.sh 3.11 tests/knowledge tests/bot/rasa          op een andere Python (`oudste` neemt de oudste die er is)
#   TAALMODEL=invaller tools/apart.sh 3.13 tests/bot/verstaan   met een spaCy-model dat de test zelf maakt
set -euo pipefail
cd "$(dirname "$0")/.."
versie=$1; shift
map=$(mktemp -d "${TMPDIR:-/tmp}/apart.XXXXXX")
trap 'rm -rf "$map"' EXIT
git ls-files -z | xargs -0 -I{} sh -c '[ -e "$1" ] && cp --parents "$1" "$2"' _ {} "$map"
uv=$(command -v uv || echo "$PWD/.uv/bin/uv")
[ -x "$uv" ] && PATH="$(dirname "$uv"):$PATH"
cd "$map"
if [ "$versie" = oudste ]; then
  for versie in 3.11 3.12 3.13; do if EHBO_PYTHON=$versie tools/omgeving.sh; then break; fi; done
else
  EHBO_PYTHON=$versie tools/omgeving.sh
fi
if [ "${TAALMODEL:-}" = invaller ]; then
  echo "· spaCy, met een invaller voor nl_core_news_sm"
  uv pip install --quiet --no-deps --require-hashes -r tools/taalmodel.txt --python .venv/bin/python
  .venv/bin/python -m tests.bot.verstaan.invaller
fi
make --no-print-directory models/assistent.tar.gz
echo "· tests op $(.venv/bin/python -V), taalmodel $(cat .venv/taal)"
.venv/bin/python -m pytest "$@"
