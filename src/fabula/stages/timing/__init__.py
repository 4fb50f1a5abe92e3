"""Scene breaks and the words that say when a scene happens."""
