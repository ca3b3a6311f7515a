"""Does the lexicon load, refuse what is wrong in it, and know the words newspapers use?"""

import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg import lexicon, ontology
from kg.lexicon import Frame, Lexicon, LexiconError, word_key

WORDS: Lexicon = lexicon.load()
FOLDER = WORDS.folder


def code(name: str) -> str | None:
    found = WORDS.country(name)
    return found.code if found else None


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Turkey", "TR"),
        ("Türkiye", "TR"),
        ("Turkish", "TR"),
        ("Turks", "TR"),
        ("Ankara", "TR"),
        ("the Kremlin", "RU"),
        ("the U.S.", "US"),
        ("US", "US"),
        ("UNITED STATES", "US"),
        ("Côte d’Ivoire", "CI"),
        ("Cote d'Ivoire", "CI"),
        ("The Hague", "NL"),
        ("Élysée", "FR"),
        ("Elysee Palace", "FR"),
        ("Downing Street", "GB"),
        ("U.A.E.", "AE"),
        ("South Korean", "KR"),
        ("Kiev", "UA"),
        ("us", None),
        ("turkey", None),
        ("GE", None),
        ("Istanbul", None),
        ("", None),
    ],
)
def test_country_by_any_word(name: str, expected: str | None) -> None:
    assert code(name) == expected


def test_country_by_one_kind_of_word_only() -> None:
    assert WORDS.country_by_name("Ankara") is None
    assert WORDS.country_by_demonym("Turkey") is None
    assert WORDS.country_by_capital("Turkish") is None
    assert WORDS.country_by_metonym("Moscow") is None
    russia = WORDS.country_by_metonym("the Kremlin")
    assert russia is not None and russia == WORDS.country_by_capital("Moscow") == WORDS.country_by_code("RU")


def test_every_state_is_there() -> None:
    assert len(WORDS.countries) == 193 + len(("Kosovo", "Palestine", "Taiwan", "Vatican City"))
    for country in WORDS.countries:
        assert WORDS.country_by_name(country.name) == country
        for name in country.names:
            assert WORDS.country_by_name(name) == country, name
        for word in country.demonyms:
            assert WORDS.country_by_demonym(word) == country, word


def test_words_that_often_mean_something_else() -> None:
    for word in ("Georgia", "Jordan", "Chad", "Washington", "Panama City", "Austin", "Nice", "Virginia"):
        assert WORDS.is_ambiguous(word), word
    assert not WORDS.is_ambiguous("Norway")


def test_places_that_are_no_state() -> None:
    puerto_rico, scotland, istanbul = WORDS.place("Puerto Rico"), WORDS.place("Scottish"), WORDS.place("Istanbul")
    assert puerto_rico and (puerto_rico.kind, puerto_rico.country) == ("territory", "US")
    assert scotland and (scotland.name, scotland.country) == ("Scotland", "GB")
    assert istanbul and (istanbul.kind, istanbul.country) == ("city", "TR")
    assert WORDS.place("Ankara") is None
    assert WORDS.place("istanbul") is None


@pytest.mark.parametrize(
    "words",
    [
        "Foreign Minister", "chief executive", "CEO", "PM", "Lt. Gen.", "Maj.-Gen.", "vice-president", "Deputy Prime Minister",
        "senators", "directors general", "Minister for Digital Affairs", "Chief Procurement Officer", "chargé d'affaires",
        "Deputy Minister for Industry and Strategic Technologies", "head of naval sales", "First Deputy Defence Minister",
        "ambassador to Germany", "CEO for Central Europe", "vice president for defence business",
    ],
)  # fmt: skip
def test_a_title(words: str) -> None:
    assert WORDS.is_title(words)


