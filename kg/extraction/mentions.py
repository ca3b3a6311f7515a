"""Which stretches of an article name a person, organization, country, place or system?"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from kg.extraction.chains import singular
from kg.extraction.syntax import base, children, preposition
from kg.extraction.words import Words
from kg.lexicon import Lexicon
from kg.model import Article, Mention

KINDS = {"PERSON": "Person", "ORG": "Organization", "SYSTEM": "System", "LOC": "Place", "FAC": "Place"}
# Labels under which the model hides full names of companies ("Saudi Aramco", "Horse Powertrain").
LOOSE = frozenset({"EVENT", "FAC", "GPE", "LOC"})
# A capital stands for its government where it acts or owns ("Ankara insists", "Ankara's decision"), for the city elsewhere.
ACTING = frozenset({"nsubj", "nsubj:pass", "nmod:poss", "obl:agent", "iobj"})
PARTNERS = frozenset({"", "with", "by", "between"})  # before who acts or is dealt with
LOCATIVE = frozenset({"in", "at", "near", "outside", "around", "across", "through", "via", "into", "over"})


def name_mentions(doc: Doc, article: Article, lexicon: Lexicon, words: Words) -> Iterator[Mention]:
    """Every name of the kinds we keep, in reading order, without chains yet."""
    companies = traders(doc, words)
    spelled_out = {e.text for e in doc.ents if e.label_ == "ORG" and is_short_for(doc[e.end : e.end + 3], "SYSTEM")}
    bare = [*bare_names(doc, companies), *employers(doc, lexicon, words)]
    names = [e for e in doc.ents if not begins_title(e, lexicon) and not begins_term(e, lexicon)]
    for ent in sorted([*(joined_up(trimmed(e), lexicon) for e in names), *bare], key=lambda e: e.start):
        kind = "System" if ent.text in spelled_out else kind_of(ent, lexicon)
        unmarked = not ent.label_
        trader = unmarked or ent.text.lower() in companies or (ent.label_ in LOOSE and ent.root.lower_ in companies)
        if trader and kind in ("Person", "Place", "") and not is_known_place(ent.text, lexicon):
            kind = "Organization"
        if kind:
            yield Mention(article.id, ent.start_char, ent.end_char, article.text[ent.start_char : ent.end_char], kind)


def begins_title(ent: Span, lexicon: Lexicon) -> bool:
    """Whether a word that the model took for a person's name is the first of a listed title ("the acting Prime Minister of Iraq")."""
    behind = ent.doc[ent.start : ent.end + 1]
    if ent.label_ != "PERSON" or len(ent) > 1 or len(behind) == 1 or behind[1].ent_type_:
        return False
    row = lexicon.title(behind.text)
    return row is not None and row.words == behind.text.lower()


def begins_term(ent: Span, lexicon: Lexicon) -> bool:
    """Whether a name is the beginning of a listed term, or all of it: "Foreign Military" in "Foreign Military Sale"."""
    terms = (row["words"] for row in lexicon.table("not_names"))
    lengths = ((term, term.count(" ") + 1) for term in terms)
    return any(len(ent) <= n and ent.doc[ent.start : ent.start + n].text.lower() == term for term, n in lengths)


def trimmed(ent: Span) -> Span:
    """The name without a preposition or conjunction that the model took in at its end ("Expal Systems of")."""
    end = ent.end
    while end - ent.start > 1 and ent.doc[end - 1].pos_ in ("ADP", "CCONJ", "DET") and ent.doc[end - 1].is_lower:
        end -= 1
    return ent if end == ent.end else Span(ent.doc, ent.start, end, label=ent.label_)


def joined_up(ent: Span, lexicon: Lexicon) -> Span:
    """The name with what a hyphen joins to it, where the model cut it there ("Martin" of "Martin-Baker"); not "Trump-Ukraine"."""
    doc = ent.doc
    hyphen = ent.end - 1 if ent[-1].text == "-" and len(ent) > 1 else ent.end
    if ent.label_ not in ("ORG", "PERSON") or hyphen + 1 >= len(doc) or doc[hyphen].text != "-":
        return ent
    last = doc[hyphen + 1]
    if doc[hyphen].whitespace_ or doc[hyphen - 1].whitespace_:
        return ent
    syllable = ent.label_ == "PERSON" and last.pos_ == "ADP" and last.is_lower  # "Moon Jae-in": no preposition has a hyphen before it
    known = last.ent_type_ in ("ORG", "PERSON", "NORP", "SYSTEM") or is_known_place(last.text, lexicon)
    joins = syllable or (last.pos_ == "PROPN" and last.text.istitle() and not known)
    return Span(doc, ent.start, hyphen + 2, label=ent.label_) if joins else ent


