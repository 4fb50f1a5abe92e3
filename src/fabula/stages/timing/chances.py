"""How likely a scene begins at each paragraph that nothing marks: a logistic regression over what is seen at its gap."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from fabula.stages.timing.seams import seam_features
from fabula.stages.timing.telling import Telling

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

    Floats = NDArray[numpy.float32]


@dataclass(frozen=True)
class SeamWeights:
    """The weight of each feature and what is added; a feature that is not named weighs nothing. Made by `training/scenes`."""

    weights: dict[str, float]
    bias: float


def seam_chances(telling: Telling, seams: SeamWeights) -> Floats:
    """(p,): for each paragraph the calibrated probability that a scene begins with it; 0 for the first."""
    import numpy

    features = seam_features(telling)
    scores = numpy.full(len(telling.paragraphs), seams.bias, numpy.float64)
    for name, values in features.items():
        scores += seams.weights.get(name, 0.0) * values
    chances = (1 / (1 + numpy.exp(-scores))).astype(numpy.float32)
    chances[:1] = 0
    return chances
