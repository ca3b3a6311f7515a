"""Which stretches are names or titles? The model's guesses, corrected by rules in a fixed order."""

from __future__ import annotations

from spacy.tokens import Doc

from kg.language.common_words import without_common_words
from kg.language.consistency import agree
from kg.language.cues import follow_cues
from kg.language.designators import mark_designators
from kg.language.gazetteer import mark_places
from kg.language.known import mark_known
from kg.language.name_titles import cut_titles
from kg.language.spans import Name, names_of
from kg.language.titles import bodies_before_titles, mark_titles
from kg.language.trimming import trim
from kg.lexicon import Lexicon

LABELS = frozenset({"PERSON", "ORG", "GPE", "LOC", "NORP", "EVENT", "SYSTEM"})
TITLE = "TITLE"


def mark_names(doc: Doc, lexicon: Lexicon) -> None:
    """Correct doc.ents and set doc.spans["titles"].

    Order: edges are trimmed, plain words dropped; titles leave the front of persons; designators ("F-16 Block 70") become SYSTEM; systems,
    organizations and places of the lexicon are added or relabelled where they split no longer name; words beside a name
    tell its kind; names agree with each other in the article.
    """
    guesses = trim(doc, names_of(doc))
    titles = [name for name in guesses if name.label == TITLE]
    names = without_common_words(doc, (name for name in guesses if name.label in LABELS), lexicon)
    names = cut_titles(doc, names, lexicon)
    names = bodies_before_titles(doc, titles, names, lexicon)
    names = mark_designators(doc, names, lexicon)
    names = mark_known(doc, names, titles, lexicon)
    names = mark_places(doc, names, lexicon)
    names = follow_cues(doc, names, lexicon)
    names = cut_titles(doc, agree(doc, names, lexicon), lexicon)
    doc.set_ents([name.span(doc) for name in trim(doc, names)])
    doc.spans["titles"] = [name.span(doc) for name in mark_titles(doc, titles, names_of(doc), lexicon)]


__all__ = ["Name", "mark_names"]
