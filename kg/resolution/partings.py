"""Which names did an article's chain join that are not one thing?

Extraction joins a short name to the longer one that begins like it. Newspapers give a name in full first: where "Google" is
said and said again, and "Google Drive" once and later, the longer name is of something else.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from kg.model import Argument, Claim, Extraction, Mention
from kg.resolution.names import Form, is_within
from kg.resolution.organizations import organization_form
from kg.resolution.systems import designators, system_form
from kg.resolution.words import Words

OFTEN = 3  # mentions of a short name that make a single later mention of a longer one suspect
APART = 1_000_000  # added to the place of a name to number its new chain: no other chain has such a number

Chain = tuple[str, int]


def parted(extraction: Extraction, words: Words) -> Extraction:
    """The extraction with such names in chains of their own, in mentions and claims alike."""
    chains: dict[int, list[Mention]] = defaultdict(list)
    for mention in extraction.mentions:
        if mention.named and mention.chain >= 0 and mention.kind in ("Organization", "System"):
            chains[mention.chain].append(mention)
    moved: dict[tuple[int, str], int] = {}
    for chain, mentions in chains.items():
        moved |= {(chain, text): number for text, number in _moved(mentions, words).items()}
    return renumbered(extraction, moved) if moved else extraction


def _moved(mentions: list[Mention], words: Words) -> dict[str, int]:
    """Texts of one chain that go, with the number of the chain they go to."""
    ordered = sorted(mentions, key=lambda m: (m.start, m.end))
    form_of: Callable[[str, Words], Form] = system_form if ordered[0].kind == "System" else organization_form
    apart = _other_variants if ordered[0].kind == "System" else _longer_names
    forms = {m.text: form_of(m.text, words) for m in ordered}
    counts = Counter(forms[m.text] for m in ordered)
    gone = apart(counts)
    first: dict[Form, int] = {}
    for mention in ordered:
        first.setdefault(gone.get(forms[mention.text], ()), mention.start)
    return {text: APART + first[gone[form]] for text, form in forms.items() if form in gone}


def _longer_names(counts: Mapping[Form, int]) -> dict[Form, Form]:
    """Forms of organizations, in the order of the text, that hold an earlier, much more frequent one; each to itself."""
    gone: dict[Form, Form] = {}
    kept: list[Form] = []
    for form in counts:
        shorter = [k for k in kept if len(k) < len(form) and is_within(k, form)]
        if shorter and counts[form] == 1 and max(counts[k] for k in shorter) >= OFTEN:
            gone[form] = form
        else:
            kept.append(form)
    return gone


def _other_variants(counts: Mapping[Form, int]) -> dict[Form, Form]:
    """Forms of systems whose designators are not those of the plain name that comes first and is more frequent; to these.

    "Chunmoo" and "Chunmoo CGR-080" are two; "K239 Chunmoo" is the first again.
    """
    main = next(iter(counts))
    others = {form: designators(form) for form in counts if not _one_variant(form, main)}
    weight = Counter(marks for marks in others.values())
    for form, marks in others.items():
        weight[marks] += counts[form] - 1
    return {form: marks for form, marks in others.items() if weight[marks] < counts[main]}


def _one_variant(form: Form, main: Form) -> bool:
    """Whether a form can be the thing first called main.

    It has the same or no designators, a shorter one ("Leopard 2" after "Leopard 2A8"),
    or one put before the name.
    """
    ours, theirs = designators(form), designators(main)
    shortened = bool(ours) and len(ours) <= len(theirs) and all(t.startswith(o) for o, t in zip(ours, theirs, strict=False))
    return not ours or ours == theirs or shortened or (not theirs and form[-len(main) :] == main)


def renumbered(extraction: Extraction, moved: Mapping[tuple[int, str], int]) -> Extraction:
    """The extraction with other chain numbers for named mentions. moved: chain and text to the new number."""

    def place(mention: Mention) -> Mention:
        number = moved.get((mention.chain, mention.text)) if mention.named else None
        return mention if number is None else replace(mention, chain=number)

    def settled(claims: Iterable[Claim]) -> tuple[Claim, ...]:
        return tuple(
            replace(c, arguments=tuple(Argument(a.property, place(a.value)) if isinstance(a.value, Mention) else a for a in c.arguments))
            for c in claims
        )

    return replace(extraction, mentions=tuple(place(m) for m in extraction.mentions), claims=settled(extraction.claims))
