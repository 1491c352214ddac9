# Two commands: `make site` builds the directory into output/, `make test` runs everything that checks it.
# Both set themselves up. This file keeps to what GNU make 3.81, the one macOS has, understands.

SHELL = /bin/sh
VENV = .venv
CONF = pelicanconf.py
# As far as the locked packages go: they are installed as published, never compiled here.
PYTHONS = python3.14 python3.13 python3.12 python3.11 python3
RUN = PYTHONPATH=plugins $(VENV)/bin/python

# A person's own Python and pip settings must not reach into the project's environment.
unexport $(filter-out PYTHONHASHSEED PYTHONS,$(filter PYTHON%,$(.VARIABLES)))
unexport PIP_TARGET PIP_PREFIX PIP_ROOT PIP_NO_BINARY PIP_REQUIRE_VIRTUALENV VIRTUAL_ENV
export PIP_USER = 0
export PIP_DISABLE_PIP_VERSION_CHECK = 1
export PYTHONUTF8 = 1

# The name of a stamp carries what was locked, so a touched, restored or edited lock file is told apart by its contents.
LOCKED := $(shell cat requirements.txt requirements-test.txt | cksum | tr ' ' '-')
FOR_SITE = $(VENV)/.for-site-$(LOCKED)
FOR_TESTS = $(VENV)/.for-tests-$(LOCKED)
UNFINISHED = $(VENV)/.unfinished

# An interrupted set-up, or a Python that was since removed, is made anew whatever the stamps say.
ifneq ($(shell test ! -e $(UNFINISHED) && $(VENV)/bin/python -I -c '' 2>/dev/null && echo sound),sound)
.PHONY: $(FOR_SITE)
endif

.PHONY: help site check serve test browser lint setup setup-test lock words clean
.NOTPARALLEL:

help:
	@echo 'make site    check the records and build the directory into output/'
	@echo 'make check   check the records only'
	@echo 'make serve   build, show at http://127.0.0.1:8000/ and rebuild on every change'
	@echo 'make test    run every test (make test ARGS="-k price" runs some)'
	@echo 'make lint    run only the formatter, linter and type checker'
	@echo 'make clean   remove what was built and set up'
	@echo 'make words   gather the site'\''s own words for translation'
	@echo 'make lock    choose newer versions of the dependencies'
	@echo
	@echo 'AS_OF=2019-06-17 make site builds the directory as of that day; AS_OF=today as of the real one.'

site: setup
	@$(RUN) -m pelican content -o output -s $(CONF) --fatal errors

check: setup
	@$(RUN) -m provider_directory check

serve: setup
	@$(RUN) -m provider_directory serve $(ARGS)

test: browser lint
	@$(RUN) -m pytest --numprocesses auto --dist loadfile $(ARGS)

browser: setup-test
	@$(VENV)/bin/python -m tests.setup.browser

lint: setup-test
	@$(VENV)/bin/python -m ruff check --quiet .
	@$(VENV)/bin/python -m ruff format --check --quiet --diff .
	@$(RUN) -m mypy

setup: $(FOR_SITE)
	@:

setup-test: $(FOR_TESTS)
	@:

$(FOR_SITE):
	@set -e; \
	chosen=; bare=; \
	for python in $(PYTHONS); do \
	  "$$python" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 15))' >/dev/null 2>&1 || continue; \
	  if "$$python" -c 'import ensurepip, venv' >/dev/null 2>&1; then chosen=$$python; break; fi; \
	  bare=$${bare:-$$python}; \
	done; \
	if [ -z "$$chosen$$bare" ]; then \
	  echo 'Python 3.11, 3.12, 3.13 or 3.14 is needed, and none was found. Install one and run this again:' >&2; \
	  echo '  Debian 12, Ubuntu 24.04, or newer:  sudo apt install python3 python3-venv' >&2; \
	  echo '  macOS, with Homebrew:               brew install python@3.14' >&2; \
	  echo '  anything else:                      https://www.python.org/downloads/' >&2; \
	  exit 1; \
	fi; \
	if [ -z "$$chosen" ]; then \
	  version=$$("$$bare" -c 'import sys; print("%d.%d" % sys.version_info[:2])'); \
	  echo "Python $$version is here, but not its venv module with ensurepip. Install it and run this again:" >&2; \
	  echo "  Debian, Ubuntu:        sudo apt install python3-venv  (if that does not help, python$$version-venv)" >&2; \
	  echo "  macOS, with Homebrew:  brew reinstall python@$$version" >&2; \
	  exit 1; \
	fi; \
	echo "Setting up $(VENV) with $$chosen. This is done once."; \
	rm -f $(VENV)/.for-*; \
	"$$chosen" -m venv --clear $(VENV); touch $(UNFINISHED); \
	$(VENV)/bin/python -m pip install --quiet --require-hashes --only-binary :all: -r requirements.txt; \
	touch $@; rm -f $(UNFINISHED)

$(FOR_TESTS): $(FOR_SITE)
	@set -e; \
	echo 'Adding what the tests need. This is done once.'; \
	touch $(UNFINISHED); \
	$(VENV)/bin/python -m pip install --quiet --require-hashes --only-binary :all: -r requirements-test.txt; \
	touch $@; rm -f $(UNFINISHED)

# Runs for maintainers only, in an environment of its own: the locker is no dependency of the project. The tests' needs are
# resolved first: what the site needs has to stand beside them.
lock: setup
	@$(VENV)/bin/python -m venv --clear .cache/lock
	@.cache/lock/bin/python -m pip install --quiet uv
	@for lock in 'requirements-test.txt --extra test' 'requirements.txt --constraints requirements-test.txt'; do \
	  .cache/lock/bin/uv pip compile pyproject.toml --output-file $$lock --upgrade --no-config --quiet \
	    --universal --python-version 3.11 --generate-hashes --custom-compile-command 'make lock' || exit; \
	done

clean:
	rm -rf $(VENV) .ci/node_modules .cache .pytest_cache .mypy_cache .ruff_cache .hypothesis __pycache__
	rm -rf .output.last .output.next .output.lock
	find output -mindepth 1 -maxdepth 1 ! -name .gitignore -exec rm -rf {} +
	find plugins tests -type d -name __pycache__ -prune -exec rm -rf {} +

# Gathers the site's own words from templates and views into the catalogues, keeping what is translated.
words: setup-test
	@$(VENV)/bin/pybabel --quiet extract -F pyproject.toml -k say -k count:1,2 --no-location --sort-output --omit-header --no-wrap -o theme/locale/messages.pot .
	@set -e; for language in fi sv en; do \
	  file=theme/locale/$$language/LC_MESSAGES/messages.po; \
	  $(VENV)/bin/pybabel --quiet update -i theme/locale/messages.pot -o $$file -l $$language --no-fuzzy-matching --ignore-obsolete --omit-header --no-wrap; \
	  messages=$$(cat $$file); \
	  printf 'msgid ""\nmsgstr ""\n"Language: %s\\n"\n"MIME-Version: 1.0\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n%s\n' $$language "$$messages" > $$file; \
	done
	@rm theme/locale/messages.pot
