# `make help` lists what there is to make. Python 3.11+ and make are all that has to be there:
# every target sets up what it needs in .venv, and does it again only when a lock has changed.

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
LOCKED := --quiet --require-hashes --only-binary :all: -r

DB ?= reports.db
HOST ?= 127.0.0.1
PORT ?= 8001
PYTEST ?= -n auto --maxprocesses 4

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo demo-db test lint format types bench accuracy schema docs pictures lock clean

help: ## List the targets
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 16

demo: demo-db ## Build the sample database and serve it (PORT=8001)
	$(BIN)/council-reports serve --db $(DB) --host $(HOST) --port $(PORT)

demo-db: $(VENV)/.runtime ## Build the sample database without serving it (DB=reports.db)
	$(BIN)/council-reports build corpus/reports --db $(DB)

test: $(VENV)/.dev ## Run every test
	$(BIN)/python -m pytest $(PYTEST)

lint: $(VENV)/.dev ## Check style and formatting
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

format: $(VENV)/.dev ## Put formatting and import order right
	$(BIN)/ruff check --fix-only .
	$(BIN)/ruff format .

types: $(VENV)/.dev ## Check types
	$(BIN)/mypy

bench: $(VENV)/.dev ## Measure speed, builds and a pack of 1,000 pages; write docs/performance.md
	$(BIN)/python -m bench.performance
	$(BIN)/python -m bench.packs

accuracy: $(VENV)/.dev ## Measure accuracy and write docs/accuracy.md
	$(BIN)/python docs/accuracy.py

schema: $(VENV)/.runtime ## Write schemas/record.schema.json from the models
	$(BIN)/python -m schemas.export

docs: $(VENV)/.dev ## Write the generated parts of README.md and docs/
	$(BIN)/python docs/generate.py

pictures: demo-db $(VENV)/.dev ## Take the pictures of the site anew (needs chromium)
	$(BIN)/python -m docs.pictures --db $(DB)

# No index, folder or address of the machine that resolves may show in a lock. The runtime lock
# comes first and constrains the other: what is tested is what is installed.
COMPILE = $(BIN)/uv pip compile pyproject.toml --group pyproject.toml:build --quiet --upgrade \
	--universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	--no-emit-find-links --custom-compile-command "make lock"

lock: $(VENV)/.made ## Resolve dependencies anew into the two locks
	$(PIP) install --quiet uv
	$(COMPILE) --extra ocr --output-file requirements.lock
	$(COMPILE) --all-extras --constraint requirements.lock --output-file requirements-dev.lock

clean: ## Remove the environment, caches and the sample database
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis build dist
	rm -rf $(DB) $(DB)-wal $(DB)-shm $(DB).lock $(DB:.db=-originals)

$(VENV)/.made: .ci/make-venv
	.ci/make-venv $(VENV)
	@touch $@

# The project itself comes last and alone: a folder has no hash. Its build tools are in the lock,
# so nothing is fetched for it.
$(VENV)/.runtime: requirements.lock pyproject.toml | $(VENV)/.made
	$(PIP) install $(LOCKED) requirements.lock
	$(PIP) install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: requirements-dev.lock $(VENV)/.runtime
	$(PIP) install $(LOCKED) requirements-dev.lock
	@touch $@
