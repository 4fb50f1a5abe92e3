"""How fiction writes speech down: tags, marks, apostrophes."""
