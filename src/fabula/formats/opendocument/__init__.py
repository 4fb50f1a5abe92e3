"""Inside an OpenDocument text: its styles and its body."""
