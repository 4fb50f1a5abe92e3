"""How a story names people and places, and which names are one person's."""
