"""The general proofreader at work: what Harper underlines, brought home to the story."""
