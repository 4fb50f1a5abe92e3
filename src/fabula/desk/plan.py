"""Which stages to run, in which order: a stage's signature is its declaration."""

from collections.abc import Callable, Iterable
from graphlib import CycleError, TopologicalSorter
from inspect import getmembers, isfunction, signature
from typing import Any, get_type_hints

import msgspec

import fabula.stages
from fabula.desk.walk import modules_at
from fabula.reading import Reading
from fabula.story import Story


class Stage(msgspec.Struct, frozen=True):
    """A function from layers to one layer: what it needs and what it makes, read off its annotations.

    What it makes may also be something between, which only other stages need: the model's own output. A stage that needs
    nothing opens a tool (the model), which serves any number of stories.
    """

    name: str
    run: Callable[..., Any]
    needs: tuple[type, ...]
    makes: type


class ImpossiblePlan(Exception):
    """Some layer has no stage, has two, or needs itself. A fault of the program, found before anything is read."""


def layers() -> tuple[type, ...]:
    """The layer types of a reading, in the order of its fields."""
    return tuple(field.type for field in msgspec.structs.fields(Reading) if field.type is not Story)


def needs_of(function: Callable[..., Any]) -> tuple[type, ...]:
    """The types of the parameters of `function`, in order."""
    hints = get_type_hints(function)
    return tuple(hints[name] for name in signature(function).parameters)


def find_stages() -> tuple[Stage, ...]:
    """Every public function in a module of `fabula.stages` that makes a layer, or what such a function needs."""
    candidates: list[Stage] = []
    for module in modules_at(fabula.stages):
        for name, function in getmembers(module, isfunction):
            if name.startswith("_") or function.__module__ != module.__name__:
                continue
            makes = _return_of(function)
            if makes is not None:
                candidates.append(Stage(name, function, (), makes))
    found: dict[str, Stage] = {}
    wanted = list(layers())
    while wanted:
        kind = wanted.pop()
        for stage in candidates:
            if stage.makes is kind and stage.name not in found:
                found[stage.name] = msgspec.structs.replace(stage, needs=needs_of(stage.run))
                wanted += [need for need in found[stage.name].needs if need is not Story]
    return tuple(found[name] for name in sorted(found))


def _return_of(function: Callable[..., Any]) -> type | None:
    """The type that `function` returns; None where it is none that exists when the program runs, so that of no stage."""
    try:
        makes = get_type_hints(function).get("return")
    except NameError:  # it speaks of arrays, which are imported for the type checker only
        return None
    return makes if isinstance(makes, type) else None


def plan(stages: Iterable[Stage], wanted: Iterable[type]) -> tuple[Stage, ...]:
    """The stages in an order in which each finds what it needs. Raises ImpossiblePlan where there is none."""
    makers: dict[type, Stage] = {}
    for stage in stages:
        if stage.makes in makers:
            raise ImpossiblePlan(f"{stage.name} and {makers[stage.makes].name} both make {stage.makes.__name__}")
        makers[stage.makes] = stage
    needed = {stage.makes: [need for need in stage.needs if need is not Story] for stage in makers.values()}
    asked = {kind.__name__ for kind in wanted} | {need.__name__ for needs in needed.values() for need in needs}
    missing = sorted(asked - {kind.__name__ for kind in needed})
    if missing:
        raise ImpossiblePlan(f"no stage makes {', '.join(missing)}")
    try:
        order = tuple(TopologicalSorter(needed).static_order())
    except CycleError as reason:
        raise ImpossiblePlan(f"layers need one another: {reason.args[1]}") from reason
    return tuple(makers[kind] for kind in order)
