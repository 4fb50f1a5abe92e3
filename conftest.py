"""Runs the guides: every Python example in the docs and in the desk's docstrings must do what it says."""

from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser
from sybil.parsers.rest import DocTestParser

_guides = Sybil(parsers=[PythonCodeBlockParser()], patterns=["*.md"], path="docs")
_docstrings = Sybil(parsers=[DocTestParser()], patterns=["*.py"], path="src/fabula/desk")

pytest_collect_file = (_guides + _docstrings).pytest()
