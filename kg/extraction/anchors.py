"""Where does a story state a deal or a delivery, and what do the words around that verb or noun fill in?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from spacy.tokens import Token

from kg.extraction.clauses import Clause, attached, clause_of, noun_before, pooled, surface_subject
from kg.extraction.drafts import Draft
from kg.extraction.goods import Goods, goods, ordinal_of
from kg.extraction.parties import parties, state_of
from kg.extraction.status import denied, standing, status_row
from kg.extraction.story import Story
from kg.extraction.syntax import base, child, children, first_conjunct, is_passive, preposition
from kg.lexicon import DealNoun, DealPhrase, DealVerb

# Properties of a delivery that take the same parties as a deal's.
SIDES = {"to": "buyer", "from": "seller", "buyer": "buyer", "seller": "seller", "maker": "maker", "party": "party"}
NOMINAL = frozenset({"NOUN", "PROPN"})
VERBAL = frozenset({"VERB", "AUX"})
# Confidence by how much structure a rule stands on; measured order on the development sets, not probabilities.
VERB_CONFIDENCE, PHRASE_CONFIDENCE, NOUN_CONFIDENCE = 0.9, 0.9, 0.8


def drafts(story: Story) -> list[Draft]:
    """Every deal and delivery the story's words state, one draft per anchor, in reading order, not yet joined."""
    found: list[Draft] = []
    for token in story.doc:
        draft = draft_at(token, story)
        if draft is not None:
            found.append(draft)
    return found


def draft_at(token: Token, story: Story) -> Draft | None:
    """The draft of one token, None where it anchors nothing."""
    if story.mention(token) is not None:
        return None
    lemma = token.lemma_.lower()
    if token.pos_ in VERBAL or (token.tag_ in ("VBN", "VBG", "VBD") and token.dep_ in ("acl", "acl:relcl", "ROOT", "conj", "advcl")):
        for rows in (story.words.deal_verbs, story.words.delivery_verbs):
            row = verb_row(token, rows.get(lemma, ()))
            if row is not None:
                return verb_draft(token, row, story)
    if lemma in ("worth", "value") and is_worth_clause(token):
        return Draft(token, "Purchase", "signed", f"deal.{lemma}.pronoun", NOUN_CONFIDENCE, token, company_kind="Acquisition", carrier=True)
    if token.pos_ in NOMINAL and lemma in story.words.deal_nouns:
        if token.dep_ == "compound" and token.head.lemma_.lower() in story.words.verb_classes["talk"]:
            return talks_draft(token, story.words.deal_nouns[lemma], story)
        if token.dep_ == "compound" and token.head.lemma_.lower() in story.words.verb_classes["paper"]:
            return noun_draft(token.head, story.words.deal_nouns[lemma], story)  # "a contract action"
        return noun_draft(token, story.words.deal_nouns[lemma], story)
    return None


def is_worth_clause(token: Token) -> bool:
    """Whether a pronoun is said to be worth something ("It is worth $3 billion", "It was valued at"): the deal told before."""
    subject = child(token, "nsubj", "nsubj:pass")
    return subject is not None and subject.lower_ in ("it", "this", "that") and child(token, "cop", "aux:pass") is not None


def talks_draft(noun: Token, row: DealNoun, story: Story) -> Draft | None:
    """The planned deal of "merger talks with MCI": what the talks are about names it, the talks' own words fill it."""
    talks = noun.head
    if denied(talks):
        return None
    draft = Draft(noun, row.kind, "planned", f"deal.{row.lemma}.talks", NOUN_CONFIDENCE, talks, company_kind=row.company_kind)
    for slot, head in noun_functions(talks, {**row.roles, "with": "system"}, story):
        fill_slot(draft, slot, head, story)
    if base(talks.dep_) in ("obj", "obl") and talks.head.pos_ in VERBAL:
        subject = surface_subject(talks.head)
        if subject is not None and not draft.buyer:
            draft.fill("buyer", parties(subject, story))
    return draft


