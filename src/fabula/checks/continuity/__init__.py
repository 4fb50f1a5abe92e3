"""What the story says of its own people and things, against itself."""
