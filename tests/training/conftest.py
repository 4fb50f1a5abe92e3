"""The training code lies beside the package, not in it; without scipy its scorers are not tested."""

import importlib.util
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))
collect_ignore = [] if importlib.util.find_spec("scipy") else ["test_scoring.py"]
