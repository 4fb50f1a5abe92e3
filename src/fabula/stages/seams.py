"""What training found scenes to begin with, opened once."""

import json
from importlib import resources
from typing import cast

from fabula.errors import MissingModel
from fabula.stages.timing.chances import SeamWeights

FILE = "seams.json"


def open_seams() -> SeamWeights:
    """The weights of seams out of the package. Raises MissingModel."""
    try:
        data = json.loads((resources.files("fabula.stages.timing") / FILE).read_bytes())
    except OSError:
        raise MissingModel(
            f"The file {FILE} is not in the package.", "Install fabula again; it comes with it."
        ) from None
    return SeamWeights(cast("dict[str, float]", data["weights"]), cast("float", data["bias"]))
