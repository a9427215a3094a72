"""The only door to spaCy: documents of drafts, pipelines of users, and the classifiers of the ablation."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

import spacy
from spacy import util
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from spacy.vocab import Vocab
from thinc.util import fix_random_seed

from voicelint import opinion
from voicelint.finding import Move
from voicelint.source import Span

if TYPE_CHECKING:
    from voicelint.draft import Draft

__all__ = ["Doc", "Language", "ask", "document", "mark", "train"]

MOVES_KEY = "moves"
_GAP = re.compile(r"\s+|\S")
# A pipeline of a user's own decides at even odds, as spaCy's classifiers do.
_EVEN = 0.5
_ROUNDS, _BATCH, _DROPOUT = 12, 32, 0.2
_READER = {
    "@architectures": "spacy.HashEmbedCNN.v2",
    "pretrained_vectors": None,
    "width": 64,
    "depth": 2,
    "embed_size": 2000,
    "window_size": 1,
    "maxout_pieces": 3,
    "subword_features": True,
}
# The ways in which a classifier of spaCy can be built here, by name.
ARCHITECTURES: dict[str, dict[str, Any]] = {
    "spaCy bag of words": {
        "@architectures": "spacy.TextCatBOW.v3",
        "exclusive_classes": False,
        "ngram_size": 2,
        "length": 65536,
        "no_output_layer": False,
    },
    "spaCy convolutional": {
        "@architectures": "spacy.TextCatReduce.v1",
        "exclusive_classes": False,
        "use_reduce_first": False,
        "use_reduce_last": False,
        "use_reduce_max": True,
        "use_reduce_mean": True,
        "tok2vec": _READER,
    },
}


def document(draft: Draft, pipeline: str = "") -> Doc:
    """The spaCy document of a draft, with its moves in `doc.spans["moves"]` (labels `move.kind`, ids `cue` or `model`).

    Its text is the draft's. Without a pipeline its tokens and sentences are the draft's own words and sentences:
    spaCy's French tokeniser takes two seconds to load and is not needed for it.
    """
    if pipeline:
        doc = loaded(pipeline)(draft.text)
    else:
        tokens, spaces, places = _tokens(draft)
        firsts = {sentence.start for sentence in draft.sentences}
        doc = Doc(Vocab(), words=tokens, spaces=spaces, sent_starts=[not at or at in firsts for at in places])
    mark(doc, MOVES_KEY, ((f"{move.move}.{move.kind}".strip("."), move.by, move.span) for move in draft.moves))
    return doc


def mark(doc: Doc, key: str, stretches: Iterable[tuple[str, str, Span]]) -> None:
    """Put stretches (label, id, place in the text) into `doc.spans`; one that cuts a token takes it in whole."""
    spans = [
        doc.char_span(span.start, span.end, label=label, span_id=identity, alignment_mode="expand")
        for label, identity, span in stretches
    ]
    doc.spans[key] = [span for span in spans if span is not None]


def _tokens(draft: Draft) -> tuple[list[str], list[bool], list[int]]:
    """Every token of a draft, whether a space follows it, and its place; together they are the text again."""
    tokens: list[str] = []
    spaces: list[bool] = []
    places: list[int] = []
    for start, written in _written(draft):
        rest = written
        if written.isspace() and tokens and not spaces[-1] and written[0] == " ":
            spaces[-1], rest = True, written[1:]
        if rest:
            tokens.append(rest)
            spaces.append(False)
            places.append(start + len(written) - len(rest))
    return tokens, spaces, places


def _written(draft: Draft) -> Iterator[tuple[int, str]]:
    """The words of a draft and what stands between them, in order."""
    text, at = draft.text, 0
    for start, end in (*zip(draft.words.starts, draft.words.ends, strict=True), (len(text), len(text))):
        if start < at:  # two spoken words behind one written word
            continue
        yield from ((found.start(), found[0]) for found in _GAP.finditer(text, at, start))
        if end > start:
            yield start, text[start:end]
        at = end


@cache
def loaded(pipeline: str) -> Language:
    """An installed pipeline of that name. Raises OSError for none; a folder is never loaded, as it may hold code."""
    if not util.is_package(pipeline):
        raise OSError(f"{pipeline}: is no installed spaCy pipeline")
    return spacy.load(pipeline)


def ask(draft: Draft, move: str, pipeline: str) -> tuple[Move, ...]:
    """The second opinion of a pipeline that has a text category named like the move; without one, our own."""
    nlp = loaded(pipeline)
    places = [draft.words.span(first, last) for first, last in opinion.stretches(draft.words)]
    docs = list(nlp.pipe(draft.text[span.start : span.end] for span in places))
    if nlp.lang not in {draft.language.code, "xx"} or not any(move in doc.cats for doc in docs):
        return opinion.ask(draft, move)
    scores = ((span, round(doc.cats.get(move, 0.0), 2)) for span, doc in zip(places, docs, strict=True))
    return tuple(
        Move(move, "", span, "model", f"{move} {score:.2f} ({pipeline})") for span, score in scores if score >= _EVEN
    )


def train(
    examples: Sequence[tuple[Sequence[str], bool]], architecture: str, seed: int
) -> Callable[[Iterable[Sequence[str]]], list[float]]:
    """A classifier of word lists, trained; it gives the probability of each list."""
    fix_random_seed(seed)
    nlp = spacy.blank("xx")
    classifier: Any = nlp.add_pipe("textcat_multilabel", config={"model": ARCHITECTURES[architecture]})
    classifier.add_label("yes")
    taught = [
        Example.from_dict(Doc(nlp.vocab, words=list(words)), {"cats": {"yes": float(truth)}})
        for words, truth in examples
    ]
    optimizer = nlp.initialize(lambda: taught)
    shuffle = random.Random(seed).shuffle  # noqa: S311  no secret hangs on it
    for _ in range(_ROUNDS):
        shuffle(taught)
        for start in range(0, len(taught), _BATCH):
            nlp.update(taught[start : start + _BATCH], drop=_DROPOUT, sgd=optimizer)

    def judge(lists: Iterable[Sequence[str]]) -> list[float]:
        docs = [Doc(nlp.vocab, words=list(words)) for words in lists]
        return [round(doc.cats["yes"], 2) for doc in classifier.pipe(docs)]

    return judge
