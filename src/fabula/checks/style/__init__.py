"""Style: habits that add up."""
