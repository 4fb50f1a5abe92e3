"""What the story says of its people and things, read off its sentences."""
