# The commands of this project. `make help` lists them; ARGS passes options on, as in `make site ARGS=--strict`.

PYTHON ?= python3
VENV_PYTHON := .venv/bin/python
BOOTSTRAP := "$(PYTHON)" bootstrap.py
# A Python that was asked for by name is used; else whichever made .venv.
THIS_PYTHON := $(if $(filter file default,$(origin PYTHON)),,--this-python)

# As typed, whatever they hold; the shell gets them from the environment, so no quotation mark in them can do harm.
override export ARTICLE := $(value ARTICLE)
override export QUOTE := $(value QUOTE)
override export FILE := $(value FILE)
override export ID := $(value ID)
override export NOTE := $(value NOTE)
override export GOLD := $(value GOLD)
override export CORPUS := $(value CORPUS)
override export DOCS := $(value DOCS)
override export SEEDS := $(value SEEDS)

.DEFAULT_GOAL := help
.PHONY: help site serve read pdf check test lint types golden texts lock note accept entity import eval eval-anchors bench bench-search screenshots drills clean site-venv dev-venv chromium

help: ## list these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

site: site-venv ## build and publish the dossier into site/
	@$(VENV_PYTHON) -m build_dossier site $(ARGS)

serve: site-venv ## build it, serve it on this machine, build again after each change
	@$(VENV_PYTHON) -m build_dossier serve $(ARGS)

read: site-venv ## serve the built site on this machine, as it is
	@$(VENV_PYTHON) -m build_dossier serve --site $(ARGS)

pdf: dev-venv chromium ## the built site on paper, build/pdf/: ARTICLE=id one article, ID=id one page (ID=timeline), or all of it
	@$(VENV_PYTHON) -m build_dossier pdf $(ARGS) -- $${ARTICLE:+"$$ARTICLE"} $${ID:+"$$ID"}

check: site-venv ## say what is wrong with seeds and docs; write nothing
	@$(VENV_PYTHON) -m build_dossier check $(ARGS)

note: site-venv ## write a stub for a note: ARTICLE=id QUOTE="words"
	@$(VENV_PYTHON) -m build_dossier note $(ARGS) $${QUOTE:+--quote="$$QUOTE"} -- "$$ARTICLE"

entity: site-venv ## write a stub for a person, place or organisation: ID=id
	@$(VENV_PYTHON) -m build_dossier entity $(ARGS) -- "$$ID"

import: site-venv ## turn another program's annotations into notes: FILE=annotations.json
	@$(VENV_PYTHON) -m build_dossier import $(ARGS) $${ARTICLE:+--article="$$ARTICLE"} -- "$$FILE"

accept: site-venv ## notes that have moved stand right: NOTE=id, or all
	@$(VENV_PYTHON) -m build_dossier accept $(ARGS) -- $${NOTE:+"$$NOTE"}

eval: site-venv ## measure what is found: GOLD=file CORPUS=dir, with DOCS=dir the editors' work too
	@$(VENV_PYTHON) -m build_dossier eval $(ARGS) $${SEEDS:+--seeds="$$SEEDS"} $${GOLD:+--gold="$$GOLD"} \
		$${CORPUS:+--corpus="$$CORPUS"} $${DOCS:+--docs="$$DOCS"}

eval-anchors: site-venv ## measure how notes find their passages in revised texts: CORPUS=dir
	@$(VENV_PYTHON) -m build_dossier eval-anchors $(ARGS) $${CORPUS:+--corpus="$$CORPUS"}

bench: site-venv ## measure time and memory beside a plain MkDocs build: SEEDS=dir
	@$(VENV_PYTHON) -m build_dossier bench $(ARGS) $${SEEDS:+--seeds="$$SEEDS"}

bench-search: dev-venv chromium ## measure how well and how fast the search of the built site answers
	@$(VENV_PYTHON) -m build_dossier bench-search $(ARGS)

screenshots: dev-venv chromium ## build the dossier in each interface language and take pictures of every kind of page
	@$(VENV_PYTHON) -m build_dossier screenshots $(ARGS)

audit: dev-venv chromium ## axe, keyboard, widths, weight and speed of every kind of page of the built site; 1 on a miss
	@$(VENV_PYTHON) -m build_dossier audit $(ARGS)

test: dev-venv chromium ## run every test; ARGS="-k words" some
	@$(VENV_PYTHON) -m pytest -n auto --maxprocesses 4 --dist loadfile $(ARGS)

drills: dev-venv ## end 100 builds at random moments, and more that must do no harm: DRILLS=1000 DRILL_SEED=1
	@DRILLS="$${DRILLS:-100}" $(VENV_PYTHON) -m pytest tests/drills -s $(ARGS)

lint: dev-venv ## check style and format
	@$(VENV_PYTHON) -m ruff check .
	@$(VENV_PYTHON) -m ruff format --check .

types: dev-venv ## check types, those of the scripts too
	@$(VENV_PYTHON) -m mypy
	@sh .ci/javascript/check

golden: dev-venv ## write the golden files anew; review the diff
	@REWRITE_GOLDEN=1 $(VENV_PYTHON) -m pytest -k golden $(ARGS)

PYBABEL = $(VENV_PYTHON) -m babel.messages.frontend
texts: dev-venv ## gather the interface texts for translators
	@$(PYBABEL) -q extract -F build_dossier/locale/babel.cfg -k t -k tn:1,2 -k message --no-location \
		--sort-output --omit-header -o build_dossier/locale/dossier.pot build_dossier mkdocs.yml
	@$(PYBABEL) -q update -D dossier -i build_dossier/locale/dossier.pot -d build_dossier/locale \
		--no-wrap --omit-header --no-fuzzy-matching --ignore-obsolete

lock: dev-venv ## choose versions anew: both requirements lock files
	@$(VENV_PYTHON) -m uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
		--no-header pyproject.toml -o requirements.lock
	@$(VENV_PYTHON) -m uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
		--no-header --extra dev -c requirements.lock pyproject.toml -o requirements-dev.lock

clean: ## remove what the program made: build/, site/, caches
	@rm -rf build site site.old site.new-* .*.build-dossier.lock .pytest_cache .mypy_cache .ruff_cache .hypothesis

site-venv:
	@$(BOOTSTRAP) site $(THIS_PYTHON)

dev-venv:
	@$(BOOTSTRAP) dev $(THIS_PYTHON)

chromium:
	@sh .ci/chromium
