"""How an article becomes a Doc: the model's reading, brought to one scheme, then names, titles and values by rule."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.language import Language
from spacy.tokens import Doc

from kg.language.amount_tokens import merge_amounts
from kg.language.lemmas import mend_lemmas
from kg.language.measures import mark_values
from kg.language.mending import mend
from kg.language.names import mark_names
from kg.language.scheme import to_universal, uses_clearnlp
from kg.language.sentences import preset_starts
from kg.lexicon import Lexicon
from kg.model import Article

ONE_BY_ONE = 1  # docs per batch: sums of floats differ with the batch, and the same article must always read the same


def annotate(article: Article, nlp: Language, lexicon: Lexicon) -> Doc:
    """Read one article: sentences, tags, lemmas, Universal Dependencies, names, titles, dates, money, quantities.

    The Doc's text is article.text. ents: PERSON, ORG, GPE, LOC, NORP, EVENT, SYSTEM. spans: "titles", and "dates",
    "money", "quantities" with a value in `span._.value`. An empty article gives an empty Doc.
    """
    return next(annotate_all([article], nlp, lexicon))


def annotate_all(articles: Iterable[Article], nlp: Language, lexicon: Lexicon) -> Iterator[Doc]:
    """Read articles one after the other, in the order given; each Doc is the same as annotate() gives."""
    clearnlp = uses_clearnlp(nlp)
    prepared = ((merge_amounts(preset_starts(nlp.make_doc(article.text), lexicon), lexicon), article) for article in articles)
    for doc, article in nlp.pipe(prepared, as_tuples=True, batch_size=ONE_BY_ONE):
        yield _finished(to_universal(doc, clearnlp), article, lexicon)


def _finished(doc: Doc, article: Article, lexicon: Lexicon) -> Doc:
    mend_lemmas(doc, lexicon)
    mark_names(doc, lexicon)
    return mend(mark_values(doc, article.published, lexicon))
