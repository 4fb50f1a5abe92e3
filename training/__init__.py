"""Makes the weights that `fabula.models` ships. Never imported by the program, never shipped."""
