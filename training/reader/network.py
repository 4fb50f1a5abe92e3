"""The joint model in torch: MiniLM with a case embedding, and a head for each layer of the reading."""

from __future__ import annotations

import math
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

from fabula.models.mention_features import OWN_SIZES, PAIR_SIZES
from fabula.models.speaker_features import SPEAKER_SIZES
from fabula.models.weights import Labels

WIDTH, LAYERS, ATTENTION_HEADS, INNER = 384, 6, 12, 1536
SHAPES = 4
ARC, RELATION, SPAN, PAIR = 192, 80, 128, 128
TYPE_COUNT, FORM_COUNT = 6, 3
WIDEST_SPAN = 60
"""Words of the longest mention looked for."""


def rounded_activations(value: Tensor) -> Tensor:
    """Values as eight bits hold them, one scale a window, gradients passed through: what the shipped encoder will see."""
    low = value.detach().amin((1, 2), keepdim=True).float().clamp(max=0)
    scale = (value.detach().amax((1, 2), keepdim=True).float().clamp(min=0) - low) / 255
    zero = torch.round(-low / scale)
    held = (torch.round(value.detach().float() / scale) + zero).clamp(0, 255) - zero
    return value + (held * scale).to(value.dtype) - value.detach()


def rounded_weights(weight: Tensor) -> Tensor:
    """Weights as seven bits hold them, one scale an output, gradients passed through."""
    scale = weight.detach().abs().amax(1, keepdim=True) / 63
    return weight + (torch.round(weight.detach() / scale) * scale - weight.detach())


class RoundedLinear(nn.Linear):
    """A linear layer that, where `rounds` is set, computes as its int8 export will (quantisation-aware training)."""

    rounds = False

    def forward(self, input: Tensor) -> Tensor:
        if not self.rounds:
            return super().forward(input)
        return functional.linear(rounded_activations(input), rounded_weights(self.weight), self.bias)


