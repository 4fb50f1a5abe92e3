"""Slips of the pen: what any editor would mend."""