def verb_row(verb: Token, rows: Iterable[DealVerb]) -> DealVerb | None:
    """The first row whose particle the verb has; rows with a particle come first."""
    return next((r for r in rows if not r.particle or has_particle(verb, r.particle)), None)


def has_particle(verb: Token, particle: str) -> bool:
    """Whether the verb has the particle ("take over") or a preposition that the parser read instead of it."""
    beside = verb.i + 1 < len(verb.doc) and verb.nbor().lower_ == particle
    return beside or any(c.lower_ == particle for c in verb.children) or any(p == particle for p, _ in attached(verb))


def verb_draft(verb: Token, row: DealVerb, story: Story) -> Draft | None:
    """The draft of a deal or delivery verb, None when nothing is asserted (denied, conditional)."""
    clause = clause_of(verb)
    if row.particle and clause.object is None:  # "handed over two aircraft", read as if "over" were a preposition
        clause = replace(clause, object=next((n for p, n in clause.prepositions if p == row.particle), None))
    moves = row.kind == "Delivery" and not row.status
    stand = standing(verb, row.kind, row.status or ("completed" if moves else "signed"), story)
    if not stand.status:
        return None
    if not row.status and not moves:
        stand = replace(stand, status="")
    family = "delivery" if row.kind == "Delivery" else "deal"
    voice = "passive" if is_passive(verb) else "active"
    draft = Draft(
        verb,
        row.kind,
        stand.status,
        f"{family}.{row.lemma}.{voice}",
        VERB_CONFIDENCE,
        verb,
        company_kind=row.company_kind,
        hedge=stand.hedge,
        moves=moves,
        paid_for=row.roles.get("for") == "system" and "system" not in (row.roles.get("object"), row.roles.get("subject")),
    )
    if is_promised(verb, story) and row.roles.get("subject") == "seller":
        clause = replace(clause, subject=None)  # "signed a contract with Kongsberg to build": either of the two may be the builder
    fill_functions(draft, clause, row.roles, story)
    if base(verb.dep_) == "acl" and is_part(first_conjunct(verb.head), story):
        draft.goods = [replace(g, quantity=None) for g in draft.goods]
    return draft


def is_part(noun: Token, story: Story) -> bool:
    """Whether the noun counts only a part of what was bought ("the first ten tanks that Poland bought have arrived")."""
    return any(story.words.ordinals.get(c.lower_) == "" for c in noun.children if c.i < noun.i)


def is_promised(verb: Token, story: Story) -> bool:
    """Whether the verb only spells out a deal noun and has no subject of its own."""
    noun = noun_before(verb) or (child(verb.head, "obj") if base(verb.dep_) in ("advcl", "xcomp") else verb.head)
    row = story.words.deal_nouns.get(noun.lemma_.lower()) if noun is not None else None
    return row is not None and row.carrier and child(verb, "nsubj") is None


def fill_functions(draft: Draft, clause: Clause, roles: Mapping[str, str], story: Story) -> None:
    """Fill the draft's slots from the functions of a clause."""
    functions: list[tuple[str, Token | None]] = [("subject", clause.subject), ("object", clause.object), ("iobj", clause.indirect)]
    functions += clause.prepositions
    for function, head in functions:
        if head is None or function not in roles:
            continue
        fill_slot(draft, roles[function], head, story)


def fill_slot(draft: Draft, slot: str, head: Token, story: Story) -> None:
    """Fill one slot from a noun phrase: parties for a side, goods for the system."""
    if slot in SIDES:
        if not getattr(draft, SIDES[slot]) or slot == "party" or head.head.dep_ == "conj":  # each of several goods has its own seller
            found = parties(head, story)
            draft.fill(SIDES[slot], found)
            if not found and base(head.dep_) not in ("amod", "compound"):
                draft.unknown.add(SIDES[slot])
    elif slot == "system" and not draft.goods:
        offered = goods(head, story)
        draft.goods = [g for g in offered if not g.is_company or draft.company_kind or draft.kind == "Acquisition"]
        if not draft.seller:
            draft.fill("seller", [g.owner for g in draft.goods if g.owner is not None])


