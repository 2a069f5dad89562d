#!/usr/bin/env bash
# De gewone Rasa in .venv-stock, om mee te vergelijken: Rasa 3.6.21 met TensorFlow, en die wil Python 3.10. Is die er niet,
# dan zegt dit dat, en meet `make bench` alleen onze bot.
set -euo pipefail
cd "$(dirname "$0")/.."
[ .venv-stock/klaar -nt tools/stock.txt ] && exit 0
uv=$(command -v uv || echo .uv/bin/uv)
gevonden=""
for p in $(type -ap python3.10) "${PYENV_ROOT:-$HOME/.pyenv}"/versions/3.10.*/bin/python3.10; do
  if [ -x "$p" ] && "$p" -c 'import ssl, sqlite3' >/dev/null 2>&1; then gevonden=$p; break; fi
done
if [ -z "$gevonden" ]; then
  "$uv" python install 3.10 >/dev/null 2>&1 && gevonden=$("$uv" python find 3.10) || {
    echo "· Python 3.10 is er niet en is niet te halen: zonder de gewone Rasa om mee te vergelijken"
    exit 0
  }
fi
echo "· de gewone Rasa met TensorFlow in .venv-stock (ruim 2 GB), met $gevonden"
"$uv" venv --quiet --clear --python "$gevonden" .venv-stock
"$uv" pip install --quiet --no-deps --require-hashes -r tools/stock.txt --python .venv-stock/bin/python
touch .venv-stock/klaar
