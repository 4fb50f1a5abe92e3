"""The loss of each head on a batch."""

from __future__ import annotations

from dataclasses import dataclass

import numpy
import torch
from torch import Tensor
from torch.nn import functional

from fabula.models.mention_features import MentionFeatures, features_of, pair_features
from fabula.models.speaker_features import SpeakerPairs, speaker_pairs
from fabula.models.weights import Labels
from training.data.document import Document
from training.reader.batches import Batch
from training.reader.network import WIDEST_SPAN, ReaderNetwork

IGNORED = -100
OUTSIDE, BEGIN, INSIDE = 0, 1, 2


@dataclass(frozen=True)
class Numbers:
    """The number of each label, to turn names into targets."""

    upos: dict[str, int]
    feats: dict[str, int]
    deprels: dict[str, int]
    rules: dict[str, int]


def number_labels(labels: Labels) -> Numbers:
    table = lambda names: {name: number for number, name in enumerate(names)}  # noqa: E731
    return Numbers(table(labels.upos), table(labels.feats), table(labels.deprels), table(labels.rules))


def pad_sentences(words: Tensor, sentences: list[tuple[int, int]]) -> tuple[Tensor, Tensor]:
    """(sentences, longest, WIDTH) word vectors by sentence, and which of them are words."""
    lengths = torch.tensor([end - start for start, end in sentences])
    starts = torch.tensor([start for start, _ in sentences])
    place = torch.arange(int(lengths.max()))
    real = place[None] < lengths[:, None]
    index = (starts[:, None] + place[None]).clamp(max=len(words) - 1)
    return words[index], real


def sentence_end_loss(network: ReaderNetwork, words: Tensor, batch: Batch) -> Tensor:
    target = torch.zeros(len(words), dtype=torch.long)
    target[torch.tensor([end - 1 for _, end in batch.sentences])] = 1
    return functional.cross_entropy(network.ends(words), target)


def syntax_loss(network: ReaderNetwork, words: Tensor, batch: Batch, numbers: Numbers) -> Tensor:
    """Tags, feature strings, lemma rules, heads and relations."""
    from fabula.models.lemmas import lemma_rule

    upos, feats, rules, deprels, heads = [], [], [], [], []
    for window, offset in zip(batch.windows, batch.offsets, strict=True):
        syntax, shift = window.document.syntax, offset - window.start
        if syntax is None:
            raise ValueError(f"{window.document.name} has no syntax")
        for n in range(window.start, window.end):
            upos.append(numbers.upos.get(syntax.upos[n], IGNORED))
            feats.append(numbers.feats.get(syntax.feats[n], IGNORED))
            rules.append(numbers.rules.get(lemma_rule(window.document.words[n], syntax.lemmas[n]), IGNORED))
            deprels.append(numbers.deprels.get(syntax.deprels[n], IGNORED))
            heads.append(-1 if syntax.heads[n] < 0 else syntax.heads[n] + shift)
    loss = functional.cross_entropy(network.upos(words), torch.tensor(upos))
    loss = loss + 0.5 * functional.cross_entropy(network.feats(words), torch.tensor(feats))
    loss = loss + 0.5 * functional.cross_entropy(network.rules(words), torch.tensor(rules))
    return loss + arc_loss(network, words, batch, torch.tensor(heads)) + relation_loss(network, words, heads, deprels)


def arc_loss(network: ReaderNetwork, words: Tensor, batch: Batch, heads: Tensor) -> Tensor:
    padded, real = pad_sentences(words, batch.sentences)
    scores = network.parser.arcs(padded)
    seen = torch.cat([torch.ones(len(real), 1, dtype=torch.bool), real], 1)
    scores = scores.masked_fill(~seen[:, None], -1e4)
    target = torch.full(real.shape, IGNORED)
    for row, (start, end) in enumerate(batch.sentences):
        own = heads[start:end]
        target[row, : end - start] = torch.where(own < 0, 0, own - start + 1)
    return functional.cross_entropy(scores.flatten(0, 1), target.flatten())


def relation_loss(network: ReaderNetwork, words: Tensor, heads: list[int], deprels: list[int]) -> Tensor:
    with_root = torch.cat([network.parser.root[None], words])
    scores = network.parser.relations(words, with_root[torch.tensor(heads) + 1])
    return functional.cross_entropy(scores, torch.tensor(deprels))


