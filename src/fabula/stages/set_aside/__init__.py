"""What stands around a story: frames, headings and notes, told from the story itself by their words."""
