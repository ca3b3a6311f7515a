"""Is a claim right? Judged by the facts that were written down of its text."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator

from kg.extraction.confidence import family_of
from kg.extraction.story import Story
from kg.model import Claim, Mention
from kg.training.labels import Facts
from kg.training.matching import same_title, within, words

Names = Callable[[str], Collection[str]]  # all names of what a fact calls so

# Who or what must be right; the rest is detail.
IDENTIFYING = {"role": ("holder", "title", "of"), "deal": ("system", "buyer"), "delivery": ("system", "to")}
STEM = 4  # letters that a verb and the post that it tells of have in common
TOLD = {"deal": "deals", "delivery": "deliveries"}


def just_this(name: str) -> tuple[str, ...]:
    """The names of what a passage calls by this one alone."""
    return (name,)


def is_right(claim: Claim, facts: Facts, story: Story, names: Names = just_this) -> bool:
    """Whether a claim is that of a fact: its person, title and owner, its system and buyer, or its system and receiver.

    What either leaves open does not tell against it, but for an owner that is written down.
    """
    family = family_of(claim, story)
    if family == "role":
        return any(_holds(claim, fact, story, names) for fact in facts["roles"])
    told = [{slot: _all(fact[slot]) for slot in IDENTIFYING[family]} for fact in facts[TOLD[family]]]
    return any(all(_fills(claim, slot, wanted, story, names) for slot, wanted in fact.items()) for fact in told)


def is_named(found: Mention, wanted: Iterable[str], story: Story) -> bool:
    """Whether one of the names is that of a mention, in any way in which its story names it."""
    written = {m.text for m in story.chain(found.chain)} | {found.text, found.meant} - {""}
    wanted, find = list(wanted), story.lexicon.country
    codes = {country.code for name in wanted if (country := find(name)) is not None}
    if found.kind == "Country" and codes:
        return any(country.code in codes for name in written if (country := find(name)) is not None)
    return any(within(left, right) for left in _own_words(written, story) for right in _own_words(wanted, story))


def _holds(claim: Claim, fact: Facts, story: Story, names: Names) -> bool:
    """Whether a claim has the person, the title and the owner of a role."""
    (holder,) = _mentions(claim, "holder")
    titles = [str(t) for t in claim.values("title")]
    if not is_named(holder, names(fact["person"]), story) or not any(_is_titled(fact["title"], t) for t in titles):
        return False
    return fact["of"] is None or any(is_named(owner, names(fact["of"]), story) for owner in _mentions(claim, "of"))


def _is_titled(wanted: str, found: str) -> bool:
    """Whether a title is the wanted one, which is the verb where only a verb tells the post: "commands" for "commander"."""
    verb = wanted.islower() and wanted.isalpha()
    return same_title(wanted, found) or (verb and found.lower().startswith(wanted.removesuffix("s")[:STEM]))


def _fills(claim: Claim, slot: str, wanted: list[str], story: Story, names: Names) -> bool:
    """Whether something in a slot is what is wanted there, or one of the two says nothing of it."""
    found = _mentions(claim, slot)
    return not found or not wanted or any(is_named(m, names(name), story) for m in found for name in wanted)


def _own_words(names: Iterable[str], story: Story) -> Iterator[list[str]]:
    """The words of each name without those of what many goods are, unless it has no others: "F-16 fighter jets" gives "f", "16"."""
    common = story.words.goods_nouns | story.words.trade_nouns
    for name in sorted(names):
        every = words(name)
        yield [w for w in every if w not in common] or every


def _all(slot: str | list[str] | None) -> list[str]:
    return [slot] if isinstance(slot, str) else slot or []


def _mentions(claim: Claim, slot: str) -> list[Mention]:
    return [v for v in claim.values(slot) if isinstance(v, Mention)]
