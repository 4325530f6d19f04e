# Everything from a fresh clone: Python 3.11 or newer, make and git are all it asks for.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin

.PHONY: chat test lint check benchmark fuzz soak clean

chat: $(VENV)/serving        ## talk to Parley in this terminal
	@$(BIN)/parley chat

test: $(VENV)/developing     ## the whole suite
	$(BIN)/python -m pytest -n auto

lint: $(VENV)/developing     ## style, types, and the direction of the arrows
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

check: lint test             ## what continuous integration runs

benchmark: $(VENV)/developing  ## measurements, each beside a peer in the same run
	$(BIN)/python -m tests.benchmarks

fuzz: $(VENV)/developing     ## a hundred thousand broken offers, none of which may stop the reader
	$(BIN)/python -m tests.benchmarks.fuzz_offers

soak: $(VENV)/developing     ## 10,000 turns of 50 people at once on PostgreSQL, and of 20 on SQLite
	$(BIN)/python -m tests.memory.crowd --users 50
	$(BIN)/python -m tests.memory.crowd --users 20 --sqlite

clean:
	rm -rf $(VENV)

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/serving: $(BIN)/python pyproject.toml constraints.txt
	@echo "Setting up (about a minute, once) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable .
	@touch $@

$(VENV)/developing: $(BIN)/python pyproject.toml constraints.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt pip
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable ".[data,postgres]" --group dev
	@touch $@ $(VENV)/serving
