# The tagger of slips. FICTION: the folder fiction-clean; START: a reader's checkpoint; OUT: where the run and its novels lie.
SLIPS_OUT ?= build/slips
WEIGHTS := src/fabula/models/weights

.PHONY: train-slips slips-export slips-counts slips-measure

train-slips: $(TRAIN_ENV)  ## make train-slips FICTION=folder START=checkpoint: trains the tagger of slips, or goes on
	test -d $(SLIPS_OUT)/present || $(TRAINING) training.slips.present $(FICTION) $(SLIPS_OUT)/present
	$(TRAINING) training.slips.train $(FICTION) $(SLIPS_OUT) --weights $(WEIGHTS) --start $(START) \
	  --present $(SLIPS_OUT)/present $(SETTINGS)

slips-export: $(TRAIN_ENV)  ## make slips-export: writes the tagger that is shipped, beside the reader
	$(TRAINING) training.slips.export $(SLIPS_OUT)/checkpoint.pt $(WEIGHTS)

slips-counts: $(TRAIN_ENV)  ## make slips-counts FICTION=folder: counts which words stand beside each other in clean fiction
	$(TRAINING) training.slips.count $(FICTION) $(WEIGHTS)

slips-measure: $(TRAIN_ENV)  ## make slips-measure FICTION=folder DATA=folder: what the tagger doubts, in slipped and in clean texts
	$(TRAINING) training.slips.measure $(SLIPS_OUT)/rows.jsonl --fiction $(FICTION) --clean 60000 --made 30000 \
	  --items $(DATA)/proofreading_dev.jsonl --clean-items $(DATA)/proofreading_clean_dev.jsonl