def traders(doc: Doc, words: Words) -> frozenset[str]:
    """Names that stand where only a company, or a state, can: what buys goods, what is taken over, whose merger it is.

    Lower-case texts of one-word names that the model took for a person or a place, or overlooked. Full names ("Elon Musk")
    are not among them: people buy companies too.
    """
    known = {w for e in doc.ents if e.label_ == "PERSON" and len(e) > 1 for w in e.text.lower().split()}
    names = (t for t in doc if is_name_like(t) and t.lower_ not in known and trades(t, words))
    return frozenset(t.lower_ for t in names if singular(t.lower_) not in words.goods_nouns)  # a headline's "Buys Warplanes"


def bare_names(doc: Doc, companies: frozenset[str]) -> list[Span]:
    """Runs of capitalised words around a trader's name that the model did not mark at all."""
    found: dict[tuple[int, int], Span] = {}
    for t in doc:
        if t.lower_ in companies and not t.ent_type_ and is_name_like(t):
            low = high = t.i
            while low > 0 and doc[low - 1].pos_ == "PROPN" and not doc[low - 1].ent_type_ and not doc[low].is_sent_start:
                low -= 1
            while high + 1 < len(doc) and doc[high + 1].pos_ == "PROPN" and not doc[high + 1].ent_type_ and not doc[high + 1].is_sent_start:
                high += 1
            found[low, high] = doc[low : high + 1]
    return list(found.values())


def employers(doc: Doc, lexicon: Lexicon, words: Words) -> Iterator[Span]:
    """Unmarked names right before the corporate post of a person: "Airbus chief executive Guillaume Faury"."""
    people = {e.start for e in doc.ents if e.label_ == "PERSON"}
    for title in doc.spans.get("titles", ()):
        row = lexicon.title(title.text)
        before = doc[title.start - 1] if title.start else None
        if before is None or row is None or row.kind != "corporate" or title.end not in people:
            continue
        dated = any(span.start <= before.i < span.end for span in doc.spans.get("dates", ()))  # "In January chief executive Ann Lee"
        plain = dated or before.lower_ in words.company_nouns or lexicon.title_status(before.text) or lexicon.is_title(before.text)
        if is_name_like(before) and before.text[:1].isupper() and not before.ent_type_ and not plain:
            yield doc[before.i : before.i + 1]


def is_name_like(token: Token) -> bool:
    """Whether a word is tagged as a name, or is a singular noun with a capital and without an article."""
    if token.pos_ == "PROPN":
        return True
    bare = token.tag_ == "NN" and not any(c.i < token.i for c in token.children)
    return token.text[:1].isupper() and token.is_alpha and token.pos_ == "NOUN" and (bare or not token.is_sent_start)


