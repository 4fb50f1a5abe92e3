"""From a reading to remarks: one file per check, its page and its tests in its docstring."""
