"""How foreign phrases are found, read and checked."""
