"""From a story to the layers of a reading: one public function per layer, found by its annotations."""
