"""A private beta reader for fiction: it reads a story offline and hands back margin comments."""

__version__ = "0.1.0"
