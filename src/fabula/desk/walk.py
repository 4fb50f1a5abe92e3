"""Finds modules by walking a package: no registry, no list to edit by hand."""

import importlib
import pkgutil
from collections.abc import Iterator
from types import ModuleType


def modules_in(package: ModuleType) -> Iterator[ModuleType]:
    """Every module below `package`, packages included, in the order of their names."""
    for found in sorted(pkgutil.walk_packages(package.__path__, f"{package.__name__}."), key=lambda m: m.name):
        yield importlib.import_module(found.name)


def modules_at(package: ModuleType) -> Iterator[ModuleType]:
    """The modules that lie in `package` itself, in the order of their names; packages in it are their helpers' rooms."""
    for found in sorted(pkgutil.iter_modules(package.__path__, f"{package.__name__}."), key=lambda m: m.name):
        if not found.ispkg:
            yield importlib.import_module(found.name)
