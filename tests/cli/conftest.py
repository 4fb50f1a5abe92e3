import os
import subprocess
import sys

import pytest


@pytest.fixture
def fabula(tmp_path):
    """Runs the command line as a user would, in an empty folder; returns the finished process."""

    def run(*arguments, stdin=b"", env=None):
        return subprocess.run(
            [sys.executable, "-m", "fabula", *map(str, arguments)],
            input=stdin,
            capture_output=True,
            cwd=tmp_path,
            env={**os.environ, **(env or {})},
            timeout=600,
        )

    return run
