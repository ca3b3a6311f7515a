"""What all tests share: the lexicon, the ontology and the one pinned language model, loaded once per run."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from kg import language, lexicon, ontology
from kg.extraction import extract
from kg.model import Article, Claim, Extraction
from kg.values import Date

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def words() -> lexicon.Lexicon:
    """The shipped lexicon."""
    return lexicon.load()


@pytest.fixture(scope="session")
def terms() -> ontology.Ontology:
    """The shipped ontology."""
    return ontology.load()


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The shipped language model."""
    return language.load()


@pytest.fixture(scope="session")
def read_text(nlp: Language, words: lexicon.Lexicon) -> Callable[..., Doc]:
    """Annotate a text as an article published on a date."""

    def annotated(text: str, published: str = "2021-06-15") -> Doc:
        return language.annotate(Article("t", text, published=Date.parse(published)), nlp, words)

    return annotated


@pytest.fixture(scope="session")
def extracted(nlp: Language, words: lexicon.Lexicon) -> Callable[..., Extraction]:
    """Extract from a text as from an article published on a date."""

    def extraction(text: str, published: str = "2021-06-15", id: str = "t") -> Extraction:
        article = Article(id, text, published=Date.parse(published))
        return extract(language.annotate(article, nlp, words), article, words, least=0.0)  # what the rules read, however sure

    return extraction


@pytest.fixture(scope="session")
def claims(extracted: Callable[..., Extraction]) -> Callable[..., list[Claim]]:
    """The claims of a text; with kinds given, only those."""

    def found(text: str, *kinds: str, published: str = "2021-06-15") -> list[Claim]:
        return [c for c in extracted(text, published).claims if not kinds or c.kind in kinds]

    return found


@pytest.fixture(scope="session")
def shared() -> Path:
    """Articles that are not part of the project; the test is skipped where they are not there."""
    if not SHARED.is_dir():
        pytest.skip(f"needs the evaluation articles in {SHARED.name}/ beside the checkout, which are not part of the project")
    return SHARED
