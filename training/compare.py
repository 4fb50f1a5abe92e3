"""What one set of figures has over another: `python -m training.compare ONE.json OTHER.json` (points, ONE minus OTHER)."""

from __future__ import annotations

import json
import sys
from pathlib import Path


def main() -> None:
    one, other = (json.loads(Path(name).read_text("utf-8")) for name in sys.argv[1:3])
    for name in one:
        if name in other and not name.endswith((" low", " high")) and "seconds" not in name:
            print(f"{name:<58}{one[name]:8.4f}{other[name]:8.4f}{100 * (one[name] - other[name]):+8.2f}")


if __name__ == "__main__":
    main()
