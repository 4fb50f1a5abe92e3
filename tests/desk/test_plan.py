import pytest

from fabula import desk
from fabula.desk.plan import ImpossiblePlan, Stage, find_stages, layers, plan
from fabula.reading import Parts, Sentences, Tokens
from fabula.story import Story


def stage(name, needs, makes):
    return Stage(name, lambda *given: None, needs, makes)


def test_the_programs_own_plan_is_possible_and_whole():
    order = plan(find_stages(), layers())
    made = {Story}
    for step in order:
        assert set(step.needs) <= made, f"{step.name} runs too early"
        made.add(step.makes)
    assert made >= {Story, *layers()}


def test_a_tool_is_opened_once_for_all_stories():
    tools: dict = {}
    first = desk.read(desk.story_from(b"Tom sat down. He slept.\n", "one.txt"), tools=tools)
    opened = {kind: id(tool) for kind, tool in tools.items()}
    second = desk.read(desk.story_from(b"Tom sat down. He slept.\n", "two.txt"), tools=tools)
    assert opened and {kind: id(tool) for kind, tool in tools.items()} == opened
    assert first.mentions == second.mentions


def test_stages_run_after_what_they_need():
    late = stage("tokens", (Story, Sentences), Tokens)
    middle = stage("sentences", (Story, Parts), Sentences)
    early = stage("parts", (Story,), Parts)
    assert plan([late, middle, early], [Tokens]) == (early, middle, late)


def test_a_missing_layer_is_refused_by_name():
    with pytest.raises(ImpossiblePlan, match="Sentences"):
        plan([stage("parts", (Story,), Parts)], [Parts, Sentences])


def test_two_makers_of_one_layer_are_refused():
    with pytest.raises(ImpossiblePlan, match="both make Parts"):
        plan([stage("one", (Story,), Parts), stage("two", (Story,), Parts)], [Parts])


def test_layers_that_need_one_another_are_refused():
    with pytest.raises(ImpossiblePlan, match="one another"):
        plan([stage("one", (Sentences,), Parts), stage("two", (Parts,), Sentences)], [Parts])
