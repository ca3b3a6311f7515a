from pathlib import Path

import pytest

from kg.lexicon import Lexicon
from kg.reading import read_text
from kg.reading.article import compose
from tests.reading.fresh_layouts import FRESH, SECOND, THIRD
from tests.reading.layouts import LAYOUTS
from tests.reading.measure_layouts import AROUND, KEPT, headline_of, page_of, score, story_of

SEED = Path(__file__).parents[3] / "shared" / "seeds" / "s400-turkey.txt"


@pytest.mark.parametrize("name", LAYOUTS)
def test_story_is_kept_and_furniture_goes(name: str, tmp_path: Path, lexicon: Lexicon) -> None:
    file = tmp_path / "page.txt"
    file.write_text(page_of(LAYOUTS[name]), encoding="utf-8")
    article = read_text(file, lexicon)
    assert article.text.split("\n\n") == story_of(LAYOUTS[name])
    assert article.headline == headline_of(LAYOUTS[name])


@pytest.mark.skipif(not SEED.exists(), reason="the seed article lies beside the repository and is not here")
def test_seed_article_is_free_of_its_page(lexicon: Lexicon) -> None:
    article = read_text(SEED, lexicon)
    paragraphs = article.text.split("\n\n")
    assert len(paragraphs) == 7
    assert article.text.count("will continue to negotiate") == 1
    assert paragraphs[0].startswith("Ankara will") and paragraphs[-1].endswith("Recep Tayyip Erdogan.")
    assert article.headline.startswith("Russian-Made") and article.headline not in article.text
    assert (article.published and article.published.iso, article.published_from) == ("2019-11-27", "first line")
    assert (article.place, article.publisher) == ("MOSCOW", "UrduPoint.com")
    for gone in ("Related", "Recent", "minutes ago", "Kyrgyz", "pardons", "©", "Network", "UrduPoint", "Irfan", "Comments"):
        assert gone not in article.text


@pytest.mark.parametrize("layouts", [LAYOUTS, {**FRESH, **SECOND, **THIRD}], ids=["worked on", "fresh"])
def test_over_all_layouts_the_story_stays_and_furniture_goes(layouts: dict[str, str], lexicon: Lexicon) -> None:
    """Sentence by sentence; of the pages that were worked on the test above asks for all, paragraph by paragraph."""
    found = score(layouts, lexicon)
    assert len(layouts) >= 20 and found.story > 50
    assert found.kept >= KEPT * found.story, found.wrong
    assert found.left <= AROUND * found.around, found.wrong


@pytest.mark.parametrize("name", [*FRESH, *SECOND, *THIRD])
def test_the_headline_below_menus_and_notices_is_found(name: str, lexicon: Lexicon) -> None:
    layout = {**FRESH, **SECOND, **THIRD}[name]
    assert compose(page_of(layout), name, name, lexicon).headline.endswith(headline_of(layout))


@pytest.mark.parametrize(
    ("page", "publisher"),
    [
        ("Markets\n\n{}", ""),
        ("The Northern Tribune\n\n{}", "The Northern Tribune"),
        ("Dockyard Life\n\n{}\n\n© 2022 Dockyard Life Ltd", "Dockyard Life"),
        ("Open in app\n\n{}", ""),
    ],
)
def test_a_menu_is_no_publisher(page: str, publisher: str, lexicon: Lexicon) -> None:
    story = "Poland orders 48 fighter jets\n\nPoland has ordered 48 fighter jets from Korea, the minister said on Friday."
    assert compose(page.format(story), "a", "a", lexicon).publisher == publisher