def trades(token: Token, words: Words) -> bool:
    """Whether a name is the subject, agent, owner or, for company deals, the object of a deal word."""
    head, label = token.head, token.dep_
    lemma = head.lemma_.lower()
    if is_taken_over(token, words):
        return True
    if label == "conj" and is_merging(token, words):
        return True
    if label in ("nsubj", "obl:agent") and head.pos_ == "VERB":
        verbs = [head, *(c for c in children(head, "xcomp") if label == "nsubj")]  # "agreed to merge"
        deals = any(surely_deals(verb, words) for verb in verbs)
        return deals or (lemma in words.deal_phrases and any(o.lemma_.lower() in words.deal_nouns for o in children(head, "obj")))
    if label == "nmod:poss":
        if singular(head.lower_) in words.unit_nouns and any(a.lemma_.lower() in words.deal_verbs for a in head.ancestors):
            return True  # "agreed to buy Verano's paper unit"
        noun = words.deal_nouns.get(lemma)
        return noun is not None and (noun.kind == "Acquisition" or (noun.kind == "Purchase" and not noun.carrier))
    share = singular(head.lower_) in words.share_nouns or head.lower_ in words.fractions
    if label == "nmod" and share and preposition(token) in ("of", "in"):
        return any(a.lemma_.lower() in words.deal_verbs or a.lemma_.lower() in words.deal_nouns for a in head.ancestors)
    if label in ("nmod", "obl") and preposition(token) in ("to", "from"):
        verbs = [a for a in token.ancestors if a.pos_ == "VERB"][:1]
        traded = [r for v in verbs for r in words.deal_verbs.get(v.lemma_.lower(), ()) if r.kind != "Donation"]
        sides = {r.roles.get(preposition(token)) for r in traded if r.company_kind}  # "sold its Italian unit to Swisscom"
        if sides & {"buyer", "seller"}:
            return True
        bought = [r for r in traded if r.status and r.roles.get("subject") == "buyer"]
        if preposition(token) == "from" and any(r.roles.get("from") == "seller" for r in bought):
            return True  # "ordered 17 trams from Stadler"
    if label == "obl" and head.pos_ == "VERB" and priced(head, preposition(token), words):
        return True  # "splashed out $300 million on Verano", "to merge with Verano"
    if label == "obl" and head.pos_ == "VERB" and takes_deal(head, preposition(token), words):
        return True  # "the contract went to Verano"
    dealt = [lemma, *(o.lemma_.lower() for o in children(head, "obj"))] if label in ("nmod", "obl") and preposition(token) == "with" else []
    if any((row := words.deal_nouns.get(d)) is not None and row.carrier for d in dealt):
        return True  # "a contract with Verano", "placed with Verano an order"
    if is_called_firm(token, words) and any(a.lemma_.lower() in words.deal_verbs for a in token.ancestors):
        return True  # "rented from the lessor Verano"
    if label in ("nmod", "obl") and preposition(token) in ("of", "by", "from", "with", "for"):
        objects = [head, *children(head, "obj")] if head.pos_ == "VERB" else [head]
        name = head.head if head.dep_ == "flat" else head
        objects += [name.head] if label == "nmod" and name.dep_ == "nmod" and name.pos_ == "PROPN" else []  # "the merger into Verano of"
        rows = [words.deal_nouns[o.lemma_.lower()] for o in objects if o.lemma_.lower() in words.deal_nouns]
        return any(r.kind == "Acquisition" or (r.company_kind and not r.carrier) for r in rows)
    if label == "obj" and head.pos_ == "VERB":
        return buys_companies(head, words) or is_chosen_to_supply(token, words)
    return False


def is_called_firm(token: Token, words: Words) -> bool:
    """Whether the noun right before a name says that it is a firm ("the shipyard Verano")."""
    before = token.doc[token.left_edge.i - 1] if token.left_edge.i else token
    firm = singular(before.lower_) in words.company_nouns | words.firm_nouns and before.tag_ == "NN"
    return firm and base(token.dep_) in ("appos", "flat") and token.head == before


def is_chosen_to_supply(token: Token, words: Words) -> bool:
    """Whether a name is chosen for what only sellers do: "has picked Verano to supply 24 lorries"."""
    tasks = [c for c in children(token.head, "xcomp") if c.i > token.i and token.head.lemma_.lower() in words.verb_classes["choose"]]
    return any(r.roles.get("subject") == "seller" for c in tasks for r in words.deal_verbs.get(c.lemma_.lower(), ()))


def buys_companies(verb: Token, words: Words) -> bool:
    """Whether a verb by itself, or with the particle that it has, states that a company changes hands."""
    rows = [r for r in words.deal_verbs.get(verb.lemma_.lower(), ()) if r.company_kind or r.kind == "Acquisition"]
    beside = {c.lower_ for c in verb.children}
    return any(not r.when and (not r.particle or r.particle in beside) for r in rows)


def surely_deals(verb: Token, words: Words) -> bool:
    """Whether a verb states a deal by itself, or with a part of a company as its object ("took a stake in")."""
    rows = [r for r in words.deal_verbs.get(verb.lemma_.lower(), ()) if r.kind != "Donation" and r.status]
    share = any(singular(o.lower_) in words.share_nouns or o.lower_ in words.fractions for o in children(verb, "obj"))
    counted = any(children(n, "nummod") for n in children(verb, "obl"))  # "signed for 15 jets", "committed to 200 jets"
    return any(counted if r.needs == "goods" else share or not r.when for r in rows)


