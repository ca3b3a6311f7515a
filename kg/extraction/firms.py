"""Which organizations may a text mean by "the company", "the yard"? No alliance, no part of a state, none that only reports."""

from __future__ import annotations

from kg.extraction.story import Story
from kg.extraction.syntax import base, child, children, conjuncts, first_conjunct, preposition
from kg.lexicon import Country
from kg.model import Mention

# Kinds of words in the names of bodies that are no companies.
PUBLIC_BODIES = frozenset({"academic", "court", "force", "government", "legislature", "party", "society"})


def is_firm(mention: Mention, story: Story) -> bool:
    """Whether "the company" may mean an organization: no paper that reports, no public body by any of its names ("NAF", the air force)."""
    return not (reports(mention, story) or any(is_no_company(m, story) for m in story.chain(mention.chain) if m.named))


def is_no_company(mention: Mention, story: Story) -> bool:
    """Whether an organization is an alliance, an agency or another body of states ("NATO", "the World Bank", "the Norwegian navy")."""
    text = mention.text.removeprefix("the ").removeprefix("The ")
    words = text.lower().split()
    bodies = {r["words"] for r in story.lexicon.table("org_words") if r["kind"] in PUBLIC_BODIES}
    tail = any(" ".join(words[i:]) in bodies for i in range(len(words)))
    listed = any(text in (row["name"], *row.many("names")) for row in story.lexicon.table("organizations"))
    force = any(w in story.words.force_nouns for w in words)
    return tail or listed or force or is_state_body(text, story)


def is_state_body(text: str, story: Story) -> bool:
    """Whether a name is, or ends in, that of a part of a state."""
    words = text.split()
    tails = [" ".join(words[i:]) for i in range(len(words))]
    return any(story.lexicon.state_body(t) or story.lexicon.title_body(t) for t in tails)


def is_one_of_several(mention: Mention, story: Story) -> bool:
    """Whether another organization stands beside the mention ("Airbus and Thales will take part. The company"): either may be meant."""
    head = first_conjunct(story.span(mention).root)
    chains = {m.chain for t in conjuncts(head) if (m := story.mention(t)) is not None and m.kind == mention.kind}
    return len(chains) > 1


def reports(mention: Mention, story: Story) -> bool:
    """Whether the mention is the paper that reports ("Bloomberg reported that the company"): the story is not of it."""
    head = story.span(mention).root
    return base(head.dep_) == "nsubj" and head.head.lemma_.lower() in story.words.verb_classes["report"]


def home_of(company: Mention, story: Story) -> Country | None:
    """The country that the story names right with a company or in it ("Norway's Verano", "Danish firm Kestrel"), None for none."""
    for m in story.chain(company.chain):
        root = story.span(m).root
        own = next((home for t in story.span(m) if (home := story.lexicon.country_by_demonym(t.text)) is not None), None)
        if own is not None:
            return own
        near = [*children(root, "amod", "nmod:poss", "compound"), *(x for d in children(root, "nmod:desc") for x in d.children)]
        if base(root.dep_) in ("appos", "flat") or root.dep_ == "nmod:desc":
            near += children(root.head, "amod", "nmod:poss", "compound")
        near += [c for c in children(root, "nmod") if preposition(c) in ("of", "from")]
        near += [x for d in children(root, "appos") for x in children(d, "amod", "compound")]
        for c in near:
            country = story.mention(c)
            if country is not None and country.kind == "Country":
                return story.lexicon.country(country.text)
    return None


def is_called(company: Mention, noun: str, story: Story) -> bool:
    """Whether a noun is in the name of a company or in what describes it ("Dilmun Bank", "miner Caucasus Copper", "Verano, a brewer")."""
    for m in story.chain(company.chain):
        span = story.span(m)
        near = [*span, *children(span.root, "nmod:desc", "appos", "compound", "flat")]
        near += [span.root.head] if span.root.dep_ in ("appos", "flat", "nmod:desc", "compound") else []
        near += [span.root.head] if span.root.dep_ == "nsubj" and child(span.root.head, "cop") is not None else []
        if any(t.lower_ == noun for t in near):
            return True
    return False
