"""How is an arc of a tree changed?"""

from __future__ import annotations

from spacy.tokens import Token


def attach(token: Token, head: Token, label: str) -> None:
    """Hang a token on a head, a token on itself as the root of its sentence; on what stands below the token it stays where it was."""
    if token.i != head.i and token.is_ancestor(head):
        return  # a ring is no tree
    token.head = head
    token.dep_ = label
