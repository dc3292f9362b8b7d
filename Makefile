# Every target sets up what it needs; a stamp file remembers what is done, so that a second run is quick.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory --no-builtin-rules

PORT ?= 8000
BIN := .venv/bin
GENERATOR := $(BIN)/iec-coop
PYTHON_READY := .venv/ready
NODE_READY := node_modules/ready
CHROMIUM_PATH := .venv/chromium
FIREFOX_PATH := .venv/firefox
WEBKIT_PATH := .venv/webkit
BROWSERS := $(CHROMIUM_PATH) $(FIREFOX_PATH) $(WEBKIT_PATH)
JAVA_PATH := .venv/java
UV_VERSION := 0.13.9

.DEFAULT_GOAL := help
.PHONY: help serve test audit bench bench-build build check validate review diff decisions refresh tidy schema format lock clean

help: ## List the targets.
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-11s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

serve: build ## Build the site, serve it at http://127.0.0.1:8000/ (PORT=8001 for another port) and build again what changes.
	@$(GENERATOR) serve --port $(PORT)

test: $(PYTHON_READY) $(NODE_READY) $(BROWSERS) $(JAVA_PATH) ## Run every check: style, types, imports, facts, site, rules and browser tests.
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	npx --no-install tsc --project tsconfig.json
	$(GENERATOR) build
	$(BIN)/pytest tests/rules --cov=generator/rules --cov-branch --cov-fail-under=100 --cov-report=term-missing:skip-covered
	CHROMIUM="$$(cat $(CHROMIUM_PATH))" FIREFOX="$$(cat $(FIREFOX_PATH))" WEBKIT="$$(cat $(WEBKIT_PATH))" JAVA="$$(cat $(JAVA_PATH))" \
	    $(BIN)/pytest --ignore=tests/rules --numprocesses=auto --maxprocesses=4 --dist=loadfile $(ARGS)

audit: $(PYTHON_READY) $(NODE_READY) $(CHROMIUM_PATH) ## Measure six kinds of pages with Lighthouse, after a build of its own; not a part of the tests.
	CHROME_PATH="$$(cat $(CHROMIUM_PATH))" $(BIN)/python -m tests.audit.audit $(ARGS)

bench: build $(CHROMIUM_PATH) ## Measure the time to the first answer against Pyodide as it comes (half an hour; ARGS=--quick three minutes).
	CHROMIUM="$$(cat $(CHROMIUM_PATH))" $(BIN)/python -m tests.bench.start $(ARGS)

bench-build: $(PYTHON_READY) $(NODE_READY) ## Measure what a build costs with 38, 150, 600 and 2,400 jurisdictions (ARGS="--count 38 --count 150").
	$(BIN)/python -m tests.bench.build $(ARGS)

build: $(PYTHON_READY) $(NODE_READY) ## Build the site into site/ (SITE_URL=https://... for its public address).
	$(GENERATOR) build

check: $(PYTHON_READY) ## Judge one applicant: make check FILE=applicant.yml (FILE=- reads standard input).
	@$(GENERATOR) check $(or $(FILE),$(error Name the applicant's file: make check FILE=applicant.yml))

validate: $(PYTHON_READY) ## Check facts, words and pages, and say which facts are overdue (AS_OF=2027-03-01 for another day).
	@$(GENERATOR) validate $(if $(AS_OF),--as-of $(AS_OF))

review: $(PYTHON_READY) ## List the facts to compare again, page by page; CONFIRM="ircc-fees" writes down that they still hold.
	@$(GENERATOR) review $(if $(CONFIRM),confirm $(CONFIRM)) $(ARGS)

diff: $(PYTHON_READY) ## Say whose answer changes since a revision, and why: make diff REV=main.
	@$(GENERATOR) diff $(or $(REV),$(error Name the revision to compare with: make diff REV=main)) $(TO)

decisions: $(PYTHON_READY) ## Rewrite the decision table in tests/decisions/table after a change that changes answers.
	@$(GENERATOR) decisions --write

refresh: $(PYTHON_READY) ## Fetch IRCC's page of the agreements and its feed of the rounds into build/copies/.
	@$(GENERATOR) refresh

tidy: $(PYTHON_READY) ## Put the keys of the files of facts in order.
	@$(GENERATOR) tidy

schema: $(PYTHON_READY) ## Rewrite the JSON Schemas in data/schema/ after a change of the model.
	@$(GENERATOR) schema

format: $(PYTHON_READY) ## Format code and facts and apply the safe fixes.
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(GENERATOR) tidy

lock: $(PYTHON_READY) ## Choose new versions: rewrite requirements.txt and package-lock.json.
	$(BIN)/python -m pip install --quiet uv==$(UV_VERSION)
	$(BIN)/uv pip compile --quiet --upgrade --universal --generate-hashes --python-version 3.12 \
	    --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" requirements.in --output-file requirements.txt
	npm install --package-lock-only --omit-lockfile-registry-resolved=false

clean: ## Remove everything that was built or installed here.
	rm -rf .venv node_modules build site .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis

$(PYTHON_READY): .venv/locked pyproject.toml
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

.venv/locked: requirements.txt .ci/find-python
	@python=$$(.ci/find-python); \
	    echo "Setting up .venv with $$("$$python" --version) ..."; \
	    rm -rf .venv; \
	    "$$python" -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.txt
	@touch $@

$(NODE_READY): package-lock.json package.json
	@command -v npm >/dev/null || { echo "No npm found: install Node.js 20 or newer with npm (Debian: nodejs npm)." >&2; exit 1; }
	@echo "Setting up node_modules ..."
	@npm ci --silent --no-audit --no-fund
	@touch $@

$(CHROMIUM_PATH): $(PYTHON_READY) .ci/find-chromium .ci/install-debian
	@.ci/find-chromium $(BIN)/python > $@

$(FIREFOX_PATH): $(PYTHON_READY) .ci/find-firefox .ci/install-debian
	@.ci/find-firefox .venv/firefox-esr > $@

$(WEBKIT_PATH): $(PYTHON_READY) .ci/find-webkit .ci/install-debian
	@.ci/find-webkit > $@

$(JAVA_PATH): $(PYTHON_READY) $(NODE_READY) .ci/find-java .ci/install-debian
	@.ci/find-java node_modules > $@
