# ruff: noqa: E501
"""Web pages as news sites build them, with the story that a person would mark on each: "html" and "story" by name.

The markup imitates the kinds of pages that are found: publishers' own systems, blogs, agencies, tabloids, government sites, old tables.
"""

from __future__ import annotations

S = {
    "patrol": (
        "Croatia to buy four patrol vessels from Rijeka yard",
        [
            "ZAGREB, March 3 (Northern Wire) - Croatia will buy four patrol vessels from the Adria yard in Rijeka for 190 million euros, Defence Minister Ante Horvat said on Friday.",
            "The ships will replace two boats from the 1980s, which spend more time in the dock than at sea, Horvat told reporters in Split.",
            '"We have waited for this for ten years," he said. "The crews deserve better."',
            "The first vessel is due in 2026. The yard, which employs 900 people, beat a rival bid from Spain.",
        ],
    ),
    "helicopters": (
        "Chile receives first of ten rescue helicopters",
        [
            "Chile took delivery of the first of ten rescue helicopters on Monday, four months later than planned.",
            "The aircraft were ordered from the French maker Rotor Sud in 2021, when the country was fighting its worst forest fires.",
            "General Carla Muñoz, the air force chief, said that the second would follow in June.",
            "Opposition lawmakers criticised the price of 240 million dollars and asked for an inquiry.",
        ],
    ),
    "minister": (
        "Latvian premier names former envoy as foreign minister",
        [
            "Latvian Prime Minister Ilze Ozola named Karlis Berzins, a former ambassador to Canada, as foreign minister on Tuesday.",
            "Berzins succeeds Maris Kalnins, who resigned last week after a dispute over the budget.",
            "He will take office on March 15, once parliament has voted.",
            "The 51-year-old diplomat has served in Ottawa, Brussels and Tbilisi.",
        ],
    ),
    "radar": (
        "Vietnam signs deal for coastal radar chain",
        [
            "Vietnam has signed a contract for nine coastal radars with the Israeli company Tzafon Systems, two people familiar with the deal said.",
            "The radars will be delivered by the end of next year and will cover the coast from Hai Phong to Da Nang.",
            "Neither the ministry nor the company would comment.",
            "Hanoi has raised its defence spending each year since 2015.",
        ],
    ),
    "merger": (
        "Danish armour maker swallows smaller Swedish rival",
        [
            "The Danish armour maker Skjold has bought its Swedish rival Pansarverken for 310 million euros, both companies said on Thursday.",
            "Skjold will keep the plant in Karlstad and its 240 workers.",
            "The deal needs the approval of the authorities in Brussels, which is expected in the autumn.",
            "Shares in Skjold rose 4 percent in Copenhagen.",
        ],
    ),
}


def _p(paragraphs: list[str]) -> str:
    return "\n".join(f"<p>{p}</p>" for p in paragraphs)


def _links(*texts: str) -> str:
    return "".join(f'<li><a href="/{i}">{t}</a></li>' for i, t in enumerate(texts))


TEASERS = (
    "Storm closes mountain passes",
    "Ten recipes for rhubarb",
    "Why the trams were late again",
    "Opinion: the price of a quiet street",
    "Cup final moved to Sunday",
)
NAV = f'<nav class="main-nav"><ul>{_links("Home", "World", "Business", "Sport", "Culture", "Weather")}</ul></nav>'


def _publisher(key: str) -> str:
    title, paragraphs = S[key]
    middle = f'<div class="related-inline"><h4>Related</h4><ul>{_links(*TEASERS[:3])}</ul></div>'
    return f"""<!DOCTYPE html><html lang="en"><head><title>{title} - The Herald</title><meta property="og:title" content="{title}"></head><body>
<header><a class="logo" href="/">The Herald</a>{NAV}</header><div class="cookie-banner">We use cookies to give you the best experience. <button>Accept all</button></div>
<main><article class="story"><h1>{title}</h1><p class="standfirst">By <a href="/a">Mara Lind</a></p><time datetime="2023-03-03T09:00:00+01:00">3 March 2023</time>
<figure><img src="x.jpg"><figcaption>A view of the harbour. Photograph: Mara Lind/The Herald</figcaption></figure>
<div class="article-body">{_p(paragraphs[:2])}{middle}{_p(paragraphs[2:])}</div>
<ul class="tags">{_links("Defence", "Europe", "Navy")}</ul></article>
<aside><h3>Most viewed</h3><ol>{_links(*TEASERS)}</ol></aside></main><footer><p>© 2023 The Herald Media Group. All rights reserved.</p><ul>{_links("Contact", "Privacy", "Terms")}</ul></footer></body></html>"""


