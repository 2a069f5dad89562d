# Alles wat je hier doet, in één woord. `make` alleen toont de lijst.
SHELL := /bin/bash
.DEFAULT_GOAL := help
PY := .venv/bin/python
INHOUD := $(shell find knowledge -name '*.yaml' -o -name '*.py' 2>/dev/null)
VERSTAAN := $(wildcard data/nlu/*.yml bot/leren/*.py) $(addprefix bot/verstaan/,kenmerken.py model.py normaal.py taal.py) knowledge/stam.py
LEERSTOF := config.yml domain.yml $(shell find data actions bot/rasa bot/verstaan -name '*.py' -o -name '*.yml' 2>/dev/null)
export RASA_TELEMETRY_ENABLED := false
export TF_CPP_MIN_LOG_LEVEL := 3

.PHONY: help run test lint bench train chat kennis nlu mutatie

help: ## deze lijst
	@grep -hE '^[a-z]+:.*##' Makefile | sed -E 's/:.*## /\t/' | expand -t 12

.venv/klaar: requirements.txt tools/omgeving.sh
	@tools/omgeving.sh

models/kennis.db: $(INHOUD) | .venv/klaar
	@echo "· kennis bouwen uit knowledge/inhoud"
	@$(PY) -m knowledge build

models/verstaan.npz: $(VERSTAAN) | .venv/klaar
	@echo "· leren verstaan (ongeveer een kwart minuut)"
	@$(PY) -m bot train --alleen verstaan

models/assistent.tar.gz: $(LEERSTOF) models/verstaan.npz | .venv/klaar models/kennis.db
	@echo "· het gesprek trainen (ongeveer een halve minuut)"
	@$(PY) -m bot train --alleen rasa

kennis: .venv/klaar ## de inhoud controleren en models/kennis.db maken; een lopende bot neemt hem meteen over
	@$(PY) -m knowledge build

train: .venv/klaar models/kennis.db ## de assistent trainen
	@$(PY) -m bot train

run: .venv/klaar models/kennis.db models/assistent.tar.gz ## alles starten; toont het adres
	@$(PY) -m bot run

chat: .venv/klaar models/kennis.db models/assistent.tar.gz ## praten in de terminal
	@$(PY) -m bot chat

test: .venv/klaar models/kennis.db ## alle tests; met CI=true ook wat extra moet worden geinstalleerd
	@tools/test.sh

lint: .venv/klaar ## stijl, types en de inhoud
	@echo "· stijl"; .venv/bin/ruff check . && .venv/bin/ruff format --check -q .
	@echo "· types"; .venv/bin/mypy
	@echo "· inhoud"; $(PY) -m knowledge check

bench: .venv/klaar models/kennis.db models/assistent.tar.gz ## hoe snel, naast de gewone Rasa in een run; make bench OPTIES=--kort is sneller klaar
	@$(PY) -m bench $(OPTIES)

mutatie: .venv/klaar ## elk stukje recht een keer stuk maken, en zien wie het merkt; make mutatie ELKE=10 neemt elke tiende, SOORT=routes alleen die map
	@$(PY) -m tests.inhoud.mutatie $(or $(ELKE),1) $(SOORT)

nlu: .venv/klaar models/kennis.db models/verstaan.npz ## hoe goed de assistent verstaat
	@tools/nlu.sh
