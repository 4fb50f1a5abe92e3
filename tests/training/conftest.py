"""The training code lies beside the package, not in it; its scorers need scipy."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2]))
pytest.importorskip("scipy", reason="the training extra is not installed")
