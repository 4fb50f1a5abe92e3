"""Names: what people and places are called."""
