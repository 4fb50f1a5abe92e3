"""What a Markdown file hides, and what its inline markup shows: the inner rooms of the Markdown format."""
