"""Windows: every word is read once, in a window that shows it; far changes move nothing here."""

from hypothesis import given
from hypothesis import strategies as st

from fabula.models.windows import CONTEXT, CORE, plan_windows, stretches_of

TEXTS = st.lists(st.integers(1, 500), min_size=1, max_size=30)


def planned(lengths):
    words = [f"w{paragraph}.{n}" for paragraph, length in enumerate(lengths) for n in range(length)]
    sizes, starts = [1] * len(words), [sum(lengths[:n]) for n in range(len(lengths))]
    return words, plan_windows(stretches_of(words, sizes, starts), sizes)


@given(TEXTS)
def test_every_word_is_read_once(lengths):
    words, windows = planned(lengths)
    read = [n for window in windows for n in range(window.own_start, window.own_end)]
    assert read == list(range(len(words)))


@given(TEXTS)
def test_windows_show_what_they_read_and_are_short(lengths):
    for window in planned(lengths)[1]:
        assert window.start <= window.own_start < window.own_end <= window.end
        assert window.end - window.start <= CORE + CONTEXT


def test_a_long_paragraph_is_cut_after_a_sentence():
    words = (["word"] * 99 + ["."]) * 4
    first, *_ = stretches_of(words, [1] * 400, [0])
    assert (first.start, first.end) == (0, 200)


def test_a_change_at_the_start_does_not_move_the_windows_of_the_end():
    lengths = [60] * 200
    words, sizes = [f"w{n}" for n in range(12000)], [1] * 12000
    starts = [sum(lengths[:n]) for n in range(200)]
    changed, later = ["new"] * 77 + words, [0, *(start + 77 for start in starts)]
    one = plan_windows(stretches_of(words, sizes, starts), sizes)
    other = plan_windows(stretches_of(changed, [1] * 12077, later), [1] * 12077)
    assert (one[-1].start + 77, one[-1].own_start + 77) == (other[-1].start, other[-1].own_start)
