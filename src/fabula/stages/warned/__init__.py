"""What in a story a reader may want to be warned of."""