def noun_draft(noun: Token, row: DealNoun, story: Story) -> Draft | None:
    """The draft of a deal noun with its own modifiers and, under a light verb, that verb's functions."""
    if denied(noun) or (base(noun.dep_) in ("compound", "amod") and not before_worth(noun, story)):
        return None
    if child(noun, "cop") is not None:
        return None  # "it would be the fifth deal since October" classes a deal, it states none
    verb, phrase = light_verb(noun, story)
    if phrase is not None and verb is not None:
        stand = standing(verb, "", phrase.status, story)  # "will sign" is still to come, "will buy" is decided
        rule, confidence, top = f"deal.{phrase.lemma}.{row.lemma}", PHRASE_CONFIDENCE, verb
    elif not row.status:
        return None  # an option that nobody takes up
    else:
        stand = standing(noun, row.kind, row.status, story)
        rule, confidence, top = f"deal.{row.lemma}.nominal", NOUN_CONFIDENCE, valued(noun, story) or noun
    if not stand.status:
        return None
    if row.kind == "Delivery":
        rule = rule.replace("deal.", "delivery.", 1)
    draft = Draft(
        noun,
        row.kind,
        stand.status,
        rule,
        confidence,
        top,
        company_kind=row.company_kind,
        hedge=stand.hedge,
        ordinal=ordinal_of(noun, story, first=row.carrier),
        carrier=row.carrier,
    )
    for slot, head in noun_functions(noun, row.roles, story):
        fill_slot(draft, slot, head, story)
    if phrase is not None and verb is not None:
        clause = clause_of(verb)
        given = clause.object if clause.object is not None and clause.object.i != noun.i else None  # "awarded Saab a contract"
        fill_functions(draft, Clause(verb, clause.subject, None, clause.indirect or given, clause.prepositions), phrase.roles, story)
        for function, head in clause.prepositions:  # "placed an order for jets": the parser hangs "for jets" on either word
            if function in row.roles and function not in phrase.roles and function not in ("possessive", "adjective", "compound"):
                fill_slot(draft, row.roles[function], head, story)
    if phrase is None:
        fill_from_above(draft, noun, row, story)
    if row.kind == "Delivery" and not draft.goods and noun.head.pos_ in VERBAL | {"ADJ"}:
        draft.goods = subject_goods(noun.head, story)  # "the jets are due for delivery"
    return draft


def fill_from_above(draft: Draft, noun: Token, row: DealNoun, story: Story) -> None:
    """Fill the side that acts from the verb over a deal noun: "the Storting backed the purchase", "Poland won approval for the purchase".

    The verb is reached through nouns of status only; one of approval gives a state, for companies approve nothing of others.
    """
    side = row.roles.get("possessive", "buyer")
    verb = acting_verb(noun, story)
    if verb is None or side not in ("buyer", "seller"):
        return
    for function, head in clause_of(verb).prepositions:
        slot = row.roles.get(function)
        if slot in SIDES and not getattr(draft, SIDES[slot]):
            fill_slot(draft, slot, head, story)
    subject = clause_of(verb).subject
    if subject is not None and not getattr(draft, side) and side not in draft.unknown:
        found = parties(subject, story)
        draft.fill(side, [p for p in found if p.kind == "Country" or draft.status != "approved"])


def acting_verb(noun: Token, story: Story) -> Token | None:
    """The verb of plan, approval or cancellation over a deal noun, reached through nouns of that kind ("signed a letter of intent for")."""
    token, through = noun, False
    while base(token.dep_) in ("nmod", "obl", "obj", "nsubj") and token.head.i != token.i:
        head = token.head
        if head.pos_ in VERBAL:
            fits = status_row(head, story) is not None or through
            return head if fits and (base(token.dep_) != "nsubj" or is_passive(head)) else None
        if status_row(head, story) is None and not (head.lemma_.lower() in story.words.deal_nouns and through):
            return None
        token, through = head, True
    return None


