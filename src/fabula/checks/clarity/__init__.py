"""Clarity: who, where, and in whose mind a reader is."""
