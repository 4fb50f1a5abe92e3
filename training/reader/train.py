"""Trains the reader: `python -m training.reader.train DATA OUT`. Resumes from OUT where a checkpoint is there."""

from __future__ import annotations

import argparse
import dataclasses
import json
import random
import time
from pathlib import Path

import torch
from torch import Tensor

from fabula.models.weights import Labels
from fabula.models.wordpiece import WordPieces, read_vocabulary
from training.data.augment import vary
from training.data.conllu import read_ewt, read_gum
from training.data.document import Document
from training.data.fiction import passage, read_novels
from training.data.labels import count_labels
from training.data.litbank import read_litbank
from training.data.sentences import mend_sentences
from training.reader import losses
from training.reader.batches import Window, cut_windows, group_windows, hide_words, make_batch
from training.reader.losses import Numbers
from training.reader.network import ReaderNetwork, RoundedLinear, load_base, load_trained

SYNTAX_WINDOW, BOOK_WINDOW = 250, 380
"""Pieces of a training window of treebanks and of LitBank."""
SYNTAX_BATCH = 2048
"""Pieces of a batch of treebank windows; a batch of LitBank is one document."""
MASK = "[MASK]"
"""The piece that stands where a word is hidden."""
EVERY_SECONDS = 600
"""Between checkpoints."""


@dataclasses.dataclass
class Settings:
    """What a run is: its seed, its length and how it learns.

    `hidden` is the share of words that it may not see, `gum_times` how often an epoch shows it GUM.
    """

    steps: int = 3000
    seed: int = 1
    encoder_rate: float = 2e-4
    head_rate: float = 1e-3
    warm: float = 0.06
    book_share: float = 0.30
    novel_share: float = 0.08
    average: float = 0.997
    augment: bool = True
    rounds: bool = False
    hidden: float = 0.0
    gum_times: int = 1


@dataclasses.dataclass
class Corpora:
    """The training documents."""

    ewt: list[Document]
    gum: list[Document]
    books: list[Document]
    novels: list[list[str]]


def read_corpora(data: Path) -> Corpora:
    """What may train shipped weights: EWT, GUM without its non-commercial genres, LitBank, public-domain novels.

    splits.tsv decides what is training; `novels` are paragraphs by book, of which passages are drawn.
    """
    books = read_litbank(data / "litbank", "train", data / "litbank-fulltext")
    return Corpora(
        read_ewt(data / "ewt", "train"),
        read_gum(data / "gum", "train"),
        [mend_sentences(book) for book in books],
        read_novels(data / "fiction-clean"),
    )


def syntax_groups(
    corpora: Corpora, pieces: WordPieces, chance: random.Random, settings: Settings
) -> list[list[Window]]:
    """One epoch of treebank batches."""
    shown = corpora.ewt + settings.gum_times * corpora.gum
    documents = [vary(d, chance) if settings.augment else d for d in shown]
    windows = [w for d in documents for w in cut_windows(d, pieces, SYNTAX_WINDOW, chance)]
    return group_windows(windows, pieces, SYNTAX_BATCH, chance)


def encoded(
    network: ReaderNetwork, windows: list[Window], pieces: WordPieces, hidden: float
) -> tuple[losses.Batch, Tensor]:
    """Windows as a batch, a share of its words hidden, and the vectors of all its words."""
    batch = hide_words(make_batch(windows, pieces), hidden, pieces.numbers[MASK])
    with torch.autocast("cpu", dtype=torch.bfloat16):
        hidden = network.encoder(batch.ids, batch.shapes, batch.mask)
    return batch, network.words(hidden.float(), batch.first, batch.last)


def syntax_step(
    network: ReaderNetwork, windows: list[Window], pieces: WordPieces, numbers: Numbers, hidden: float
) -> dict[str, Tensor]:
    batch, words = encoded(network, windows, pieces, hidden)
    return {
        "syntax": losses.syntax_loss(network, words, batch, numbers),
        "ends": 3 * losses.sentence_end_loss(network, words, batch),
    }


def book_step(
    network: ReaderNetwork, document: Document, pieces: WordPieces, chance: random.Random, hidden: float
) -> dict[str, Tensor]:
    batch, words = encoded(network, cut_windows(document, pieces, BOOK_WINDOW, chance), pieces, hidden)
    features = losses.mention_features(document)
    parts = {
        "spans": losses.span_loss(network, words, batch, document),
        "pairs": losses.coreference_loss(network, words, document, features),
        "ends": 1.5 * losses.sentence_end_loss(network, words, batch),
        "quotes": 2 * losses.quotation_loss(network, words, document),
    }
    if any(q.speaker for q in document.quotations):
        parts["speakers"] = 0.3 * losses.speaker_loss(network, words, document, features)
    return parts


