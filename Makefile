# Two commands do everything from a fresh clone: "make site" and "make test". "make" alone lists the others.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# What the site of this repository needs beyond the package itself.
SITE_PACKAGE := .[images,search]
TEST_PACKAGE := .[edit,images,links,search,test]
SITE_READY := $(VENV)/ready-for-site
TEST_READY := $(VENV)/ready-for-test
PIP_INSTALL := $(BIN)/python -m pip --disable-pip-version-check install --quiet --constraint constraints.txt
# Debian keeps a part of Python in a package of its own; only root is spared the question.
APT_INSTALL := sh -c '{ apt-get -qq install -y "$$0" || { apt-get -qq update && apt-get -qq install -y "$$0"; }; } >/dev/null 2>&1'
# Two at once: the tests are written for a machine of two cores.
WORKERS ?= 2

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:
.PHONY: help site pictures check serve docs test tools lint types imports pytest campaigns hostile audit lowest format words constraints clean

help: ## list these commands
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

site: $(SITE_READY) ## check content/ and build the site into output/
	$(BIN)/dragoman build

check: $(SITE_READY) ## check content/, build nothing
	$(BIN)/dragoman check

pictures: $(TEST_READY) ## make pictures of eight pages on two widths, in two schemes and two languages, to look at
	$(BIN)/python -m tests.browser.pictures

serve: $(SITE_READY) ## show the site in a browser while you write
	$(BIN)/dragoman serve

docs: $(SITE_READY) ## write the pages of docs/ that are made from the program
	$(BIN)/python -c 'from dragoman.content.rules.page import render_page; print(render_page(), end="")' >docs/rules.md

test: tools lint types imports pytest ## run every check and every test of the project

tools: $(TEST_READY) ## install what only the tests need: a browser, a validator
	@$(BIN)/python -m tests.tools.install

lint: $(TEST_READY) ## look for mistakes and untidy layout in the code
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: $(TEST_READY) ## check the types
	$(BIN)/mypy

imports: $(TEST_READY) ## check that imports go one way
	@$(BIN)/lint-imports

pytest: $(TEST_READY) ## run the tests; ARGS="-k calendar" runs some
	$(BIN)/pytest --numprocesses $(WORKERS) --dist loadscope $(ARGS)

campaigns: $(TEST_READY) ## kill, mutate and compare builds in thousands of ways; ARGS="kills" runs some
	$(BIN)/python -m tests.campaigns $(ARGS)

hostile: $(TEST_READY) ## put every hostile text into every field and open every page (half an hour)
	DRAGOMAN_HOSTILE=1 $(BIN)/pytest tests/hostile tests/browser/test_hostile.py

audit: $(TEST_READY) ## ask whether a known weakness is in one of the versions in constraints.txt
	@$(PYTHON) -m venv build/audit && build/audit/bin/pip --disable-pip-version-check install --quiet pip-audit
	@build/audit/bin/pip-audit --requirement constraints.txt --no-deps --disable-pip || { \
	  echo 'NOT AUDITED, or weaknesses found: see above. The advisories are asked for over the network.' >&2; exit 1; }

lowest: $(TEST_READY) ## test with the lowest versions that pyproject.toml allows
	@mkdir -p build && $(BIN)/python -m tests.tools.lowest >build/lowest.txt
	@$(PYTHON) -m venv build/lowest
	@build/lowest/bin/pip --disable-pip-version-check install --quiet --constraint build/lowest.txt --editable '$(TEST_PACKAGE)'
	build/lowest/bin/pytest -m 'not browser and not slow' tests/unit tests/rules tests/sites tests/pelican

format: $(TEST_READY) ## lay the code out and mend what can be mended
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

words: $(TEST_READY) ## bring the theme's catalogs up to date with its templates
	@mkdir -p build
	$(BIN)/pybabel --quiet extract --mapping=themes/dragoman/babel.cfg --keyword=pgettext:1c,2 \
	  --keyword=npgettext:1c,2,3 --no-location --sort-output --output=build/words.pot themes/dragoman
	$(BIN)/pybabel --quiet update --domain=dragoman --output-dir=themes/dragoman/locale --input-file=build/words.pot \
	  --no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date --width=110

constraints: $(TEST_READY) ## write down the versions in use as those known to work
	@{ grep '^#' constraints.txt; $(BIN)/python -m pip freeze --exclude-editable; } >$(VENV)/constraints.txt
	@mv $(VENV)/constraints.txt constraints.txt

clean: ## remove all that was made, the environment too
	rm -rf $(VENV) .tools .dragoman .output.next build dist .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find output -mindepth 1 ! -path output/.gitignore -delete

# The environment. Each stamp is renewed when what it was made from has changed.

$(BIN)/pip:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo 'Dragoman needs Python 3.11 or newer, which "$(PYTHON)" is not. Name another: make PYTHON=python3.12 site' >&2; exit 2; }
	@package=python$$($(PYTHON) -c 'import sys; print("%d.%d" % sys.version_info[:2])')-venv; \
	$(PYTHON) -c 'import ensurepip' 2>/dev/null || { [ "$$(id -u)" = 0 ] && $(APT_INSTALL) "$$package"; } || { \
	  echo 'This Python is without the part that makes environments.' >&2; \
	  echo "On Debian or Ubuntu: sudo apt install $$package; then the same again." >&2; exit 2; }
	$(PYTHON) -m venv $(VENV)

$(SITE_READY): pyproject.toml constraints.txt | $(BIN)/pip
	@echo 'Installing what the site needs into $(VENV) …'
	@$(PIP_INSTALL) --editable '$(SITE_PACKAGE)'
	@touch $@

$(TEST_READY): pyproject.toml constraints.txt | $(BIN)/pip
	@echo 'Installing what the tests need into $(VENV) …'
	@$(PIP_INSTALL) --editable '$(TEST_PACKAGE)'
	@touch $@ $(SITE_READY)
