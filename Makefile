# Everything a person or a build machine types. `make` alone lists the targets.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:

PYTHON ?= python3
VENV ?= .venv
PYTEST_ARGS ?=
BIN := $(VENV)/bin
EXAMPLES := $(sort $(wildcard examples/*.xlsx examples/*.csv))

.PHONY: help demo test lint pytest score bench fuzz lock docs picture format clean chromium axe

help: ## this list
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /\1|/' | sort | awk -F'|' '{ printf "  make %-9s %s\n", $$1, $$2 }'
	@echo
	@echo "  Python 3.11 or newer is needed; another one than python3: make PYTHON=python3.12 ..."
	@echo "  Chromium is needed for the browser tests only; another one than Debian's: CHROMIUM=/path/to/chrome make test"
	@echo "  npm is needed for the accessibility tests only (axe-core, a test dependency; depmap itself needs no node)."

# --- environments ------------------------------------------------------------------------------------------------
# A stamp holds until the lock or the package's description changes, so nothing is installed twice.

RUN_STAMP := $(VENV)/.run-installed
DEV_STAMP := $(VENV)/.dev-installed
PIP := $(BIN)/python -m pip --disable-pip-version-check -qq
# "compat" puts the tree on the path with one line; the default finder costs start-up time at every call.
INSTALL_DEPMAP := $(PIP) install --no-deps --no-build-isolation --config-settings editable_mode=compat --editable .
# As pip does for what it copies: some machines forbid Python to keep what it compiled, and then every call compiles anew.
COMPILE := $(BIN)/python -m compileall -q depmap bom risk_rules reports && \
  PYTHONDONTWRITEBYTECODE= $(BIN)/python -c 'from reports.page.compiled import compile_all; compile_all()'

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "depmap needs Python 3.11 or newer; $(PYTHON) is $$($(PYTHON) -V). Say which one to use: make PYTHON=python3.12 ..." >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(RUN_STAMP): requirements.lock setup.cfg pyproject.toml | $(BIN)/python
	$(PIP) install --require-hashes --requirement requirements.lock
	$(INSTALL_DEPMAP)
	$(COMPILE)
	@touch $@

$(DEV_STAMP): requirements-dev.lock setup.cfg pyproject.toml | $(BIN)/python
	$(PIP) install --require-hashes --requirement requirements-dev.lock
	$(INSTALL_DEPMAP)
	$(COMPILE)
	@touch $@ $(RUN_STAMP)

# --- for users ---------------------------------------------------------------------------------------------------

demo: $(RUN_STAMP) ## analyse the three example systems into demo/ and say where the maps are
	@for file in $(EXAMPLES); do \
	  name=$$(basename "$${file%.*}"); \
	  echo "== $$file"; \
	  $(BIN)/depmap analyze "$$file" --lang nl --out "demo/$$name"; \
	  echo; \
	done
	@echo "Open a map in a browser:"
	@for file in $(EXAMPLES); do echo "  demo/$$(basename "$${file%.*}")/risk-map.html"; done

# --- for whoever changes depmap ----------------------------------------------------------------------------------

test: $(DEV_STAMP) chromium axe lint pytest ## all checks, then all tests: unit, property, golden, browser, installed wheel

lint: $(DEV_STAMP) ## format, style, types, import contracts, docstrings, dependencies, fresh docs
	$(BIN)/ruff format --check .
	$(BIN)/ruff check --output-format concise .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/interrogate --config setup.cfg depmap bom risk_rules reports
	$(BIN)/python -m tools.declared > $(VENV)/declared.txt
	$(BIN)/deptry depmap bom risk_rules reports --requirements-files $(VENV)/declared.txt \
	  --known-first-party depmap --known-first-party bom --known-first-party risk_rules --known-first-party reports
	$(BIN)/python -m tools.docs --check

pytest: $(DEV_STAMP) chromium axe ## the tests alone, with branch coverage; PYTEST_ARGS="-k bom -x" narrows them
	$(BIN)/pytest -n auto --dist loadfile --no-loadscope-reorder --cov --cov-report=term $(if $(PYTEST_ARGS),,--cov-fail-under=95) $(PYTEST_ARGS)

score: $(RUN_STAMP) ## how well real workbooks are read and known networks are solved, if they lie beside this folder
	@if [ -f ../shared/boms/score.py ]; then \
	  PATH="$(abspath $(BIN)):$$PATH" $(BIN)/python ../shared/boms/score.py ../shared/boms/given '$(abspath $(BIN))/depmap check {file} --format json --cells'; \
	else echo "No corpus of workbooks beside this folder (../shared/boms): nothing to score."; fi
	@if [ -d ../shared/networks ]; then $(BIN)/python -m benchmarks.bench_cut_sets ../shared/networks; \
	else echo "No networks beside this folder (../shared/networks): nothing to compare."; fi

bench: $(DEV_STAMP) ## processor time of start-up and of a whole analysis, as ratios to a baseline of the same run
	@for script in benchmarks/bench_*.py; do $(BIN)/python -m "benchmarks.$$(basename "$$script" .py)"; echo; done

fuzz: $(DEV_STAMP) ## 2,000 further mutants through the command, and how each kind of file fared; SEED=... repeats a run
	MUTANTS=2000 SEED="$${SEED:-$$(date +%s)}" $(BIN)/pytest -q -s tests/hostile/test_mutants.py

format: $(DEV_STAMP) ## format the code and repair what can be repaired
	$(BIN)/ruff check --fix-only --quiet .
	$(BIN)/ruff format .

docs: $(DEV_STAMP) ## write the generated pages of docs/ anew
	$(BIN)/python -m tools.docs
	$(BIN)/python -m tools.guides

picture: $(DEV_STAMP) chromium ## take the pictures of the readme and those that screens are compared with anew
	$(BIN)/python -m tools.picture > /dev/null
	TAKE_PICTURES=1 $(BIN)/pytest -q --no-cov tests/browser/test_pictures.py

lock: ## renew requirements*.lock (newest releases that setup.cfg allows, all platforms, with hashes)
	$(PYTHON) -m venv $(VENV)-lock
	$(VENV)-lock/bin/python -m pip install --quiet --disable-pip-version-check uv
	PATH="$(abspath $(VENV)-lock)/bin:$$PATH" bash tools/lock.sh
	rm -rf $(VENV)-lock

clean: ## remove everything that was built, also the environment
	rm -rf $(VENV) $(VENV)-lock build dist demo *.egg-info .coverage .coverage.* htmlcov tests/browser/node_modules
	rm -rf .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# --- what only the browser tests need ----------------------------------------------------------------------------

chromium:
	@bash tools/chromium.sh

axe: tests/browser/node_modules/.package-lock.json

tests/browser/node_modules/.package-lock.json: tests/browser/package-lock.json
	@if ! command -v npm >/dev/null; then \
	  echo "npm was not found: the accessibility tests will be skipped. They need node and npm, nothing else does."; \
	elif ! npm ci --prefix tests/browser --ignore-scripts --no-audit --no-fund --loglevel=error --fetch-retries=1; then \
	  echo "axe-core could not be installed: the accessibility tests will be skipped."; fi
