# ruff: noqa: E501
"""More web pages with the story that a person would mark, written before the reader had seen them: subheadings, lists, quotations, embedded posts, boxes."""

from __future__ import annotations

from tests.reading.pages import NAV, TEASERS, S, _links, _p

LONG = (
    "What we know about the frigates that Chile wants",
    "Chile's government has asked three European yards for offers for four frigates, the largest order of its navy since 1965.",
    "The money is to come from a fund that parliament set up two years ago, Defence Minister Carmen Rojas said on Monday.",
    ("Who takes part", "Yards from Italy, Spain and Germany have been invited. A Korean yard was not, although it built the navy's newest supply ship.",
     "Each of them has until October to answer, and none would comment on its price."),
    ("What the ships are for", "The navy patrols 4,000 kilometres of coast with eight frigates, five of which are older than their crews.",
     "“We repair them with parts of others,” said Admiral Jorge Pinto. “That cannot go on.”"),
    ("What happens next", "A commission will read the offers in November. The contract is to be signed before the election in March.",
     "The first ship would then be delivered in 2029."),
)  # fmt: skip


def _long_truth() -> str:
    _, lead, second, *parts = LONG
    return "\n".join([lead, second, *(line for part in parts for line in part)])


def _feature() -> str:
    title, lead, second, *parts = LONG
    body = "".join(f"<h2>{h}</h2>{_p(list(ps))}" for h, *ps in parts)
    return f"""<!DOCTYPE html><html lang="en"><head><title>{title} | The Weekly</title><meta property="og:title" content="{title}"><meta property="article:published_time" content="2024-05-06"></head><body><header>{NAV}</header>
<main><article><header><h1>{title}</h1><p class="author">Elena Prat</p></header><div class="content">{_p([lead, second])}<aside class="newsletter-box"><h3>The Weekly in your inbox</h3><p>Our editors pick the best of the week for you.</p></aside>{body}</div>
<footer><p>Elena Prat writes about the sea for The Weekly.</p></footer></article><section class="more"><h2>More from the Weekly</h2><ul>{_links(*TEASERS)}</ul></section></main></body></html>"""


def _explainer() -> str:
    title, lead, second, *parts = LONG
    body = "".join(f"<section><h3><strong>{h}?</strong></h3>{_p(list(ps))}</section>" for h, *ps in parts)
    return f"""<html lang="en"><head><title>{title}</title></head><body><div id="app">{NAV}<div class="article-wrap"><h1 class="hl">{title}</h1><div class="share-bar">{_links("Share", "Tweet", "Mail")}</div>
<div class="body-copy">{_p([lead, second])}{body}<div class="tags">{_links("Chile", "Navy")}</div></div><div class="recirc"><h4>Up next</h4>{"".join(f"<div><a href='/{i}'>{t}</a><p>{t} and what it means for us all.</p></div>" for i, t in enumerate(TEASERS))}</div></div></div></body></html>"""


LISTED = (
    "Five orders that the Swedish army waits for",
    "The Swedish army has ordered more than at any time since 1950, and most of it has not come yet.",
    ["Artillery: 48 guns from the Swedish maker Bofors Nya, ordered in 2023 for 500 million dollars.",
     "Air defence: seven batteries of short range missiles from Germany, due in 2025.",
     "Trucks: 3,000 vehicles from a Danish and Swedish order that was signed in January."],
    "General Karl Brandt, who leads the army, said that he would rather have half of it today than all of it in 2030.",
)  # fmt: skip


def _listicle() -> str:
    title, lead, rows, last = LISTED
    return f"""<!DOCTYPE html><html lang="en"><head><title>{title} - Nordic Notes</title></head><body><div class="top">{NAV}</div><article><h1>{title}</h1><div class="meta"><span>Nils Ek</span> <time>4 June 2024</time></div>
<div class="entry"><p>{lead}</p><ul>{"".join(f"<li>{r}</li>" for r in rows)}</ul><p>{last}</p></div></article><div class="widget"><h3>Popular</h3><ul>{_links(*TEASERS)}</ul></div><footer>Nordic Notes. Privacy. Contact.</footer></body></html>"""


