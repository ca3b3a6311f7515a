"""What are white space tokens to a model that reads only words? Marked as what they are, after the taggers have guessed."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc


@Language.component("kg_spaces", assigns=["token.tag", "token.pos"])
def mark_spaces(doc: Doc) -> Doc:
    """Tag _SP, part of speech SPACE, no features."""
    for token in doc:
        if token.is_space:
            token.tag_, token.pos_ = "_SP", "SPACE"
            token.set_morph("")  # type: ignore[attr-defined, unused-ignore]
    return doc