def span_loss(network: ReaderNetwork, words: Tensor, batch: Batch, document: Document) -> Tensor:
    """Cross entropy over all spans of each sentence, divided by the mentions; plus that of the forms."""
    padded, real = pad_sentences(words, batch.sentences)
    scores, starts, ends = network.spans(padded)
    place = torch.arange(padded.shape[1])
    width = place[None] - place[:, None]
    asked = ((width >= 0) & (width < WIDEST_SPAN))[None] & real[:, :, None] & real[:, None]
    row_of = {n: (row, n - start) for row, (start, end) in enumerate(batch.sentences) for n in range(start, end)}
    target = torch.zeros(asked.shape, dtype=torch.long)
    found = [(*row_of[m.start], row_of[m.end - 1][1], m.type + 1, m.form) for m in document.mentions]
    row, left, right, kind, form = torch.tensor(found).T
    target[row, left, right] = kind
    loss = functional.cross_entropy(scores[asked], target[asked], reduction="sum") / (len(found) + 1)
    forms = network.spans.form(torch.cat([starts[row, left], ends[row, right]], -1))
    return loss + functional.cross_entropy(forms, form)


def inside_quotations(document: Document) -> list[bool]:
    inside = [False] * len(document.words)
    for quotation in document.quotations:
        inside[quotation.start : quotation.end] = [True] * (quotation.end - quotation.start)
    return inside


def mention_features(document: Document) -> MentionFeatures:
    """Features of the gold mentions of a document."""
    import bisect

    inside = inside_quotations(document)
    return features_of(
        document.words,
        [m.start for m in document.mentions],
        [m.end for m in document.mentions],
        [(m.type, m.form) for m in document.mentions],
        [inside[m.start] for m in document.mentions],
        [bisect.bisect_right(document.sentence_starts, m.start) for m in document.mentions],
    )


def coreference_loss(network: ReaderNetwork, words: Tensor, document: Document, features: MentionFeatures) -> Tensor:
    """Marginal log likelihood of all gold antecedents of each mention (Lee et al. 2017)."""
    count = len(document.mentions)
    vectors = network.pairs.vectors(
        words[torch.from_numpy(features.start)],
        words[torch.from_numpy(features.end - 1)],
        torch.from_numpy(features.own),
    )
    later, earlier = numpy.tril_indices(count, -1)
    columns = torch.from_numpy(pair_features(features, later, earlier))
    later, earlier = torch.from_numpy(later), torch.from_numpy(earlier)
    scores = torch.full((count, count), -1e4)
    scores = scores.index_put((later, earlier), network.pairs(vectors, later, earlier, columns).float())
    chains = numpy.array([hash(m.chain) for m in document.mentions])
    same = torch.from_numpy(numpy.tril(chains[:, None] == chains[None], -1))
    scores = torch.cat([network.pairs.new(vectors).float(), scores], 1)
    right = torch.cat([~same.any(1, keepdim=True), same], 1)
    return -torch.logsumexp(scores.log_softmax(-1).masked_fill(~right, -1e9), 1).mean()


def quotation_loss(network: ReaderNetwork, words: Tensor, document: Document) -> Tensor:
    target = torch.zeros(len(words), dtype=torch.long)
    for quotation in document.quotations:
        target[quotation.start : quotation.end] = INSIDE
        target[quotation.start] = BEGIN
    return functional.cross_entropy(network.quotes(words), target)


def speaker_loss(network: ReaderNetwork, words: Tensor, document: Document, features: MentionFeatures) -> Tensor:
    """Marginal log likelihood of all mentions of the speaker near each quotation, or of nobody where there is none."""
    spans = [(q.start, q.end) for q in document.quotations if q.speaker is not None]
    speakers = [q.speaker for q in document.quotations if q.speaker is not None]
    near = speaker_pairs(spans, features, document.paragraph_starts, len(words))
    if not len(near.pairs):
        return torch.zeros(())
    scores, nobody = speaker_scores(network, words, near)
    chain = [m.chain for m in document.mentions]
    losses = []
    for number, speaker in enumerate(speakers):
        mine = numpy.flatnonzero(near.pairs[:, 0] == number)
        right = [bool(chain[near.mentions[near.pairs[p, 1]]] == speaker) for p in mine]
        row = torch.cat([nobody[number : number + 1], scores[torch.from_numpy(mine)]]).float().log_softmax(-1)
        wanted = torch.tensor([not any(right), *right])
        losses.append(-torch.logsumexp(row[wanted], 0))
    return torch.stack(losses).mean()


def speaker_scores(network: ReaderNetwork, words: Tensor, near: SpeakerPairs) -> tuple[Tensor, Tensor]:
    vectors = lambda places: words[torch.from_numpy(places)].flatten(1)  # noqa: E731
    pairs, features = torch.from_numpy(near.pairs), torch.from_numpy(near.features)
    return network.speakers(vectors(near.quotation_words), vectors(near.mention_words), pairs, features)
