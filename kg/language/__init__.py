"""What does the text say, linguistically? Sentences, words, names, titles and values of an article, as a spaCy Doc."""

from __future__ import annotations

from kg.language.annotation import annotate, annotate_all
from kg.language.loading import NoModel, folder_of, load

__all__ = ["NoModel", "annotate", "annotate_all", "folder_of", "load"]