def _blog(key: str) -> str:
    title, paragraphs = S[key]
    comments = "".join(
        f"<li class=comment><p>{c}</p></li>"
        for c in ("Great news for the crews, long overdue!", "Who pays for all this? We do, of course.")
    )
    return f"""<html lang="en-US"><head><title>{title} | Defence Notes</title><link rel="canonical" href="https://notes.example/2023/03/03/{key}/"></head><body class="single-post"><div id="page"><div id="masthead">{NAV}</div>
<div id="primary"><div id="post-1" class="post hentry"><h1 class="entry-title">{title}</h1><div class="entry-meta">Posted on <span class="date">March 3, 2023</span> by <span class="author">admin</span></div>
<div class="entry-content">{_p(paragraphs)}<div class="sharedaddy"><h3>Share this:</h3><ul>{_links("Twitter", "Facebook", "Email")}</ul></div></div></div>
<div id="comments"><h2>2 thoughts on this</h2><ol>{comments}</ol></div></div><div id="secondary" class="widget-area"><h2>Recent Posts</h2><ul>{_links(*TEASERS)}</ul></div></div></body></html>"""


def _agency(key: str) -> str:
    title, paragraphs = S[key]
    return f"""<!DOCTYPE html><html lang="en"><head><title>{title}</title><meta name="date" content="2023-03-03"></head><body><div class="top">{NAV}</div><div class="content"><div class="headline"><h1>{title}</h1></div>
<div class="text">{"<br><br>".join(paragraphs)}<br><br>(Reporting by Mara Lind; Editing by Tom Reed)</div><div class="more"><h3>More from World</h3><ul>{_links(*TEASERS)}</ul></div></div><div class="foot">Terms of use | Imprint | Contact us</div></body></html>"""


def _tabloid(key: str) -> str:
    title, paragraphs = S[key]
    pieces = []
    for i, p in enumerate(paragraphs):
        pieces.append(f'<p class="mol-para">{p}</p>')
        if i == 1:
            pieces.append(
                '<div class="promo"><p><strong>READ MORE:</strong> <a href="/9">You won\'t believe what this captain did next</a></p></div>'
            )
        if i == 2:
            pieces.append(
                '<div class="newsletter"><p>Sign up to our free newsletter for the day\'s biggest stories, straight to your inbox.</p><form><input type="email"><button>Sign up</button></form></div>'
            )
    return f"""<!DOCTYPE html><html lang="en"><head><title>{title} | Daily Flash</title></head><body>{NAV}<div class="ticker">BREAKING: {TEASERS[0]}</div><div class="article"><h2 class="title">{title}</h2>
<ul class="bullets"><li><strong>{TEASERS[3]}</strong></li></ul>{"".join(pieces)}<p class="share-or-comment">Share or comment on this article</p></div><div class="sidebar"><h3>Don't miss</h3><ul>{_links(*TEASERS)}</ul></div></body></html>"""


def _table(key: str) -> str:
    title, paragraphs = S[key]
    return f"""<html><head><title>{title}</title></head><body bgcolor=white><table width="100%"><tr><td width=150 valign=top><a href="/">Front page</a><br><a href="/w">World</a><br><a href="/s">Sport</a></td>
<td valign=top><font size=5><b>{title}</b></font><br><i>March 3, 2023</i>{_p(paragraphs)}</td><td width=160 valign=top><b>Other news</b><br>{"<br>".join(f'<a href="/{i}">{t}</a>' for i, t in enumerate(TEASERS))}</td></tr></table><center><small>Copyright 2023 Valley Times</small></center></body></html>"""


def _government(key: str) -> str:
    title, paragraphs = S[key]
    return f"""<!DOCTYPE html><html lang="en"><head><title>{title} - Ministry of Defence</title><meta name="dcterms.date" content="2023-03-03"></head><body><a class="skip" href="#c">Skip to main content</a><header>{NAV}</header>
<div class="breadcrumbs"><a href="/">Home</a> &gt; <a href="/news">News</a> &gt; Press release</div><div id="c" role="main"><h1>{title}</h1><div class="meta">Published 3 March 2023</div><div class="govspeak">{_p(paragraphs)}</div>
<div class="contact"><h2>Media enquiries</h2><p>Press office<br>Telephone 555 0100<br>press@ministry.example</p></div></div><footer>All content is available under the open licence, except where otherwise stated.</footer></body></html>"""


BUILT = {"publisher": _publisher, "blog": _blog, "agency": _agency, "tabloid": _tabloid, "table": _table, "government": _government}
PAGES = {f"{site} {key}": (build(key), "\n".join(S[key][1]), S[key][0]) for site, build in BUILT.items() for key in S}