def is_merging(token: Token, words: Words) -> bool:
    """Whether a name is the second of two subjects that merge: "Verano and Kestrel agreed to merge"."""
    verb = token.head.head
    verbs = [verb, *children(verb, "xcomp")] if token.head.dep_ == "nsubj" else []
    return any(
        r.kind == "Acquisition" and r.roles.get("with") == "system" for v in verbs for r in words.deal_verbs.get(v.lemma_.lower(), ())
    )


def priced(verb: Token, function: str, words: Words) -> bool:
    """Whether a verb of paying for a company has the word behind a preposition as what is paid for."""
    rows = words.deal_verbs.get(verb.lemma_.lower(), ())
    companies = [r for r in rows if r.kind == "Acquisition" or (r.needs == "value" and r.company_kind)]
    return any(r.roles.get(function) == "system" for r in companies)


def takes_deal(verb: Token, function: str, words: Words) -> bool:
    """Whether what stands behind a preposition sells by the deal that is the verb's subject ("the contract went to")."""
    subjects = {c.lemma_.lower() for c in children(verb, "nsubj", "nsubj:pass")}
    rows = [r for r in words.deal_phrases.get(verb.lemma_.lower(), ()) if r.roles.get(function) == "seller" and subjects & {*r.nouns}]
    return bool(rows)


def is_taken_over(token: Token, words: Words) -> bool:
    """Whether a name is what a passive verb of company deals has as its subject, itself or over "which".

    "Verano was bought by Kestrel", "Verano, which Kestrel acquired".
    """
    verbs = [token.head] if token.dep_ == "nsubj:pass" else []
    for clause in children(token, "acl:relcl"):
        pronoun = next((c for c in clause.children if c.lower_ == "which"), None)
        if pronoun is not None and pronoun.dep_ in ("nsubj:pass", "obj"):
            verbs.append(clause)
    return any(buys_companies(v, words) for v in verbs)


def kind_of(ent: Span, lexicon: Lexicon) -> str:
    """The ontology class of a named span, "" for kinds that are not kept (events, peoples without a state)."""
    text = ent.text
    if ent.label_ in ("GPE", "NORP", "LOC"):
        if lexicon.country_by_name(text) or lexicon.country_by_demonym(text):
            return "Country"
        if lexicon.country_by_metonym(text) or (lexicon.country_by_capital(text) and acts(ent)):
            return "Country"
        maker = lexicon.is_maker(text) or (lexicon.begins_maker(text) and not is_known_place(text, lexicon))
        if maker and preposition(ent.root) in PARTNERS:
            return "Organization"  # "is negotiating with Hanwha", "Kongsberg's missiles", which the model takes for towns
        return "" if ent.label_ == "NORP" else "Place"
    if ent.label_ in ("ORG", "PERSON", "EVENT") and lexicon.system(text) and not lexicon.country(text):
        return "System"
    if ent.label_ == "ORG" and (lexicon.country_by_name(text) or lexicon.country_by_metonym(text)):
        return "Country"
    if ent.label_ == "SYSTEM" and text.islower() and singular(text.split()[-1]) in {w.split()[-1] for w in lexicon.weapon_classes}:
        return ""  # "missile" is goods, not the name of any
    if ent.label_ == "SYSTEM" and lexicon.is_maker(text) and not children(ent.root, "nummod"):
        return "Organization"  # "12 Damen patrol boats", not "12 Airbus"
    return KINDS.get(ent.label_, "")


def is_short_for(behind: Span, label: str) -> bool:
    """Whether three tokens are a name of this label in brackets, for which words stand before it: "Artillery Rocket Systems (HIMARS)"."""
    return len(behind) == 3 and behind[0].text == "(" and behind[1].ent_type_ == label and behind[2].text == ")"


def is_known_place(text: str, lexicon: Lexicon) -> bool:
    """Whether the lexicon knows a place of this name."""
    return lexicon.place(text) is not None or lexicon.country(text) is not None


def acts(ent: Span) -> bool:
    """Whether a place's name stands where an actor stands: as subject, agent or owner, not in a place phrase."""
    head: Token = ent.root
    while base(head.dep_) in ("conj", "flat", "compound") and head.head.i != head.i:
        head = head.head
    if preposition(head) in LOCATIVE:
        return False
    return head.dep_ in ACTING
