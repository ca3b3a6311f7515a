from __future__ import annotations

import random

import spacy
from tokenizers import Tokenizer
from tokenizers.models import WordPiece

from kg.language.encoder.wordpieces import Wordpieces
from kg.language.training.passages import parse_passage
from kg.language.training.samples import MISSING, NAME_LABELS, batches, cut, name_answers, reading

NLP = spacy.blank("en")
PIECES = Wordpieces(Tokenizer(WordPiece({"[PAD]": 0, "[UNK]": 1, "[CLS]": 2, "[SEP]": 3}, unk_token="[UNK]")))
LINE = "[TITLE|Minister] [PERSON|Ada Berg] spoke. [ORG|Acme] left."


def answers(line: str) -> tuple[list[str], list[int]]:
    doc, known = name_answers(parse_passage(line), NLP)
    return [token.text for token in doc], known["name"]


def test_names_are_begun_and_gone_on_with() -> None:
    words, tags = answers(LINE)
    title, person, org = (2 * NAME_LABELS.index(label) + 1 for label in ("TITLE", "PERSON", "ORG"))
    assert dict(zip(words, tags, strict=True)) == {
        "Minister": title, "Ada": person, "Berg": person + 1, "spoke": 0, ".": 0, "Acme": org, "left": 0,
    }  # fmt: skip


def test_what_a_source_does_not_tell_is_missing_and_never_outside() -> None:
    marked = parse_passage(LINE)
    start = marked.text.index("Acme")
    unknown = type(marked)(marked.text, marked.spans[:2], ((start, start + 4),))
    doc, known = name_answers(unknown, NLP)
    assert [tag for token, tag in zip(doc, known["name"], strict=True) if token.text == "Acme"] == [MISSING]


def test_heads_are_places_in_the_window_and_missing_across_it() -> None:
    doc = NLP.make_doc("Kiel paid . It did .")
    text = reading(doc, PIECES, {"head": [1, 1, 1, 4, 4, 1]})
    seen = {tuple(tuple(sample.answers["head"]) for sample in cut(text, random.Random(seed))) for seed in range(20)}
    assert seen == {((1, 1, 1, 4, 4, 1),), ((1, 1, 1), (1, 1, MISSING))}


def test_batches_hold_every_sample_once_and_no_more_than_their_pieces() -> None:
    doc = NLP.make_doc("Kiel paid . " * 40)
    samples = [sample for seed in range(10) for sample in cut(reading(doc, PIECES, {"name": [0] * len(doc)}), random.Random(seed))]
    made = batches(samples, 200, random.Random(1))
    assert sorted(map(id, (s for batch in made for s in batch))) == sorted(map(id, samples))
    assert all(len(batch) * (max(s.length for s in batch) + 2) <= 200 for batch in made)
    assert made == batches(samples, 200, random.Random(1))
