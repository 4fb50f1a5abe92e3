"""From what the tagger doubts to what is worth saying: kinds of slips, how sure, where to keep silent."""
