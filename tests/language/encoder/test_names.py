from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from kg.language.encoder.names import best_tags


@given(st.integers(1, 9).flatmap(lambda n: arrays(np.float32, (n, 7), elements=st.floats(-9, 0, width=16))))
def test_an_inside_follows_only_its_own_label(scores: np.ndarray) -> None:
    before = 0
    for tag in best_tags(scores):
        if tag and tag % 2 == 0:
            assert before in (tag - 1, tag)
        before = tag


def test_the_sequence_is_chosen_as_a_whole() -> None:
    # outside, begin, inside: the second word would be inside, but the first is hardly a beginning
    scores = np.log(np.array([[0.9, 0.1, 0.0001], [0.05, 0.35, 0.6]], dtype=np.float32))
    assert best_tags(scores) == [0, 1]
    scores = np.log(np.array([[0.5, 0.49, 0.0001], [0.01, 0.09, 0.9]], dtype=np.float32))
    assert best_tags(scores) == [1, 2]
