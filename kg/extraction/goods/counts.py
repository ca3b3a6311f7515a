"""How many, which batch, and whose make: what the words around goods tell of them."""

from __future__ import annotations

from decimal import Decimal

from spacy.tokens import Token

from kg.extraction.chains import singular
from kg.extraction.story import Story
from kg.extraction.syntax import CLAUSES, child, children, preposition, subtree
from kg.model import Mention
from kg.values import Quantity

YEAR_DIGITS = 4
# Words for an uncounted part of something.
PARTS = frozenset({"half", "most", "part"})
BOTH = "both"
# Classes of goods of which one alone is not delivered: words that bundle others, and ammunition.
UNCOUNTED = frozenset({"military unit", "ammunition"})


def quantity_of(noun: Token, story: Story) -> Quantity | None:
    """The quantity whose span reaches the noun or one of its number modifiers."""
    numbers = children(noun, "nummod")
    if len(numbers) > 1 and any(c.dep_ == "cc" and numbers[0].i < c.i < numbers[-1].i for c in noun.children):
        return None  # "its 200 Czech and 74 Polish stores" are counted apart
    inside = ("nummod", "compound", "amod") if noun.tag_ == "CD" else ("nummod", "compound", "amod", "nmod")  # "two of Kenya's 28 jets"
    if (noun.head.lower_ == BOTH and preposition(noun) == "of") or (
        child(noun, "acl") and any(c.lower_ == BOTH for c in children(noun, "det"))
    ):
        return Quantity(Decimal(2), text=BOTH)  # "received both of the frigates it had bought"
    own = {noun.i} | {t.i for t in children(noun, *inside)}
    for span in story.doc.spans.get("quantities", ()):
        if any(span.start <= i < span.end for i in own):
            value = span._.value
            if isinstance(value, Quantity) and not (value.number == 1 and noun.tag_ in ("NNS", "NNPS")):  # "its first jets"
                return value
    return single(noun, story)


def single(noun: Token, story: Story) -> Quantity | None:
    """One, where a word of order picks one out of a row: "Oman's second Typhoon", "the final ferry"; not for batches and ammunition."""
    order = next((c for c in children(noun, "amod") if is_row_word(c, story) and c.i < noun.i), None)
    if order is None or noun.tag_ not in ("NN", "NNP") or children(noun, "nummod") or noun.lower_.endswith("craft"):
        return None
    if noun.lower_ in story.words.sets:
        return Quantity(Decimal(story.words.sets[noun.lower_]), text=noun.doc[order.i : noun.i + 1].text)  # "the first pair"
    form, named = singular(noun.lower_), story.mention(noun)
    counted = form in story.words.goods_nouns | story.words.trade_nouns and story.lexicon.weapon_classes.get(form) not in UNCOUNTED
    if not counted and (named is None or named.kind != "System"):
        return None
    return Quantity(Decimal(1), text=noun.doc[order.i : noun.i + 1].text)


def is_row_word(token: Token, story: Story) -> bool:
    """Whether a word picks one out of a row: "second", "last", "100th"."""
    return token.lower_ in story.words.row_words or (token.text[:1].isdigit() and token.lower_.endswith(("st", "nd", "rd", "th")))


def share_of(noun: Token, whole: Quantity | None) -> Quantity | None:
    """The count of an even half ("half of the 32 jets"), None for every other part."""
    if noun.lower_ != "half" or whole is None or whole.number % 2:
        return None
    return Quantity(whole.number / 2, whole.unit, whole.approximate, noun.text)


def bare_number(token: Token, story: Story) -> Quantity | None:
    """The count of a number that stands for goods by itself ("two are to be delivered", "16 of them"), None for years and names."""
    if token.tag_ != "CD" or story.mention(token) is not None or token.ent_type_:
        return None
    if any(span.start <= token.i < span.end for span in story.doc.spans.get("dates", ())):
        return None  # "signed the contract on 3 February"
    digits = token.text.replace(",", "")
    if digits.isdigit() and not (len(token.text) == YEAR_DIGITS and digits.startswith(("19", "20"))):
        return Quantity(Decimal(digits), text=token.text)
    number = story.words.cardinals.get(token.lower_)
    return Quantity(Decimal(number), text=token.text) if number else None


def ordinal_of(noun: Token, story: Story, *, first: bool = False) -> str:
    """ "second", "additional": a word that sets this batch apart from another one; with first, "first" as well ("the first-stage deal")."""
    for t in subtree(noun, stop=CLAUSES | {"conj", "nmod", "obl", "appos"}):
        measures = t.i + 1 < len(story.doc) and story.doc[t.i + 1].lower_ == "than"  # "more than 24,000"
        joined = story.doc[t.i : t.i + 3].text.lower() if t.i + 2 < len(story.doc) else ""  # "second-hand"
        if joined in story.words.ordinals:
            if story.words.ordinals[joined]:
                return story.words.ordinals[joined]
            continue
        if story.words.ordinals.get(t.lower_) and not measures:
            return story.words.ordinals[t.lower_]
        if first and t.lower_ == "first":
            return "first"
    return ""


def origin_of(noun: Token, story: Story) -> Mention | None:
    """The country that made the goods: "the Russian-made system", "French Rafale jets"."""
    for t in subtree(noun, stop=CLAUSES | {"conj", "nmod", "obl", "appos", "nmod:poss"}):
        m = story.mention(t)
        if m is not None and m.kind == "Country" and t.i < noun.i and story.lexicon.country_by_demonym(m.text):
            return m
    return None


def is_of_whole(number: Token) -> bool:
    """Whether a number counts some of a known whole: "45 of the 60", "11 of its 129", "Of the 60 buses, 45 were"; not "11 of its boats"."""
    beside = children(number, "nmod") + children(number.head, "obl")
    wholes = [c for c in beside if preposition(c) == "of"]
    words = [{d.lower_ for d in [*c.children, *(x for n in c.children for x in n.children)]} for c in wholes]
    counted = [c.tag_ == "CD" or child(c, "nummod") is not None for c in wholes]
    return any("the" in w or (n and w & {"its", "their"}) for w, n in zip(words, counted, strict=True))


def is_partial(noun: Token, quantity: Quantity | None) -> bool:
    """Whether a noun tells only a first part of goods without counting it ("the first launchers", "half of the vehicles")."""
    if noun.lower_ in PARTS or (noun.tag_ == "CD" and is_of_whole(noun)):
        return True
    plural = noun.tag_ in ("NNS", "NNPS")
    return plural and quantity is None and any(c.lower_ == "first" for c in children(noun, "amod"))
