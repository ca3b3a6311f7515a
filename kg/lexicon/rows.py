"""What is one entry of each lexicon file? Typed rows, and the words each column may hold."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

TITLE_KINDS = (
    "academic", "corporate", "diplomatic", "government", "job", "judicial", "legislature", "media", "military", "monarchy", "party",
    "police", "religious", "sport",
)  # fmt: skip
TITLE_SCOPES = ("country", "either", "none", "organization")
MODIFIER_EFFECTS = ("acting", "appointed", "current", "deceasedInOffice", "elect", "former", "none", "part")
MODIFIER_SIDES = ("after", "before", "both")
PLACE_KINDS = ("city", "state", "territory")
STATE_BODY_KINDS = ("agency", "force", "government", "legislature", "ministry", "mission", "office")
STATUS_SPEECH = ("adjective", "adverb", "noun", "phrase", "verb")


@lru_cache(maxsize=1 << 16)  # the same words are looked up again and again
def word_key(text: str) -> str:
    """The form under which words are compared: lower case, plain apostrophes, hyphens as spaces, single spaces.

    word_key("Vice-President") == "vice president". Accents stay; use it on both sides.
    """
    text = unicodedata.normalize("NFKC", text).casefold().replace("’", "'")
    for dash in "-‐‑–":
        text = text.replace(dash, " ")
    return " ".join(text.split())


@dataclass(frozen=True, slots=True)
class Country:
    """A sovereign state. code: ISO 3166 alpha-2 ("TR"; Kosovo "XK"). name: plain English ("Turkey").

    names: every other name ("Türkiye", "Republic of Turkey"). demonyms: adjective and people ("Turkish", "Turk", "Turks").
    capitals: "Ankara". metonyms: government seats that are no capital ("Kremlin"). ambiguous: forms of any of these that
    often mean something else in news ("Georgia", "Turkey" the bird, "Washington" the man).
    """

    code: str
    name: str
    names: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """A city, state, province or territory and the country it lies in.

    kind: "city", "state" (also province, nation, Land) or "territory". country: ISO code. ambiguous: whether the name often is
    a person's, a club's or a word ("Austin", "Nice").
    """

    name: str
    kind: str
    country: str
    names: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    ambiguous: bool = False


@dataclass(frozen=True, slots=True)
class Title:
    """A post, rank or job. words: as newspapers write it, lower case. canonical: its one form ("PM": "prime minister").

    kind: government, military, corporate, ... scope: to whom it belongs when the text does not say otherwise:
    "country", "organization", "either" or "none". example: a sentence where it is a post; counter: one where the words are not.
    """

    words: str
    kind: str
    canonical: str
    scope: str
    example: str = ""
    counter: str = ""


@dataclass(frozen=True, slots=True)
class TitleModifier:
    """A word before or after a title. effect: the status it gives ("former", "acting", "elect", "appointed",
    "deceasedInOffice", "current"), "part" where it belongs to the title ("deputy"), "none" where it is dropped ("veteran").

    side: "before", "after" or "both".
    """

    words: str
    effect: str
    side: str


@dataclass(frozen=True, slots=True)
class TitleBody:
    """A body that titles name ("Senate Majority Leader"). name: its full name; country: ISO code, "" where several have one.

    others: codes of states whose body is meant in a story of theirs.
    """

    words: str
    name: str
    country: str
    others: tuple[str, ...] = ()

    def country_in(self, home: str) -> str:
        """Whose body is meant in a story of a state, by its code."""
        return home if home in self.others else self.country


@dataclass(frozen=True, slots=True)
class StateBody:
    """Words for a part of a state that acts for the country. country: ISO code for a named one ("Pentagon"), "" for a word."""

    words: str
    kind: str
    country: str
    name: str


@dataclass(frozen=True, slots=True)
class SystemName:
    """A well-known weapon, vehicle, aircraft or ship type.

    weapon_class: noun of weapon_classes.tsv. countries: ISO codes of the makers' countries, the leading one first.
    """

    name: str
    names: tuple[str, ...]
    weapon_class: str
    maker: str
    countries: tuple[str, ...]

    @property
    def country(self) -> str:
        """The leading one of its countries, "" when none is known."""
        return self.countries[0] if self.countries else ""


@dataclass(frozen=True, slots=True)
class FrameVerb:
    """A verb that states a fact: a row of a frame.

    lemma, particle: "take" + "over". kind: ontology class; family: the class right below kg:Fact that it belongs to.
    status: what the engine calls it ("signed"); "" where the verb states a deal only inside another one ("a contract to build"),
    or a delivery only of goods that the story tells a deal of ("landed").
    roles: grammatical function of the active verb to ontology property; functions are "subject", "object", "iobj" or a
    preposition ("from", "to"). "party" stands for buyer or seller.
    company_kind: the class instead of kind where the object is a company ("buy": Acquisition), "" where there is none.
    needs: what must be told besides, or the verb means something else: "buyer" ("offer"), "seller" ("commission"), "goods" ("want"),
    "date" ("expect") or "value" ("pay").
    when: function to what must stand there for the row to hold: "none", "goods", "counted" (goods with their number), "money",
    "party", "force" (a part of a state's forces), "company" (one, or a part of one, that changes hands), "share", or lemmas
    separated by "|" ("place ... on lease").
    """

    lemma: str
    kind: str
    status: str
    family: str
    roles: Mapping[str, str] = field(default_factory=dict)
    particle: str = ""
    company_kind: str = ""
    needs: str = ""
    when: Mapping[str, str] = field(default_factory=dict)
    example: str = ""
    counter: str = ""


@dataclass(frozen=True, slots=True)
class FrameNoun:
    """A noun that states a fact ("purchase", "takeover", "shipment"): a row of a frame.

    roles: function to property; functions are "possessive" ("Ankara's purchase"), "adjective" ("the Turkish purchase"),
    "compound" ("the jet deal") or a preposition. status: of the bare noun; "" where its verb must say.
    carrier: True for a word ("deal", "agreement") that states one only with a system, a company or money.
    """

    lemma: str
    kind: str
    status: str
    family: str
    roles: Mapping[str, str] = field(default_factory=dict)
    company_kind: str = ""
    carrier: bool = False
    example: str = ""
    counter: str = ""


@dataclass(frozen=True, slots=True)
class StatusWord:
    """A word that gives a deal or delivery its status: "plan" (planned), "scrap" (cancelled). speech: part of speech.

    denied: the status that it gives where it is denied ("will not go ahead"); "" where nothing is stated then.
    """

    lemma: str
    status: str
    speech: str
    particle: str = ""
    denied: str = ""
    example: str = ""
    counter: str = ""


@dataclass(frozen=True, slots=True)
class FramePhrase:
    """A light verb whose object is a noun of a frame ("sign a contract", "place an order").

    nouns: the lemmas it takes, () for any noun of the family. status: what it makes of the deal. roles: as in FrameVerb, beside
    those the noun gives.
    """

    lemma: str
    status: str
    family: str
    nouns: tuple[str, ...] = ()
    roles: Mapping[str, str] = field(default_factory=dict)
    particle: str = ""
    example: str = ""
    counter: str = ""


@dataclass(frozen=True, slots=True)
class PostVerb:
    """A verb that puts a person into a post, keeps them there or takes them out of it: a row of the frame of role holdings.

    roles: function to "holder", "title" or "of"; README.md of the frames lists the functions. status: of the holder once the verb is
    past or present; future: while it is still to come ("" states nothing); past, present: in the simple past, in the present, if not
    as status says; other: of the person that is followed. title: the post that the verb itself makes of what it leads. clause: "any",
    or "relative" where only "who runs X" says it. leaves: the verb alone ends the posts of its subject.
    """

    lemma: str
    status: str
    roles: Mapping[str, str] = field(default_factory=dict)
    particle: str = ""
    past: str = ""
    present: str = ""
    future: str = ""
    other: str = ""
    title: str = ""
    clause: str = "any"
    leaves: bool = False
    example: str = ""
    counter: str = ""

    @property
    def ends(self) -> bool:
        """Whether it only says that the holder's posts are over, without naming one ("died")."""
        return set(self.roles.values()) == {"holder"}


@dataclass(frozen=True, slots=True)
class Frame:
    """How one fact type is worded: a file of ontology/frames/.

    fact: ontology class; family: the class right below kg:Fact that it belongs to. slots: the properties it may have, with the
    classes and datatypes of their values. steps: how far a thing is ("signed" for done, "approved", "planned", "cancelled") to the
    status of the ontology that says so; empty where a fact of this class has no status. needs: slots without which it is not stated.
    posts: the verbs of role holdings, which have more to say than others.
    """

    fact: str
    family: str
    slots: Mapping[str, frozenset[str]]
    verbs: tuple[FrameVerb, ...] = ()
    posts: tuple[PostVerb, ...] = ()
    nouns: tuple[FrameNoun, ...] = ()
    phrases: tuple[FramePhrase, ...] = ()
    steps: Mapping[str, str] = field(default_factory=dict)
    needs: tuple[str, ...] = ()

    @property
    def rows(self) -> tuple[FrameVerb | FrameNoun | FramePhrase | PostVerb, ...]:
        """All rows, as the file has them."""
        return (*self.posts, *self.verbs, *self.nouns, *self.phrases)
