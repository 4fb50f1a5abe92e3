"""Who speaks: what is known of each speech by itself, and what a conversation makes of it."""
