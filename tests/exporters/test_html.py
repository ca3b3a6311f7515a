"""The page as text: complete, the same every time, closed to markup from articles, built by pyvis as we know it."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyvis.network import Network

from kg.exporters.html import page as page_module
from kg.exporters.html import render, write_html
from kg.exporters.html.clean import clean, json_block
from kg.exporters.html.kinds import LOOKS, look
from kg.exporters.html.network import network, waiting
from kg.exporters.html.page import document, inert, squeezed
from kg.graph.view import View
from tests.exporters.hostile import PAYLOADS, hostile_world
from tests.exporters.pages import data_of
from tests.exporters.worlds import made_up_world, renamed, small_world
from tests.graph.sample import sample_graph

EMPTY = View((), (), (), ())
TEMPLATES = Path(str(files("kg.exporters.html") / "templates"))


class Tags(HTMLParser):
    """Every element of a page with its attributes, and the text of scripts and styles."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.inside: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        if tag in ("script", "style"):
            self.inside.append("")

    def handle_data(self, data: str) -> None:
        if self.found and self.found[-1][0] in ("script", "style"):
            self.inside[-1] += data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.found if name == tag]


def test_every_entity_fact_and_sentence_of_the_graph_is_in_the_page() -> None:
    data = data_of(render(sample_graph()))
    assert {"Turkey", "S-400", "Mevlut Cavusoglu"} <= set(data["n"]["label"])
    assert ["Ankara"] in data["n"]["names"]
    assert {"deal-turkey-s-400", "holding-carter"} <= set(data["f"]["id"])
    assert "Deliveries to Turkey began in July 2019." in data["ev"]["q"]
    assert "https://news.example/s-400?id=1&x=2" in data["a"]["u"]


def test_slots_keep_the_value_and_the_words_it_was_read_from() -> None:
    data = data_of(document(small_world()))
    deal = data["f"]["id"].index("deal-aegir")
    slots = {data["words"][property]: values for property, _, values in data["f"]["slots"][deal]}
    assert slots["hasValue"] == [["2,500,000,000 USD", "$2.5 billion"]]
    assert slots["buyer"] == [data["n"]["id"].index("country-vandor")]
    assert data["words"][data["f"]["hedge"][data["f"]["id"].index("deal-frigates")]] == "reportedly"


def test_contradictions_and_addresses_elsewhere_are_in_the_page() -> None:
    world = small_world()
    fact, entity = world.facts[0], world.entities[0]
    told = replace(world, facts=(replace(fact, contradictions=("both at once",)), *world.facts[1:]))
    data = data_of(document(replace(told, entities=(replace(entity, links=("https://x.example/1",)), *world.entities[1:]))))
    assert [[data["words"][w] for w in clash] for clash in data["f"]["clash"]] == [["both at once"], *([[]] * (len(world.facts) - 1))]
    assert data["n"]["links"] == [["https://x.example/1"], *([[]] * (len(world.entities) - 1))]


def test_inferred_relations_are_told_from_stated_ones() -> None:
    data = data_of(document(small_world()))
    inferred = {data["words"][w] for w, rule in zip(data["r"]["w"], data["r"]["inf"], strict=True) if rule >= 0}
    assert inferred == {"purchases", "holds role"}


def test_the_same_graph_gives_the_same_bytes_in_any_process() -> None:
    code = (
        "import hashlib; from kg.exporters.html.page import document; from tests.exporters.worlds import made_up_world;"
        "print(hashlib.sha256(document(made_up_world(150)).encode()).hexdigest())"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "OPENBLAS_NUM_THREADS": threads},
        ).stdout
        for seed, threads in (("1", "1"), ("77", "4"))
    ]
    assert runs[0] == runs[1] == hashlib.sha256(document(made_up_world(150)).encode()).hexdigest() + "\n"


def test_the_page_asks_for_nothing_outside_itself() -> None:
    tags = Tags(document(small_world()))
    assert not [name for name, attributes in tags.found if {"src", "href", "srcset", "action"} & attributes.keys()]
    assert "sourceMappingURL" not in document(small_world())


def test_the_policy_allows_exactly_the_scripts_and_the_style_of_the_page() -> None:
    text = document(hostile_world())
    tags = Tags(text)
    (policy,) = [a["content"] for a in tags.all("meta") if a.get("http-equiv") == "Content-Security-Policy"]
    assert policy is not None
    style, _, vis, app = re.findall(r"<(?:style|script)[^>]*>(.*?)</(?:style|script)>", text, re.S)
    hashes = [f"'sha256-{base64.b64encode(hashlib.sha256(t.encode()).digest()).decode()}'" for t in (style, vis, app)]
    assert f"style-src {hashes[0]};" in policy
    assert f"script-src {hashes[1]} {hashes[2]};" in policy
    assert policy.startswith("default-src 'none';") and "connect-src 'none'" in policy and "unsafe" not in policy
    assert text.index("Content-Security-Policy") < text.index("<title>") < text.index("<style>")


def test_no_text_from_articles_becomes_markup() -> None:
    text = document(hostile_world(), title=PAYLOADS[0])
    tags = Tags(text)
    assert [len(tags.all(name)) for name in ("script", "style", "img", "svg", "a")] == [3, 1, 0, 0, 0]
    assert not [attributes for _, attributes in tags.found if any(name.startswith("on") or name == "style" for name in attributes)]
    (block,) = re.findall(r'id="data">(.*?)</script>', text, re.S)
    assert not set("<>&\u2028\u2029\u202e\u2066\x00") & set(block)


