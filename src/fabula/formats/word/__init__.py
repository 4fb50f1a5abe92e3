"""Inside a Word file: its parts and its styles."""
