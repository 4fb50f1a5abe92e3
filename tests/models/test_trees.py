"""The best tree is the best of all trees, which for few words can be tried out."""

import itertools

import numpy
from hypothesis import given
from hypothesis import strategies as st

from fabula.models.trees import best_tree


def is_tree(heads):
    for word in range(1, len(heads) + 1):
        seen = set()
        while word:
            if word in seen:
                return False
            seen.add(word)
            word = heads[word - 1]
    return heads.count(0) == 1


def score(table, heads):
    return sum(table[word, head] for word, head in enumerate(heads))


@given(st.integers(1, 5), st.randoms(use_true_random=False))
def test_best_of_all_trees(count, chance):
    table = numpy.array([[chance.uniform(-5, 5) for _ in range(count + 1)] for _ in range(count)], numpy.float32)
    trees = [list(heads) for heads in itertools.product(range(count + 1), repeat=count) if is_tree(list(heads))]
    found = best_tree(table)
    assert is_tree(found)
    assert score(table, found) >= max(score(table, tree) for tree in trees) - 1e-4


def test_a_cycle_is_broken_at_its_cheapest():
    assert best_tree(numpy.array([[5, -9, 10], [-9, 9, -9]], numpy.float32)) in ([0, 1], [2, 1])
