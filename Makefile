# Alles wat je hier doet, in één woord. `make` alleen toont de lijst.
SHELL := /bin/bash
.DEFAULT_GOAL := help
PY := .venv/bin/python
INHOUD := $(shell find knowledge -name '*.yaml' -o -name '*.py' 2>/dev/null)
VERSTAAN := $(wildcard data/nlu/*.yml data/nood/*.yaml data/stukken/* bot/verstaan/stukken/*.py) $(addprefix bot/leren/,train.py leerstof.py stukken.py stukkenstof.py) $(addprefix bot/verstaan/,kenmerken.py model.py nood.py noodtaal.py normaal.py taal.py zin.py) knowledge/stam.py
# Rasa leert alleen hiervan: niet van wat bij het praten gehoord of gezegd wordt
LEERSTOF := config.yml domain.yml data/rules.yml $(wildcard data/nlu/*.yml) bot/rasa/leerstof.py bot/leren/leerstof.py
export RASA_TELEMETRY_ENABLED := false

.PHONY: attack help run test lint bench train chat kennis voorbeelden kern nlu mutatie sbom licenties oud audit beeld pinnen taalmodel

help: ## deze lijst
	@grep -hE '^[a-z]+:.*##' Makefile | sed -E 's/:.*## /\t/' | expand -t 12

.venv/klaar: requirements.txt tools/omgeving.sh
	@tools/omgeving.sh

models/kennis.db: $(INHOUD) | .venv/klaar
	@echo "· kennis bouwen uit knowledge/inhoud"
	@$(PY) -m knowledge build

# een model van een andere Python, scikit-learn of numpy laadt niet
.venv/versies: .venv/klaar ;

# met welk taalmodel het verstaan leert: alleen nieuw als er een bij komt, weggaat of een andere versie heeft
.venv/taal: .venv/klaar ALTIJD
	@ls .venv/lib/python3.*/site-packages | grep -E '^(nl_core_news_sm|spacy)-.*info$$' >$@.nieuw || echo stammen >$@.nieuw
	@cmp -s $@.nieuw $@ && rm $@.nieuw || mv $@.nieuw $@
ALTIJD:

models/verstaan.npz: $(VERSTAAN) .venv/versies .venv/taal
	@echo "· leren verstaan (ongeveer een minuut)"
	@$(PY) -m bot train --alleen verstaan

# elke manier van vragen op betekenis; wat al gelezen was, wordt niet opnieuw gelezen
models/zinnen.npz: models/kennis.db bot/leren/zinnen.py $(addprefix bot/verstaan/,zinsbeeld.py antwoordvinder/betekenis.py) .venv/versies
	@$(PY) -m bot train --alleen zinnen

models/assistent.tar.gz: $(LEERSTOF) .venv/versies | models/kennis.db models/verstaan.npz
	@echo "· het gesprek trainen (ongeveer drie kwart minuut)"
	@$(PY) -m bot train --alleen rasa

# wie alleen de inhoud schrijft, heeft Rasa niet nodig: een lichte omgeving met de kern, op elke Python van 3.10 tot en met 3.13
.venv-kern/klaar: tools/kern.txt tools/kern.sh
	@tools/kern.sh

KERN := $(if $(wildcard .venv/klaar),.venv,.venv-kern)
kennis: $(KERN)/klaar ## de inhoud controleren en models/kennis.db maken; een lopende bot neemt hem meteen over
	@$(KERN)/bin/python -m knowledge build

voorbeelden: $(KERN)/klaar ## alle voorbeelden uitvoeren; zegt welke niet uitkomen, waar, en waarom ze er staan
	@$(KERN)/bin/python -m knowledge voorbeelden

kern: .venv-kern/klaar ## de tests van de kern, zonder Rasa; DEEL=overal op elke Python van 3.10 tot en met 3.13 die er is
	@$(if $(DEEL),tools/kern_overal.sh,.venv-kern/bin/python -m knowledge voorbeelden && .venv-kern/bin/python -m pytest tests/knowledge tests/inhoud -m "not lang")

train: .venv/klaar models/kennis.db ## de assistent trainen
	@$(PY) -m bot train

# de pagina wacht niet op de betekenissen: tot ze er zijn, worden vragen op hun woorden gevonden
run: .venv/klaar models/kennis.db models/assistent.tar.gz ## alles starten; toont het adres
	@nice $(MAKE) --no-print-directory models/zinnen.npz & $(PY) -m bot run

chat: .venv/klaar models/kennis.db models/zinnen.npz models/assistent.tar.gz ## praten in de terminal
	@$(PY) -m bot chat

test: .venv/klaar models/kennis.db ## de tests in acht tot zestien minuten, naar hoe snel de machine is; ALLES=1 ook de lange, CI=true ook wat extra moet worden geinstalleerd
	@tools/test.sh

lint: .venv/klaar ## stijl, types en de inhoud
	@echo "· stijl"; .venv/bin/ruff check . && .venv/bin/ruff format --check -q .
	@echo "· types"; .venv/bin/mypy
	@echo "· inhoud"; $(PY) -m knowledge check

bench: .venv/klaar models/kennis.db models/zinnen.npz models/assistent.tar.gz ## hoe snel, naast de gewone Rasa in een run; make bench OPTIES=--kort is sneller klaar
	@tools/stock.sh && $(PY) -m bench $(OPTIES)

attack: .venv/klaar .venv-aanval/klaar models/kennis.db models/zinnen.npz models/assistent.tar.gz ## de lange aanval op loopback; DEEL="vallen-sqlite rommel" ZAAD=2 KEER=20 doet een stuk
	@tools/aanval.sh $(DEEL)

mutatie: .venv/klaar ## elk stukje recht een keer stuk maken, en zien wie het merkt; make mutatie ELKE=10 neemt elke tiende, SOORT=routes alleen die map
	@$(PY) -m tests.inhoud.mutatie $(or $(ELKE),1) $(SOORT)

nlu: .venv/klaar models/kennis.db models/verstaan.npz ## hoe goed de assistent verstaat
	@tools/nlu.sh

# gereedschap van anderen, elk in een eigen omgeving: de pinnen van de bot blijven zoals ze zijn
.venv-%/klaar: tools/%.txt | .venv/klaar
	@echo "· gereedschap voor $* in .venv-$*, apart van de bot"
	@uv=$$(command -v uv || echo .uv/bin/uv); $$uv venv --quiet --clear --python .venv/bin/python .venv-$* \
	  && $$uv pip install --quiet --no-deps --require-hashes -r tools/$*.txt --python .venv-$*/bin/python
	@touch $@

sbom: .venv-toezicht/klaar ## een lijst van alle onderdelen (CycloneDX) in results/sbom.json
	@mkdir -p results
	@.venv-toezicht/bin/cyclonedx-py environment .venv/bin/python --pyproject pyproject.toml --of JSON --output-reproducible -o results/sbom.json
	@$(PY) -c 'import json; print("results/sbom.json:", len(json.load(open("results/sbom.json"))["components"]), "onderdelen")'

beeld: models/assistent.tar.gz ## de twee containerbeelden bouwen, en zeggen hoe groot ze zijn; TAALMODEL=ja met het taalmodel erin
	@maak=$$(command -v docker || command -v podman) || { echo "hiervoor is docker of podman nodig"; exit 1; }; for deel in deur rasa; do \
	  $$maak build --quiet --build-arg TAALMODEL=$(TAALMODEL) -f deploy/Containerfile --target $$deel -t ehbo-$$deel:0.1.0 . >/dev/null \
	  && $$maak image inspect --format "ehbo-$$deel:0.1.0 {{.Size}}" ehbo-$$deel:0.1.0 | awk '{printf "%s: %.0f MB\n", $$1, $$2 / 1e6}' || exit 1; done

pinnen: .venv/klaar ## alle lijsten met pakketten opnieuw vastzetten; daarna `make licenties oud`
	@tools/pinnen.sh

taalmodel: .venv/klaar ## spaCy met nl_core_news_sm erbij, op versie en hash; daarna traint `make` opnieuw
	@tools/taalmodel.sh

licenties: .venv/klaar ## docs/licenties.md opnieuw maken
	@$(PY) tools/licenties.py

oud: .venv/klaar ## welke pinnen ouder zijn dan twee jaar (tools/oude_pinnen.txt); make oud DAG=2024-11-24
	@$(PY) tools/oude_pinnen.py $(or $(DAG),$(shell date -d '2 years ago' +%F))

audit: .venv-toezicht/klaar ## bekende gaten in de pinnen; wat niet nagekeken kon worden, is een fout
	@$(PY) tools/audit.py
