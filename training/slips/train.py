"""Trains the tagger of slips: `python -m training.slips.train FICTION OUT --weights … --start …`; resumes from OUT."""

from __future__ import annotations

import argparse
import dataclasses
import json
import random
import time
from pathlib import Path

import torch
from torch import Tensor

from fabula.models.slips_table import read_word_table
from fabula.models.wordpiece import read_vocabulary
from fabula.stages.wordlist import fiction_words
from training.reader.network import RoundedLinear, load_base
from training.slips.batches import make_batch
from training.slips.confusions import confusions
from training.slips.make import Maker
from training.slips.network import SlipNetwork, vocabulary_vectors
from training.slips.prose import Books, read_books, window

ROWS = 8
"""Windows of a step."""
EVERY_SECONDS = 600
PRESENT = 0.08
"""The share of windows from novels retold in the present."""


@dataclasses.dataclass
class Settings:
    """What a run is: its seed, its length and how it learns."""

    steps: int = 3000
    seed: int = 1
    encoder_rate: float = 2.5e-4
    head_rate: float = 1e-3
    warm: float = 0.04
    average: float = 0.995
    rounds: bool = False


def build_network(weights: Path) -> tuple[SlipNetwork, list[str], Maker]:
    """The network with the word table that the reader ships, the words that may be meant, and the maker of slips."""
    often = fiction_words()
    pairs = confusions(often)
    words = sorted({*pairs, *(word for meant in pairs.values() for word in meant)})
    table = read_word_table((weights / "reader.onnx").read_bytes())
    pieces = read_vocabulary((weights / "vocab.txt").read_text("utf-8").split("\n"))
    network = SlipNetwork(torch.from_numpy(vocabulary_vectors(words, pieces, table)).float())
    network.encoder.words.weight.data.copy_(torch.from_numpy(table))
    return network, words, Maker(pairs, often)


def start_from(network: SlipNetwork, path: Path) -> None:
    """Layers of a trained reader (its running average), or of the published base; the word table stays."""
    table = network.encoder.words.weight.data.clone()
    if path.suffix == ".safetensors":
        load_base(network.encoder, path)
    else:
        state = torch.load(path, weights_only=False)
        names = [n for n, _ in sorted_parameters(state["network"])]
        own = dict(zip(names, state["mean"], strict=True)) if len(names) == len(state["mean"]) else state["network"]
        inner = {
            k.removeprefix("encoder."): v for k, v in {**state["network"], **own}.items() if k.startswith("encoder.")
        }
        network.encoder.load_state_dict(inner)
    network.encoder.words.weight.data.copy_(table)


def sorted_parameters(state: dict[str, Tensor]) -> list[tuple[str, Tensor]]:
    """The trained parameters of a checkpoint in the order in which their running average is kept."""
    return [(name, value) for name, value in state.items() if name != "encoder.words.weight"]


def rate(step: int, settings: Settings) -> float:
    """Share of the full learning rate: a linear warm-up, then a straight line down to 2 %."""
    warm = settings.warm * settings.steps
    return min(1.0, (step + 1) / warm, max(0.02, (settings.steps - step) / (settings.steps - warm)))


