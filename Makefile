# `make review` sets everything up and reviews an example; `make test` sets everything up and runs all checks.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
# A corpus in DATA, unpacked or packed.
corpus = $(firstword $(wildcard $(DATA)/$(1)) $(DATA)/$(1).tar.gz)
EXAMPLE ?= examples/salt-on-the-stairs.docx

.PHONY: review test check lint types contracts pytest docs score score-who score-slips score-foreign score-when bench clean

review: .venv/ready  ## review an example story and say where the page is
	$(BIN)/fabula review $(EXAMPLE)

test: .venv/ready check  ## everything CI runs

check: lint types contracts pytest  ## all checks, in an environment that is set up already

.venv/ready: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --upgrade pip
	$(BIN)/pip install --quiet -e '.[dev]'
	touch .venv/ready

lint:
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types:
	$(BIN)/basedpyright

contracts:
	$(BIN)/lint-imports

pytest:
	$(BIN)/pytest

score: .venv/ready  ## make score DATA=folder: the development stories, and the novels and samples in DATA
	$(BIN)/python evaluation/stories.py --command $(BIN)/fabula tests/stories/*.gold.json
	@test -z "$(DATA)" || $(BIN)/python evaluation/litbank.py $(call corpus,litbank) --command $(BIN)/fabula --split dev
	@test -z "$(DATA)" || $(BIN)/python evaluation/pdnc.py $(call corpus,pdnc) --command $(BIN)/fabula --split dev

score-who: .venv/ready  ## make score-who DATA=folder: what each signal of the speakers is worth, and comments on clean passages
	$(BIN)/python evaluation/speakers.py $(DATA)/pdnc
	$(BIN)/python evaluation/comments_on_clean.py $(DATA)

score-slips: .venv/ready  ## make score-slips DATA=folder: real slips found and mended, and false alarms on clean passages
	$(BIN)/python evaluation/proofreading.py \
	  --checker "$(BIN)/python evaluation/as_checker.py slips --command $(BIN)/fabula" \
	  --items $(DATA)/proofreading_dev.jsonl --clean $(DATA)/proofreading_clean_dev.jsonl

score-foreign: .venv/ready  ## make score-foreign DATA=folder: foreign phrases found, read and checked
	$(BIN)/python evaluation/foreign.py "$(BIN)/python evaluation/as_checker.py foreign --command $(BIN)/fabula" \
	  --phrases $(DATA)/foreign_dev.jsonl --negatives $(DATA)/foreign_dev_negatives.jsonl

score-when: .venv/ready  ## make score-when DATA=folder: scenes, their time and order, and breaks put back in novels
	$(BIN)/python evaluation/stories.py --command $(BIN)/fabula tests/stories/*.gold.json
	$(BIN)/python evaluation/scene_breaks.py $(DATA)

bench: .venv/ready  ## make bench TEXT=story.txt: seconds of every stage and check, and memory (WORDS=n: of its first n words)
	$(BIN)/python evaluation/speed.py $(or $(TEXT),$(EXAMPLE)) --command $(BIN)/fabula $(if $(WORDS),--words $(WORDS))

clean:
	rm -rf .venv .pytest_cache .hypothesis .ruff_cache

-include training/training.mk