@pytest.mark.parametrize(
    "words",
    [
        "", "former minister", "the president", "Turkish defence minister", "officer", "tycoon", "candidate", "Mr", "ministry",
        "president of France", "presidential", "premier league", "to whom", "for minister", "generally", "Sir", "protester", "minister of",
    ],
)  # fmt: skip
def test_no_title(words: str) -> None:
    assert not WORDS.is_title(words)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("PM", "Prime Minister"),
        ("CEO", "chief executive officer"),
        ("Defense Minister", "Minister of Defence"),
        ("Foreign Affairs Minister", "Foreign Minister"),
        ("chairwoman", "chairman"),
        ("deputy chairwoman", "Deputy Chairman"),
        ("Lt. Gen.", "Lieutenant General"),
        ("spokesman", "spokeswoman"),
        ("Secretary-General", "secretary general"),
        ("senators", "Senator"),
    ],
)
def test_two_forms_of_one_post(left: str, right: str) -> None:
    assert WORDS.title_variants(left) == WORDS.title_variants(right)


@pytest.mark.parametrize(
    ("left", "right"), [("president", "vice president"), ("minister", "deputy minister"), ("general", "major general")]
)
def test_two_posts(left: str, right: str) -> None:
    assert WORDS.title_variants(left) != WORDS.title_variants(right)


def test_a_canonical_form_is_its_own() -> None:
    for title in WORDS.titles:
        canonical = WORDS.title_variants(title.words)
        assert WORDS.title_variants(canonical) == canonical, title.words


@given(st.text(max_size=40))
def test_any_text_can_be_asked_for(text: str) -> None:
    assert isinstance(WORDS.title_variants(text), str)
    assert WORDS.country(text) is None or any(c.isupper() for c in text)
    assert WORDS.title_length(text.split()) <= len(text.split())
    assert not WORDS.is_title(text) or any(c.isalpha() for c in text)


def test_the_longest_title_in_a_row_of_words() -> None:
    assert WORDS.title_length(["Deputy", "Foreign", "Minister", "Ana", "Silva"]) == 3
    assert WORDS.title_length(["Vice", "-", "President", "Ana"]) == 3
    assert WORDS.title_length(["said", "Prime", "Minister", "Ana"], 1) == 2
    assert WORDS.title_length(["Ana", "Silva"]) == 0
    assert WORDS.title_length([]) == 0


def test_what_a_modifier_says_of_the_holder() -> None:
    states = {
        w: WORDS.title_status(w) for w in ("former", "ex", "acting", "caretaker", "elect", "designate", "late", "deputy", "veteran", "blue")
    }
    assert states == {
        "former": "former", "ex": "former", "acting": "acting", "caretaker": "acting", "elect": "elect", "designate": "appointed",
        "late": "deceasedInOffice", "deputy": "", "veteran": "", "blue": "",
    }  # fmt: skip


def test_bodies_of_titles_and_states() -> None:
    senate, pentagon, ministry = WORDS.title_body("the Senate"), WORDS.state_body("the Pentagon"), WORDS.state_body("Ministry of Defence")
    assert senate and (senate.name, senate.country) == ("United States Senate", "US")
    assert pentagon and pentagon.country == "US"
    assert ministry and (ministry.kind, ministry.country) == ("ministry", "")
    assert WORDS.state_body("Rosoboronexport") is None


def test_systems_by_any_name() -> None:
    for name, family in (
        ("Patriot", "Patriot"),
        ("himars", "HIMARS"),
        ("F-35A", "F-35"),
        ("Black Hawk", "UH-60"),
        ("Bayraktar", "Bayraktar TB2"),
    ):
        system = WORDS.system(name)
        assert system and system.name == family
    typhoon = WORDS.system("Typhoon")
    assert typhoon and typhoon.countries == ("GB", "DE", "IT", "ES") and typhoon.country == "GB"
    assert WORDS.system("Dragon") is None
    assert WORDS.weapon_classes["fighter jet"] == "fighter jet"


def test_given_names_of_one_person() -> None:
    assert WORDS.same_given_name("Mike", "Michael")
    assert WORDS.same_given_name("Bob", "Rob")
    assert not WORDS.same_given_name("Mike", "Mark")
    assert not WORDS.same_given_name("Joan", "John")


# ---- The files themselves