def _quoting() -> str:
    title, paragraphs = S["helicopters"]
    quote = "The second will follow in June, whatever the weather."
    post = '<blockquote class="twitter-tweet"><p lang="en">They are here! <a href="https://t.example/x">pic.t.example/x</a></p>&mdash; Air force (@airforce) <a href="https://t.example/1">May 6, 2024</a></blockquote><script src="https://t.example/w.js"></script>'
    return f"""<!DOCTYPE html><html lang="en"><head><title>{title}</title><meta property="og:site_name" content="Andes Daily"></head><body>{NAV}<main><h1>{title}</h1><div class="story">{_p(paragraphs[:2])}{post}<p>{paragraphs[2]}</p><blockquote><p>{quote}</p></blockquote><p>{paragraphs[3]}</p>
<p><em>With reporting by Ana Soto in Valparaiso.</em></p><p><strong>Read more:</strong> <a href="/1">{TEASERS[0]}</a></p></div></main><footer>© Andes Daily</footer></body></html>"""


def _quoting_truth() -> str:
    paragraphs = S["helicopters"][1]
    return "\n".join([*paragraphs[:3], "The second will follow in June, whatever the weather.", paragraphs[3]])


def _captioned() -> str:
    title, paragraphs = S["radar"]
    figure = '<figure><img src="{0}.jpg" alt="{1}"><figcaption>{1} <span class="credit">(Photo: Linh Tran/Coast News)</span></figcaption></figure>'
    return f"""<!DOCTYPE html><html lang="en"><head><title>{title} | Coast News</title></head><body><div class="hd">{NAV}</div><div class="art"><h1>{title}</h1><p class="dek">Two sources speak of a chain from Hai Phong to the south</p><p class="by">By Linh Tran</p>{figure.format("a", "A radar stands on a hill above the sea in this picture of 2019.")}
{_p(paragraphs[:2])}<div class="ad"><span>Advertisement</span></div>{figure.format("b", "Fishing boats lie in the harbour of Da Nang.")}{_p(paragraphs[2:])}<p class="tip">Do you know more about this deal? Write to tips@coast.example.</p></div><div class="rel"><h3>Related</h3><ul>{_links(*TEASERS)}</ul></div></body></html>"""


def _paywalled() -> str:
    title, paragraphs = S["merger"]
    return f"""<!DOCTYPE html><html lang="en"><head><title>{title} | Nordic Finance</title></head><body>{NAV}<article><h1>{title}</h1><div class="body">{_p(paragraphs)}<div class="wall"><p>You have read your last free article of the month.</p><p>Subscribe for 3 euros a week and read everything that our reporters write.</p><a href="/s">Subscribe</a> <p>Already a subscriber? <a href="/l">Sign in</a></p></div></div></article>
<div class="trending"><h3>Trending</h3><ol>{_links(*TEASERS)}</ol></div></body></html>"""


def _divs() -> str:
    title, paragraphs = S["minister"]
    return f"""<html lang="en"><head><title>{title}</title></head><body><div class="c1">{NAV}</div><div class="c2"><div class="c3">{title}</div><div class="c4">March 7, 2023, 10:15</div>{"".join(f'<div class="c5"><span>{p}</span></div>' for p in paragraphs)}</div><div class="c6">{"".join(f'<div><a href="/{i}">{t}</a></div>' for i, t in enumerate(TEASERS))}</div><div class="c7">Baltic Post 2023</div></body></html>"""


FRESH_PAGES = {
    "feature with subheadings": (_feature(), _long_truth(), LONG[0]),
    "explainer": (
        _explainer(),
        _long_truth().replace("part\n", "part?\n").replace("for\n", "for?\n").replace("next\n", "next?\n"),
        LONG[0],
    ),
    "list of orders": (_listicle(), "\n".join([LISTED[1], *LISTED[2], LISTED[3]]), LISTED[0]),
    "quotations and posts": (_quoting(), _quoting_truth(), S["helicopters"][0]),
    "captions": (_captioned(), "\n".join(S["radar"][1]), S["radar"][0]),
    "paywall": (_paywalled(), "\n".join(S["merger"][1]), S["merger"][0]),
    "nothing but divisions": (_divs(), "\n".join(S["minister"][1]), S["minister"][0]),
}
