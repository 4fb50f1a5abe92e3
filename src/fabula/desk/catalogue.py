"""Every check there is: found by walking the package, declared by its own file."""

from collections.abc import Callable, Iterator
from importlib.metadata import entry_points
from inspect import signature
from types import ModuleType
from typing import Any

import msgspec

import fabula.checks
from fabula.desk.plan import ImpossiblePlan, layers, needs_of
from fabula.desk.walk import modules_in
from fabula.review import Kind, Remark, Severity
from fabula.story import Story

HEADINGS = ("What it notices", "Why a reader minds", "When it is fine", "Examples", "Source")
"""The fixed headings of a check's page, in order."""


class Check(msgspec.Struct, frozen=True):
    """A check as its file declares it. `needs` are the types of its parameters, `config` its settings' type if it has one."""

    name: str
    severity: Severity
    kind: Kind
    page: str
    run: Callable[..., Iterator[Remark]]
    needs: tuple[type, ...]
    config: type | None

    @property
    def family(self) -> str:
        """The part of its name before the dot."""
        return self.name.partition(".")[0]

    @property
    def title(self) -> str:
        """The first line of its page."""
        return self.page.strip().splitlines()[0]

    @property
    def notices(self) -> str:
        """The paragraphs under "What it notices", as one line of plain text."""
        section = self.page.partition(f"## {HEADINGS[0]}")[2].partition("\n## ")[0]
        return " ".join(section.replace("`", "").split())


def find_checks() -> tuple[Check, ...]:
    """The program's own checks and those of installed plugins (entry point `fabula.checks`), by name.

    Raises ImpossiblePlan where a check's file is not what a check must be.
    """
    own = [
        (module.__name__.removeprefix("fabula.checks.").replace("_", "-"), module)
        for module in modules_in(fabula.checks)
        if hasattr(module, "check")
    ]
    plugins = [(point.name, point.load()) for point in entry_points(group="fabula.checks")]
    return tuple(sorted((_declared(name, module) for name, module in own + plugins), key=lambda check: check.name))


def page_of(name: str) -> Check:
    """The check of that name. Raises LookupError where there is none."""
    for check in find_checks():
        if check.name == name:
            return check
    raise LookupError(name)


def _declared(name: str, module: ModuleType) -> Check:
    if name.count(".") != 1:
        raise ImpossiblePlan(f"{module.__name__}: a check lives at checks/<family>/<check>.py")
    needs = needs_of(module.check)
    config = getattr(module, "Config", None)
    known = {Story, config, *layers()}
    strange = [kind.__name__ for kind in needs if kind not in known]
    if strange:
        raise ImpossiblePlan(
            f"{module.__file__}: {signature(module.check)} asks for {', '.join(strange)}, which is no layer"
        )
    severity: Severity = module.SEVERITY
    return Check(
        name=name,
        severity=severity,
        kind=getattr(module, "KIND", _kind_of(severity)),
        page=module.__doc__ or "",
        run=module.check,
        needs=needs,
        config=config,
    )


def _kind_of(severity: Severity) -> Kind:
    return {Severity.SLIP: Kind.SLIP, Severity.QUESTION: Kind.QUESTION, Severity.NOTE: Kind.STYLE}[severity]


def arguments_for(check: Check, made: dict[type, Any], config: Any) -> list[Any]:
    """What to call `check.run` with: its layers out of `made`, and its settings."""
    return [config if need is check.config else made[need] for need in check.needs]