def test_our_scripts_use_no_way_to_turn_text_into_markup_or_code() -> None:
    forbidden = r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function|createContextualFragment|DOMParser|srcdoc"
    for path in sorted(TEMPLATES.iterdir()):
        text = path.read_text(encoding="utf-8")
        assert not re.search(forbidden, text), path.name
        assert not re.search(r"\s(on\w+|style)=\"", text), path.name


def test_squeezing_leaves_what_the_scripts_say() -> None:
    assert squeezed("a {\n  // why\n\n  b: '// no comment';\n}\n") == "a {\nb: '// no comment';\n}"
    for path in sorted(TEMPLATES.glob("*.js")):
        lines = path.read_text(encoding="utf-8").splitlines()
        assert not [line for line in lines if line.count("`") % 2], path.name  # a text over two lines would lose its indentation


def test_scripts_that_would_end_their_element_are_refused() -> None:
    with pytest.raises(ValueError, match="</script"):
        inert("const a = '</SCRIPT>';")


@pytest.mark.parametrize(
    "view", [EMPTY, made_up_world(1), renamed(small_world(), "country-vandor", "V" * 5000)], ids=["empty", "one", "long"]
)
def test_graphs_at_the_edges_give_a_page(view: View) -> None:
    data = data_of(document(view))
    assert len(data["n"]["id"]) == len(view.entities)
    assert all(len(label) <= 300 for label in data["n"]["label"])


def test_the_page_is_utf8_whatever_the_locale(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from kg.exporters.html import write_html; from tests.graph.sample import sample_graph;"
        "write_html(sample_graph(), Path(sys.argv[1]))"
    )
    path = tmp_path / "ascii.html"
    env = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    subprocess.run([sys.executable, "-c", code, str(path)], check=True, env=env)
    write_html(sample_graph(), tmp_path / "here.html")
    assert path.read_bytes() == (tmp_path / "here.html").read_bytes()
    assert b"\r" not in path.read_bytes()


def test_pyvis_is_as_we_know_it(caplog: pytest.LogCaptureFixture) -> None:
    """Fails when a new pyvis changes what we build on: mend page.py and network.py then."""
    net = Network(directed=True, cdn_resources="in_line")
    for name in ("nodes", "edges", "options", "templateEnv", "path", "node_ids", "node_map"):
        assert hasattr(net, name), name
    assert "vis-network" in page_module.vis_network()[:200]
    assert "Apache 2.0" in page_module.vis_network()[:1500]
    assert not caplog.records


def test_the_network_holds_places_and_no_tooltips() -> None:
    net = network(small_world())
    assert net.options["physics"] == {"enabled": False}
    assert all(isinstance(node["x"], int) and isinstance(node["y"], int) and "title" not in node for node in net.nodes)
    ends = {(e["from"], e["to"]): e for e in net.edges}
    assert ends["country-vandor", "system-aegir"]["arrows"] == "to"
    assert ends["person-mira", "role-defence-vandor"]["dashes"] is True
    assert ends["country-vandor", "system-aegir"]["dashes"] is False


def test_posts_told_by_a_line_wait_beside_their_holder() -> None:
    near = waiting(small_world())
    assert near == {"role-chief-halden": "person-jonas", "role-defence-vandor": "person-mira"}


def test_every_kind_has_a_shape_and_a_colour_that_shows_on_both_pages() -> None:
    looks = [*LOOKS.values(), look("Event")]
    assert len({one.shape for one in looks}) == len(looks)
    for one in looks:
        assert contrast(one.color, "#ffffff") >= 3 and contrast(one.dark, "#14181e") >= 3, one.label


def contrast(a: str, b: str) -> float:
    """Contrast ratio of WCAG 2."""

    def luminance(color: str) -> float:
        parts = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    low, high = sorted((luminance(a), luminance(b)))
    return (high + 0.05) / (low + 0.05)


def test_texts_are_readable_in_both_palettes() -> None:
    style = (TEMPLATES / "view.css").read_text(encoding="utf-8")
    for block in re.findall(r":root[^{]*\{(.*?)\}", style, re.S):
        color = dict(re.findall(r"--([\w-]+): (#\w{6})", block))
        for ground in ("page", "panel", "raised", "accent-soft"):
            for text in ("text", "soft", "accent"):
                assert contrast(color[text], color[ground]) >= 4.5, (text, ground)
        for text in ("good", "warn", "bad"):
            assert contrast(color[text], color["raised"]) >= 4.5, text
        assert contrast(color["text"], color["mark"]) >= 4.5
        assert contrast(color["line"], color["page"]) >= 3


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("AT&T <b>", "AT&T <b>"),
        ("two\n lines\t here ", "two lines here"),
        ("a\u202eb\u2066c\x00\x1b\ud800", "abc"),
        ("אורן לוי", "אורן לוי"),
        ("👩\u200d🚀 pilot", "👩\u200d🚀 pilot"),
    ],
)
def test_clean_keeps_text_and_drops_what_misleads(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


@given(st.text(), st.integers(2, 40))
def test_clean_is_short_one_line_and_stable(text: str, most: int) -> None:
    once = clean(text, most)
    assert len(once) <= most and clean(once, most) == once
    assert not re.search("[\x00-\x1f\u202a-\u202e\u2066-\u2069\u2028\u2029]", once)
    once.encode("utf-8")


@given(st.recursive(st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)))
def test_json_block_reads_back_and_holds_no_markup(value: Any) -> None:
    block = json_block(value)
    assert json.loads(block) == value
    assert not set("<>&\u2028\u2029") & set(block)
