"""What facts does an article state? Mentions, joined within the article, and claims with their evidence."""

from __future__ import annotations

from kg.extraction.extract import extract

__all__ = ["extract"]
