# Everything a newcomer types. Each target sets up what it needs; `make` alone lists them.
PYTHON ?= python3
BIN := .venv/bin
DURE := $(BIN)/dure
DEMO_HOME ?= demo
PORT ?= 8710

.DEFAULT_GOAL := help
.PHONY: help setup browser demo demo-plain run serve test lint bench scores clean

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F':.*## ' '{printf "  make %-12s %s\n", $$1, $$2}'

setup: .venv/ready ## make .venv with everything in it (about 40 s on a cold machine)

.venv/ready: requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Dure needs Python 3.11 or newer; set PYTHON=/path/to/python3.11")'
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/pip --quiet --disable-pip-version-check install uv setuptools
	@$(BIN)/uv pip sync --quiet --python .venv --require-hashes requirements.txt
	@$(BIN)/uv pip install --quiet --python .venv setuptools
	@$(BIN)/uv pip install --quiet --python .venv --no-deps --no-build-isolation --editable .
	@touch $@

browser: setup ## Chromium and Korean glyphs for the browser tests, the Nu Html Checker where there is Java and npm
	@$(BIN)/python tests/browser/install.py

demo: setup ## read the recorded pages through Prefect, then show the digest in the browser
	$(DURE) run --replay tests/demo/recording.warc.gz --catalogue tests/demo/catalogue --home $(DEMO_HOME)
	$(DURE) serve --home $(DEMO_HOME) --port $(PORT) --open

demo-plain: setup ## the same without Prefect and without a server: makes the folder and stops
	$(DURE) run --plain --replay tests/demo/recording.warc.gz --catalogue tests/demo/catalogue --home $(DEMO_HOME)

run: setup ## one run over all sources that are due (needs DURE_CONTACT)
	$(DURE) run

serve: setup ## show the last digest on http://127.0.0.1:$(PORT)
	$(DURE) serve --port $(PORT)

# The tests start some hundreds of processes. Where Python is told to keep no bytecode (as in most containers), each of
# them compiles all it imports, and a Prefect server alone costs 12 s of CPU instead of 7.
test: setup browser ## all tests, on all cores
	PYTHONDONTWRITEBYTECODE= PYTHONPYCACHEPREFIX=$(CURDIR)/.venv/bytecode \
	$(BIN)/python -m pytest -n auto --dist loadfile --max-worker-restart 2

lint: setup ## ruff and mypy --strict
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: setup ## speed, by CPU time in interleaved rounds beside a peer
	$(BIN)/python tests/bench/run.py

scores: setup ## what is read right, measured on the recorded pages and the gold set
	$(BIN)/python tests/scores.py

clean: ## remove what was made here (not your data)
	rm -rf .venv build *.egg-info $(DEMO_HOME) .pytest_cache .mypy_cache .ruff_cache .hypothesis