class Run:
    """A training run: the network, the running average of its weights, and where it stands."""

    def __init__(self, settings: Settings, network: SlipNetwork, out: Path) -> None:
        torch.manual_seed(settings.seed)
        self.settings, self.network, self.out = settings, network, out
        for layer in network.encoder.layers.modules():
            if isinstance(layer, RoundedLinear):
                layer.rounds = settings.rounds
        self.tuned = [p for p in network.parameters() if p.requires_grad]
        inner = {id(p) for p in network.encoder.parameters()}
        rates = (settings.encoder_rate, settings.head_rate)
        split = [[p for p in self.tuned if (id(p) in inner) == inside] for inside in (True, False)]
        groups = [{"params": params, "lr": lr} for params, lr in zip(split, rates, strict=True)]
        self.optimiser = torch.optim.AdamW(groups, weight_decay=0.01, fused=True, betas=(0.9, 0.98))
        self.mean = [p.detach().clone() for p in self.tuned]
        self.step, self.saved = 0, time.monotonic()
        self.sums: dict[str, list[float]] = {}

    def learn(self, parts: dict[str, Tensor]) -> None:
        share = rate(self.step, self.settings)
        for group, full in zip(
            self.optimiser.param_groups, (self.settings.encoder_rate, self.settings.head_rate), strict=True
        ):
            group["lr"] = full * share
        torch.stack([*parts.values()]).sum().backward()
        torch.nn.utils.clip_grad_norm_(self.tuned, 2.0)
        self.optimiser.step()
        self.optimiser.zero_grad(set_to_none=True)
        keep = min(self.settings.average, (1 + self.step) / (10 + self.step))
        torch._foreach_lerp_(self.mean, [p.detach() for p in self.tuned], 1 - keep)
        self.step += 1
        for name, value in parts.items():
            self.sums.setdefault(name, []).append(float(value.detach()))

    def save(self) -> None:
        """Weights, their average, the optimiser and the step; written beside and then renamed."""
        state = {
            "network": self.network.state_dict(),
            "mean": self.mean,
            "optimiser": self.optimiser.state_dict(),
            "step": self.step,
            "settings": dataclasses.asdict(self.settings),
        }
        torch.save(state, self.out / "checkpoint.tmp")
        (self.out / "checkpoint.tmp").replace(self.out / "checkpoint.pt")
        self.saved = time.monotonic()

    def resume(self) -> None:
        path = self.out / "checkpoint.pt"
        if path.exists():
            state = torch.load(path, weights_only=False)
            self.network.load_state_dict(state["network"])
            self.optimiser.load_state_dict(state["optimiser"])
            self.step = state["step"]
            for mine, theirs in zip(self.mean, state["mean"], strict=True):
                mine.copy_(theirs)

    def report(self) -> None:
        means = {name: round(sum(values) / len(values), 4) for name, values in sorted(self.sums.items())}
        clock = {"step": self.step, "cpu": round(time.process_time()), "time": time.strftime("%H:%M:%S")}
        print(json.dumps(clock | means), flush=True)
        self.sums = {}


def load_trained(network: SlipNetwork, checkpoint: Path, *, averaged: bool = True) -> None:
    """Fills a network from a checkpoint: the running average of its weights, or the last ones."""
    state = torch.load(checkpoint, weights_only=False)
    network.load_state_dict(state["network"])
    if averaged:
        tuned = [p for p in network.parameters() if p.requires_grad]
        for mine, mean in zip(tuned, state["mean"], strict=True):
            mine.data.copy_(mean)


def shares(books: Books, present: Books) -> list[int]:
    """How often each book is drawn from: by its length, those told in the present PRESENT of all times together."""
    sizes, retold = [sum(map(len, book)) for book in books], [sum(map(len, book)) for book in present]
    more = PRESENT / (1 - PRESENT) * sum(sizes) / max(1, sum(retold))
    return [*sizes, *(round(size * more) for size in retold)]


def train(run: Run, books: Books, sizes: list[int], maker: Maker, words: list[str], weights: Path) -> None:
    """Steps until they are done; what is drawn depends on the seed and the step."""
    pieces = read_vocabulary((weights / "vocab.txt").read_text("utf-8").split("\n"))
    numbers = {word: number for number, word in enumerate(words)}
    chance = random.Random(run.settings.seed * 1_000_003 + run.step)
    run.network.train()
    while run.step < run.settings.steps:
        windows = [maker.slipped(window(books, sizes, pieces, chance), chance) for _ in range(ROWS)]
        run.learn(run.network.losses(make_batch(windows, pieces, numbers, chance)))
        if run.step % 50 == 0:
            run.report()
        if time.monotonic() - run.saved > EVERY_SECONDS:
            run.save()
    run.save()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("fiction", type=Path, help="the folder fiction-clean")
    parser.add_argument("out", type=Path)
    parser.add_argument("--weights", type=Path, required=True, help="folder with reader.onnx and vocab.txt")
    parser.add_argument("--start", type=Path, help="a reader's checkpoint.pt, or the base's model.safetensors")
    parser.add_argument("--present", type=Path, help="the folder that training.slips.present wrote")
    parser.add_argument("--go-on", type=Path, help="a tagger's checkpoint whose average to start from")
    for field in dataclasses.fields(Settings):
        kind = (lambda text: text == "True") if field.type == "bool" else {"int": int, "float": float}[str(field.type)]
        parser.add_argument(f"--{field.name}", type=kind, default=field.default)
    asked = parser.parse_args()
    settings = Settings(**{f.name: getattr(asked, f.name) for f in dataclasses.fields(Settings)})
    torch.set_num_threads(1)
    asked.out.mkdir(parents=True, exist_ok=True)
    network, words, maker = build_network(asked.weights)
    if asked.start:
        start_from(network, asked.start)
    if asked.go_on:
        load_trained(network, asked.go_on)
    run = Run(settings, network, asked.out)
    run.resume()
    books, present = read_books(asked.fiction), read_books(asked.present) if asked.present else []
    train(run, [*books, *present], shares(books, present), maker, words, asked.weights)


if __name__ == "__main__":
    main()
