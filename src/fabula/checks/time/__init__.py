"""Time: when things happen, and whether they can have."""