class Layer(nn.Module):
    """One transformer layer, post-norm, as in BERT."""

    def __init__(self) -> None:
        super().__init__()
        self.qkv = RoundedLinear(WIDTH, 3 * WIDTH)
        self.out = RoundedLinear(WIDTH, WIDTH)
        self.norm1, self.norm2 = nn.LayerNorm(WIDTH, 1e-12), nn.LayerNorm(WIDTH, 1e-12)
        self.up, self.down = RoundedLinear(WIDTH, INNER), RoundedLinear(INNER, WIDTH)

    def forward(self, hidden: Tensor, mask: Tensor | None) -> Tensor:
        rows, length, _ = hidden.shape
        query, key, value = self.qkv(hidden).view(rows, length, 3, ATTENTION_HEADS, -1).permute(2, 0, 3, 1, 4)
        scores = (query * (WIDTH // ATTENTION_HEADS) ** -0.5) @ key.transpose(-1, -2)
        seen = (scores if mask is None else scores + mask.to(scores.dtype)).softmax(-1).to(value.dtype) @ value
        hidden = self.norm1(hidden + self.out(seen.transpose(1, 2).reshape(rows, length, WIDTH)))
        return self.norm2(hidden + self.down(functional.gelu(self.up(hidden))))


class Encoder(nn.Module):
    """MiniLM-L6-H384 (Wang et al. 2020) with an embedding of each word's shape, since its vocabulary knows no capitals."""

    def __init__(self, vocabulary: int = 30522, positions: int = 512) -> None:
        super().__init__()
        self.words = nn.Embedding(vocabulary, WIDTH)
        self.words.weight.requires_grad = False
        self.positions = nn.Embedding(positions, WIDTH)
        self.shapes = nn.Embedding(SHAPES, WIDTH)
        nn.init.zeros_(self.shapes.weight)
        self.norm = nn.LayerNorm(WIDTH, 1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))

    def forward(self, ids: Tensor, shapes: Tensor, mask: Tensor) -> Tensor:
        """Vectors of pieces, (windows, pieces, WIDTH)."""
        place = torch.arange(ids.shape[1])
        hidden = self.norm(self.words(ids) + self.positions(place) + self.shapes(shapes))
        seen = None if bool(mask.all()) else torch.where(mask, 0.0, -1e4)[:, None, None, :]
        for layer in self.layers:
            hidden = layer(hidden, seen)
        return hidden


def load_base(encoder: Encoder, path: Path) -> None:
    """Fills an encoder with the published weights (safetensors of all-MiniLM-L6-v2)."""
    from safetensors.torch import load_file

    base = load_file(path)
    state = encoder.state_dict()
    state["words.weight"] = base["embeddings.word_embeddings.weight"]
    token_type = base["embeddings.token_type_embeddings.weight"][0]
    state["positions.weight"] = base["embeddings.position_embeddings.weight"] + token_type
    names = {"out": "attention.output.dense", "norm1": "attention.output.LayerNorm", "up": "intermediate.dense"}
    names |= {"down": "output.dense", "norm2": "output.LayerNorm"}
    for kind in ("weight", "bias"):
        state[f"norm.{kind}"] = base[f"embeddings.LayerNorm.{kind}"]
        for number in range(LAYERS):
            old, new = f"encoder.layer.{number}.", f"layers.{number}."
            three = [base[f"{old}attention.self.{part}.{kind}"] for part in ("query", "key", "value")]
            state[f"{new}qkv.{kind}"] = torch.cat(three)
            for mine, theirs in names.items():
                state[f"{new}{mine}.{kind}"] = base[f"{old}{theirs}.{kind}"]
    encoder.load_state_dict(state)


def projection(width: int, inside: int = WIDTH, drop: float = 0.25) -> nn.Sequential:
    return nn.Sequential(nn.Dropout(drop), nn.Linear(inside, width), nn.ReLU())


class Tagger(nn.Module):
    """A word's class from its vector."""

    def __init__(self, classes: int, width: int = 192, drop: float = 0.25) -> None:
        super().__init__()
        self.inner = projection(width, drop=drop)
        self.outer = nn.Linear(width, classes)

    def forward(self, words: Tensor) -> Tensor:
        return self.outer(self.inner(words))


class Parser(nn.Module):
    """Biaffine dependency scores (Dozat and Manning 2017) within sentences."""

    def __init__(self, relations: int) -> None:
        super().__init__()
        self.root = nn.Parameter(torch.randn(WIDTH) * 0.02)
        self.arc_word, self.arc_head = projection(ARC), projection(ARC)
        self.rel_word, self.rel_head = projection(RELATION), projection(RELATION)
        self.arc = nn.Parameter(torch.randn(ARC, ARC) * 0.02)
        self.arc_bias = nn.Linear(ARC, 1)
        self.rel = nn.Parameter(torch.randn(relations, RELATION, RELATION) * 0.02)
        self.rel_bias_word, self.rel_bias_head = nn.Linear(RELATION, relations), nn.Linear(RELATION, relations)

    def arcs(self, sentences: Tensor) -> Tensor:
        """Scores of heads, (sentences, words, 1 + words), column 0 the root; input padded (sentences, words, WIDTH)."""
        with_root = self.with_root(sentences)
        heads = self.arc_head(with_root)
        return self.arc_word(sentences) @ self.arc @ heads.transpose(1, 2) + self.arc_bias(heads).transpose(1, 2)

    def with_root(self, sentences: Tensor) -> Tensor:
        return torch.cat([self.root.expand(len(sentences), 1, -1), sentences], 1)

    def relations(self, words: Tensor, heads: Tensor) -> Tensor:
        """Scores of relations, (arcs, relations), of word vectors and their heads' vectors (arcs, WIDTH)."""
        word, head = self.rel_word(words), self.rel_head(heads)
        bilinear = torch.einsum("nd,kde,ne->nk", word, self.rel, head)
        return bilinear + self.rel_bias_word(word) + self.rel_bias_head(head)


class Spans(nn.Module):
    """Scores of every span of a sentence: nothing or one of six types; and the form of a mention."""

    def __init__(self) -> None:
        super().__init__()
        self.start, self.end = projection(SPAN, drop=0.2), projection(SPAN, drop=0.2)
        self.both = nn.Parameter(torch.randn(1 + TYPE_COUNT, SPAN, SPAN) * 0.02)
        self.from_start, self.from_end = nn.Linear(SPAN, 1 + TYPE_COUNT), nn.Linear(SPAN, 1 + TYPE_COUNT)
        self.width = nn.Embedding(WIDEST_SPAN, 1 + TYPE_COUNT)
        nn.init.zeros_(self.width.weight)
        nn.init.constant_(self.from_start.bias[0:1], 7.0)
        self.form = nn.Linear(2 * SPAN, FORM_COUNT)

    def forward(self, sentences: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """(scores (sentences, words, words, 7), starts, ends) of padded sentences; [:, i, j] is the span i to j inclusive."""
        start, end = self.start(sentences), self.end(sentences)
        count, length, _ = start.shape
        left = torch.einsum("sid,kde->skie", start, self.both).reshape(count, -1, SPAN)
        scores = (left @ end.transpose(1, 2)).view(count, 1 + TYPE_COUNT, length, length).permute(0, 2, 3, 1)
        place = torch.arange(length)
        width = self.width((place[None] - place[:, None]).clamp(0, WIDEST_SPAN - 1))
        scores = scores + self.from_start(start)[:, :, None] + self.from_end(end)[:, None] + width
        return scores, start, end


class Pairs(nn.Module):
    """Coreference scores of pairs of mentions: a bilinear score plus a small network over their features."""

    def __init__(self) -> None:
        super().__init__()
        self.own = nn.ModuleList(nn.Embedding(size, 24) for size in OWN_SIZES)
        self.mention = nn.Sequential(
            nn.Dropout(0.2), nn.Linear(2 * WIDTH + 24 * len(OWN_SIZES), PAIR), nn.ReLU(), nn.Dropout(0.2)
        )
        self.later, self.earlier = nn.Linear(PAIR, PAIR), nn.Linear(PAIR, PAIR)
        self.product = nn.Linear(PAIR, PAIR, bias=False)
        self.features = nn.ModuleList(nn.Embedding(size, PAIR) for size in PAIR_SIZES)
        for table in self.features:
            nn.init.normal_(table.weight, std=0.05)
        self.hidden = nn.Dropout(0.2)
        self.score = nn.Linear(PAIR, 1)
        self.bilinear = nn.Linear(PAIR, PAIR)
        self.new = nn.Linear(PAIR, 1)

    def vectors(self, starts: Tensor, ends: Tensor, own: Tensor) -> Tensor:
        tables = [table(own[:, column]) for column, table in enumerate(self.own)]
        return self.mention(torch.cat([starts, ends, *tables], -1))

    def forward(self, mentions: Tensor, later: Tensor, earlier: Tensor, features: Tensor) -> Tensor:
        """(pairs,) scores of mention numbers `later` with `earlier`."""
        inner = (
            self.later(mentions)[later]
            + self.earlier(mentions)[earlier]
            + self.product(mentions[later] * mentions[earlier])
        )
        for column, table in enumerate(self.features):
            inner = inner + table(features[:, column])
        bilinear = (self.bilinear(mentions) @ mentions.T)[later, earlier] / math.sqrt(PAIR)
        return self.score(self.hidden(functional.relu(inner))).squeeze(-1) + bilinear


class Speakers(nn.Module):
    """Scores of mentions as the speaker of a quotation: a pointer from the words around its marks."""

    def __init__(self) -> None:
        super().__init__()
        self.quotation = projection(PAIR, 4 * WIDTH)
        self.candidate = projection(PAIR, 4 * WIDTH)
        self.features = nn.ModuleList(nn.Embedding(size, PAIR) for size in SPEAKER_SIZES)
        self.product = nn.Linear(PAIR, PAIR, bias=False)
        self.score = nn.Linear(PAIR, 1)
        self.nobody = nn.Linear(PAIR, 1)

    def forward(self, quotations: Tensor, candidates: Tensor, pairs: Tensor, features: Tensor) -> tuple[Tensor, Tensor]:
        """((pairs,) scores, (quotations,) scores of nobody) of pairs (pairs, 2) of quotation and candidate numbers."""
        quote, candidate = self.quotation(quotations), self.candidate(candidates)
        left, right = quote[pairs[:, 0]], candidate[pairs[:, 1]]
        inner = left + right + self.product(left * right)
        for column, table in enumerate(self.features):
            inner = inner + table(features[:, column])
        return self.score(functional.relu(inner)).squeeze(-1), self.nobody(quote).squeeze(-1)


class ReaderNetwork(nn.Module):
    """Encoder and heads; each head reads the same word vectors."""

    def __init__(self, labels: Labels) -> None:
        super().__init__()
        self.encoder = Encoder()
        self.upos, self.feats = Tagger(len(labels.upos)), Tagger(len(labels.feats))
        self.rules = Tagger(len(labels.rules))
        self.ends, self.quotes = Tagger(2, 64), Tagger(3, 64)
        self.parser, self.spans = Parser(len(labels.deprels)), Spans()
        self.pairs, self.speakers = Pairs(), Speakers()

    def words(self, hidden: Tensor, first: Tensor, last: Tensor) -> Tensor:
        """(words, WIDTH): the mean of each word's first and last piece."""
        flat = hidden.reshape(-1, WIDTH)
        return (flat[first] + flat[last]) * 0.5


def load_trained(network: ReaderNetwork, checkpoint: Path, averaged: bool = True) -> None:
    """Fills a network from a checkpoint: the running average of its weights, or the last ones."""
    state = torch.load(checkpoint, weights_only=False)
    network.load_state_dict(state["network"])
    if averaged:
        tuned = [p for p in network.parameters() if p.requires_grad]
        for mine, mean in zip(tuned, state["mean"], strict=True):
            mine.data.copy_(mean)
