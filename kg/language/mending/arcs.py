"""How is an arc of a tree changed?"""

from __future__ import annotations

from spacy.tokens import Token


def attach(token: Token, head: Token, label: str) -> None:
    """Hang a token on a head; a token on itself is the root of its sentence."""
    token.head = head
    token.dep_ = label
