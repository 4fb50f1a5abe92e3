"""The inner rooms of the RTF format: its tokens, its words for characters, and the walk through its groups."""
