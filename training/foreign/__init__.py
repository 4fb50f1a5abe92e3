"""Builds the tables of other languages that the program comes with."""