KEYS = {
    "calling_nouns": ("word", "kind"),
    "cities": ("name",), "company_suffixes": ("words",), "countries": ("code",), "honorifics": ("words",), "nicknames": ("names",),
    "known_entities": ("kind", "name"), "known_ids": ("name", "kind"),
    "not_names": ("words",),
    "not_posts": ("words",), "org_words": ("words",), "organizations": ("name",), "peers": ("words",), "regions": ("name",),
    "say_verbs": ("words",), "state_bodies": ("words",), "statesmen": ("country", "post", "names"), "systems": ("name",),
    "title_bodies": ("words",), "title_heads": ("words",),
    "title_modifiers": ("words",), "title_spellings": ("words",), "titles": ("words",), "weapon_classes": ("words",),
}  # fmt: skip


@pytest.mark.parametrize("name", sorted(KEYS))
def test_a_table_is_sorted_and_has_no_row_twice(name: str) -> None:
    keys = [tuple(word_key(row[c].split("|")[0]) for c in KEYS[name]) for row in WORDS.table(name)]
    assert keys == sorted(keys)
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("path", sorted(p for p in FOLDER.iterdir()), ids=lambda p: p.name)
def test_a_file_opens_with_what_it_is(path: Path) -> None:
    head = "".join(line for line in path.read_text().splitlines(keepends=True) if line.startswith("#"))
    assert "icence" in head or "Apache-2.0" in head, f"{path.name} names no licence"
    assert "stub" not in head


@pytest.mark.parametrize("path", sorted(p for p in FOLDER.glob("*.tsv")), ids=lambda p: p.name)
def test_no_cell_has_stray_white_space_or_separators(path: Path) -> None:
    for row in WORDS.table(path.stem):
        for column, cell in row.items():
            assert cell == " ".join(cell.split()), (row.where, column)
            if path.stem in KEYS:
                assert not cell.startswith("|") and not cell.endswith("|") and "||" not in cell, (row.where, column)


def test_countries_named_in_other_tables_exist() -> None:
    for name in ("cities", "regions", "state_bodies", "systems", "title_bodies"):
        for row in WORDS.table(name):
            assert all(WORDS.country_by_code(code) for code in row.many("country")), row.where


def test_no_city_or_region_is_a_country_too() -> None:
    for place in WORDS.geography.places:
        assert WORDS.country_by_name(place.name) is None, place.name


def test_no_two_countries_share_a_word() -> None:
    seen: dict[str, str] = {}
    for country in WORDS.countries:
        for form in (country.name, *country.names, *country.demonyms, *country.capitals, *country.metonyms):
            assert seen.setdefault(form, country.code) == country.code, form
        assert set(country.ambiguous) <= {country.name, *country.names, *country.demonyms, *country.capitals, *country.metonyms}


def test_classes_of_systems_exist() -> None:
    classes = set(WORDS.weapon_classes.values())
    assert [s.name for s in WORDS.systems if s.weapon_class not in classes] == []


def test_a_name_belongs_to_one_system() -> None:
    seen: dict[str, str] = {}
    for system in WORDS.systems:
        for name in (system.name, *system.names):
            assert seen.setdefault(word_key(name), system.name) == system.name, name


def test_no_word_is_a_post_and_no_post() -> None:
    assert {word_key(t.words) for t in WORDS.titles} & {word_key(row["words"]) for row in WORDS.table("not_posts")} == set()


def test_a_title_has_an_example_with_it_in() -> None:
    for title in WORDS.titles:
        assert word_key(title.words) in word_key(title.example.replace(".", "")), title.words
        assert not title.counter or title.words[:3] in title.counter.lower(), title.words


def test_examples_of_not_posts_have_no_title_but_the_words() -> None:
    for row in WORDS.table("not_posts"):
        assert row["words"].lower() in row["example"].lower(), row.where


def test_statuses_and_kinds_exist_in_the_ontology() -> None:
    vocabulary = ontology.load()
    for modifier in WORDS.title_modifiers:
        assert modifier.effect in ("part", "none") or modifier.effect in vocabulary.statuses_for("RoleHolding"), modifier.words
    for word in WORDS.status_words:
        assert word.status in (*vocabulary.statuses_for("Deal"), *vocabulary.statuses_for("Delivery")), word.lemma


