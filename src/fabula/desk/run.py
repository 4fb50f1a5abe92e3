"""Runs a plan's stages, two at a time where neither needs the other: proofreading and the model's pass share two cores.

Of those that could run the one goes first on which the longest row of others waits, so that the model's pass, which nearly
all wait for, does not stand behind what one late stage needs.
"""

from collections.abc import Callable, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from graphlib import TopologicalSorter
from importlib import import_module
from typing import Any

from fabula.desk.plan import Stage

AT_ONCE = 2
LIBRARIES = ("numpy", "onnxruntime")
"""Imported before any thread begins: two threads that import one of these at the same time can get half of it."""


def run_stages(stages: Sequence[Stage], made: dict[type, Any], progress: Callable[[str], None]) -> dict[type, Any]:
    """Everything in `made` and what the stages make of it, by type. The result does not depend on who was faster.

    What a stage raises is raised here, once the other stage that runs beside it is done.
    """
    for library in LIBRARIES:
        import_module(library)
    made = dict(made)
    makers = {stage.makes: stage for stage in stages if stage.makes not in made}
    sorter = TopologicalSorter(
        {kind: [need for need in stage.needs if need in makers] for kind, stage in makers.items()}
    )
    sorter.prepare()
    behind, ready = _behind(makers), list[type]()
    running: dict[Future[Any], Stage] = {}
    pool = ThreadPoolExecutor(AT_ONCE)
    try:
        while sorter.is_active():
            ready += sorter.get_ready()
            ready.sort(key=lambda kind: (-behind[kind], kind.__name__))
            while ready and len(running) < AT_ONCE:
                stage = makers[ready.pop(0)]
                progress(stage.name.replace("_", " "))
                running[pool.submit(stage.run, *(made[need] for need in stage.needs))] = stage
            for future in wait(running, return_when=FIRST_COMPLETED).done:
                kind = running.pop(future).makes
                made[kind] = future.result()
                sorter.done(kind)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
    return made


def _behind(makers: dict[type, Stage]) -> dict[type, int]:
    """How many stages at most wait in a row for what one makes; `makers` stand in the order of their needs."""
    behind = dict.fromkeys(makers, 0)
    for kind, stage in reversed(makers.items()):
        for need in stage.needs:
            if need in behind:
                behind[need] = max(behind[need], behind[kind] + 1)
    return behind
