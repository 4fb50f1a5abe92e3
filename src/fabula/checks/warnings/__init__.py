"""What only the author can say about the content."""