def novel_step(
    network: ReaderNetwork, document: Document, pieces: WordPieces, chance: random.Random, hidden: float
) -> dict[str, Tensor]:
    """Sentences and quotations of a passage that our rules marked."""
    batch, words = encoded(network, cut_windows(document, pieces, BOOK_WINDOW, chance), pieces, hidden)
    return {
        "novel ends": 2 * losses.sentence_end_loss(network, words, batch),
        "novel quotes": losses.quotation_loss(network, words, document),
    }


def rate(step: int, settings: Settings) -> float:
    """Share of the full learning rate: a linear warm-up, then a straight line down to 2 %."""
    warm = settings.warm * settings.steps
    return min(1.0, (step + 1) / warm, max(0.02, (settings.steps - step) / (settings.steps - warm)))


class Run:
    """A training run: the network, its running average, and where it stands."""

    def __init__(self, settings: Settings, labels: Labels, out: Path) -> None:
        torch.manual_seed(settings.seed)
        self.settings, self.labels, self.out = settings, labels, out
        self.network = ReaderNetwork(labels)
        for layer in self.network.encoder.layers.modules():
            if isinstance(layer, RoundedLinear):
                layer.rounds = settings.rounds
        self.step, self.saved = 0, time.monotonic()
        self.sums: dict[str, list[float]] = {}

    def prepare(self) -> None:
        settings = self.settings
        tuned = [p for p in self.network.parameters() if p.requires_grad]
        inner = {id(p) for p in self.network.encoder.parameters()}
        groups = [
            {"params": [p for p in tuned if id(p) in inner], "lr": settings.encoder_rate},
            {"params": [p for p in tuned if id(p) not in inner], "lr": settings.head_rate},
        ]
        self.tuned = tuned
        self.optimiser = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
        self.mean = [p.detach().clone() for p in tuned]

    def learn(self, parts: dict[str, Tensor]) -> None:
        share = rate(self.step, self.settings)
        for group, full in zip(
            self.optimiser.param_groups, (self.settings.encoder_rate, self.settings.head_rate), strict=True
        ):
            group["lr"] = full * share
        torch.stack([*parts.values()]).sum().backward()
        torch.nn.utils.clip_grad_norm_(self.tuned, 5.0)
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
            "labels": dataclasses.asdict(self.labels),
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
        means = {name: round(sum(values) / len(values), 3) for name, values in sorted(self.sums.items())}
        print(
            json.dumps(
                {"step": self.step, "cpu": round(time.process_time()), "time": time.strftime("%H:%M:%S"), **means}
            ),
            flush=True,
        )
        self.sums = {}


def train(run: Run, corpora: Corpora, pieces: WordPieces) -> None:
    """Treebank and LitBank batches mixed by share until the steps are done; the order depends on the seed and the step."""
    numbers, settings = losses.number_labels(run.labels), run.settings
    chance = random.Random(settings.seed * 1_000_003 + run.step)
    groups: list[list[Window]] = []
    books: list[Document] = []
    run.network.train()
    while run.step < settings.steps:
        drawn = chance.random()
        if drawn < settings.novel_share:
            document = vary(passage(corpora.novels, chance), chance)
            parts = novel_step(run.network, document, pieces, chance, settings.hidden)
        elif drawn < settings.novel_share + settings.book_share:
            books = books or chance.sample(corpora.books, len(corpora.books))
            book = books.pop()
            book = vary(book, chance) if settings.augment else book
            parts = book_step(run.network, book, pieces, chance, settings.hidden)
        else:
            groups = groups or syntax_groups(corpora, pieces, chance, settings)
            parts = syntax_step(run.network, groups.pop(), pieces, numbers, settings.hidden)
        run.learn(parts)
        if run.step % 50 == 0:
            run.report()
        if time.monotonic() - run.saved > EVERY_SECONDS:
            run.save()
    run.save()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--base", type=Path, required=True, help="folder with model.safetensors and vocab.txt")
    parser.add_argument("--start", type=Path, help="a checkpoint whose averaged weights to start from")
    for field in dataclasses.fields(Settings):
        kind = (lambda text: text == "True") if field.type == "bool" else {"int": int, "float": float}[str(field.type)]
        parser.add_argument(f"--{field.name}", type=kind, default=field.default)
    asked = parser.parse_args()
    settings = Settings(**{f.name: getattr(asked, f.name) for f in dataclasses.fields(Settings)})
    torch.set_num_threads(1)
    asked.out.mkdir(parents=True, exist_ok=True)
    corpora = read_corpora(asked.data)
    pieces = read_vocabulary((asked.base / "vocab.txt").read_text("utf-8").split("\n"))
    run = Run(settings, count_labels(corpora.ewt + corpora.gum), asked.out)
    load_base(run.network.encoder, asked.base / "model.safetensors")
    if asked.start:
        load_trained(run.network, asked.start)
    run.prepare()
    run.resume()
    train(run, corpora, pieces)


if __name__ == "__main__":
    main()