def test_words_of_status_are_sorted_and_none_is_there_twice() -> None:
    keys = [(row["lemma"], row.get("particle", ""), row["speech"]) for row in WORDS.document("status_words")]
    assert [k[0] for k in keys] == sorted(k[0] for k in keys)
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("frame", WORDS.frames, ids=lambda f: f.fact)
def test_a_frame_is_sorted_and_no_word_states_two_things(frame: Frame) -> None:
    for section in (frame.verbs, frame.nouns, frame.phrases):
        lemmas = [row.lemma for row in section]
        assert lemmas == sorted(lemmas)
    mine = {(v.lemma, v.particle, *sorted(v.when.items())) for v in frame.verbs} | {(n.lemma, "noun") for n in frame.nouns}
    assert len(mine) == len(frame.verbs) + len(frame.nouns)
    mine = {(v.lemma, v.particle) for v in frame.verbs if not v.when} | {(n.lemma, "noun") for n in frame.nouns}
    for other in (f for f in WORDS.frames if f.family == frame.family and f is not frame):
        assert not mine & ({(v.lemma, v.particle) for v in other.verbs if not v.when} | {(n.lemma, "noun") for n in other.nouns}), (
            other.fact
        )


# ---- Errors

HEAD = "# what\nwords\tkind\tcanonical\tscope\texample\tcounter\n"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A copy of the ontology that a test may spoil."""
    shutil.copytree(FOLDER.parent, tmp_path, dirs_exist_ok=True)
    return tmp_path


@pytest.mark.parametrize(
    ("file", "text", "message"),
    [
        ("titles.tsv", HEAD + "baker\tfood\t\tnone\t\t\n", r"titles\.tsv line 3: kind is 'food'; allowed: academic, "),
        ("titles.tsv", HEAD + "baker\tjob\t\tnone\t\t\t\t\n", r"titles\.tsv line 3: 8 cells for 6 columns"),
        ("titles.tsv", "# nothing\n", r"titles\.tsv: no line with column names"),
        ("titles.tsv", "words\twords\n", r"titles\.tsv line 1: the column names"),
        ("status_words.yml", "- lemma: buy\n  colour: red\n", r"status_words\.yml line 1: unknown key colour; allowed: counter"),
        ("status_words.yml", "- lemma: buy\n  lemma: sell\n", r"status_words\.yml line 2: key 'lemma' is there twice"),
        ("status_words.yml", "- {lemma: buy, status: bought}\n", r"status_words\.yml line 1: status is 'bought'; allowed: approved"),
        ("status_words.yml", "- buy\n", r"status_words\.yml line 1: an entry must be a mapping"),
        ("status_words.yml", "lemma: [", r"status_words\.yml: not YAML"),
    ],
)  # fmt: skip
def test_a_wrong_row_stops_the_load_and_says_where(own: Path, file: str, text: str, message: str) -> None:
    (own / "lexicon" / file).write_text(text)
    with pytest.raises(LexiconError, match=message):
        lexicon.load(own)


def test_a_missing_file_or_table_is_named(own: Path, tmp_path: Path) -> None:
    (own / "lexicon" / "titles.tsv").unlink()
    with pytest.raises(LexiconError, match=r"no file titles\.tsv"):
        lexicon.load(own)
    with pytest.raises(FileNotFoundError, match=r"elsewhere holds no kg\.ttl and nothing that extends"):
        lexicon.load(tmp_path / "elsewhere")
    shutil.rmtree(own / "lexicon")
    with pytest.raises(LexiconError, match="no folder"):
        lexicon.load(own)
    with pytest.raises(LexiconError, match=r"there are: .*countries"):
        WORDS.table("colours")
    with pytest.raises(LexiconError, match=r"no file colours\.yml"):
        WORDS.document("colours")


def test_bytes_that_are_no_text_are_named(own: Path) -> None:
    (own / "lexicon" / "titles.tsv").write_bytes(b"words\n\xff\xfe\n")
    with pytest.raises(LexiconError, match=r"titles\.tsv: not UTF-8"):
        lexicon.load(own)


def test_a_lexicon_of_ones_own(own: Path) -> None:
    path = own / "lexicon" / "titles.tsv"
    path.write_text(HEAD + "rat catcher\tjob\t\tnone\tAna Silva is a rat catcher.\t\n")
    mine = lexicon.load(own)
    assert mine.is_title("rat catchers") and not WORDS.is_title("rat catchers")