def noun_functions(noun: Token, roles: Mapping[str, str], story: Story) -> Iterator[tuple[str, Token]]:
    """(slot, noun head) of a deal noun's own modifiers, in the order of the row."""
    for function, slot in roles.items():
        if function == "possessive":
            heads = children(noun, "nmod:poss") + [o for c in children(noun, "compound", "amod") for o in children(c, "nmod:poss")]
        elif function == "adjective":
            heads = [c for c in children(noun, "amod", "compound") if is_party(c, story)]
        elif function == "compound":
            heads = [c for c in children(noun, "compound") if not is_party(c, story)]
        else:
            heads = [n for p, n in pooled(noun) if p == function]
        yield from ((slot, h) for h in heads)


def is_party(token: Token, story: Story) -> bool:
    """Whether a modifier names a state or a part of one ("the Turkish purchase", "a U.S. Navy contract")."""
    m = story.mention(token)
    return m is not None and (m.kind == "Country" or (m.kind == "Organization" and state_of(m, token, story) is not None))


def light_verb(noun: Token, story: Story) -> tuple[Token | None, DealPhrase | None]:
    """The verb that makes a deal noun an event ("sign a deal", "the contract was awarded to", "a deal signed by"), and its row."""
    for verb, voice in event_verbs(noun):
        for phrase in story.words.deal_phrases.get(verb.lemma_.lower(), ()):
            fits = not phrase.nouns or noun.lemma_.lower() in phrase.nouns
            if voice not in ("object", "subject"):
                fits = fits and voice == phrase.particle  # "entered into a contract", "agreed to an offer"
            elif phrase.particle and not has_particle(verb, phrase.particle):
                fits = False
            if fits and (voice != "subject" or is_passive(verb)):
                return verb, phrase
    return None, None


def valued(noun: Token, story: Story) -> Token | None:
    """The word that says what the noun is worth ("the deal was valued at", "the contract is worth"), None when its clause says else."""
    head = noun.head
    return head if base(noun.dep_) == "nsubj" and story.words.value_words.get(head.lemma_.lower()) == "value" else None


def before_worth(noun: Token, story: Story) -> bool:
    """Whether a word of value follows at once: "a contract worth 95 million francs"."""
    return noun.i + 1 < len(story.doc) and story.words.value_words.get(story.doc[noun.i + 1].lower_) == "value"


def event_verbs(noun: Token) -> Iterator[tuple[Token, str]]:
    """Verbs that may make the noun an event, with the noun's function: "object", "subject" or its preposition."""
    first = first_conjunct(noun)
    while base(first.dep_) == "compound":  # "a contract worth $5 million", read as one compound
        first = first.head
    head, label = first.head, base(first.dep_)
    if label == "obj" and head.pos_ in VERBAL:
        yield head, "object"
    if label == "obl" and head.pos_ in VERBAL:
        yield head, preposition(first)
    if label == "nsubj" and head.pos_ in VERBAL | {"ADJ"}:
        yield head, "subject"
        yield from ((v, "subject") for v in children(head, "xcomp", "conj"))
        yield from ((v, "subject") for x in children(head, "xcomp") for v in children(x, "xcomp"))
    for c in noun.children:
        if c.pos_ not in VERBAL:
            continue
        if c.dep_ == "acl":
            yield c, "subject"
        if c.dep_ == "acl:relcl":
            yield c, "subject" if child(c, "nsubj:pass") is not None else "object"


def has_definite(noun: Token) -> bool:
    """Whether the noun is marked as known: "the deal", "this contract", "that order"."""
    return any(c.lower_ in ("the", "this", "that", "these", "both") for c in children(noun, "det"))


def subject_goods(verb: Token, story: Story) -> list[Goods]:
    """The goods that a verb's subject names."""
    subject = surface_subject(verb)
    return goods(subject, story) if subject is not None else []


def under(token: Token, top: Token, through: frozenset[str]) -> bool:
    """Whether the way from a token up to top uses only the given relations."""
    while token.i != top.i:
        if base(token.dep_) not in through or token.head.i == token.i:
            return False
        token = token.head
    return True


__all__ = ["child", "draft_at", "drafts", "has_definite", "light_verb", "preposition", "subject_goods", "under"]
