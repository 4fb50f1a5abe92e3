"""What grammar can say of a phrase, rule by rule. A fault is claimed only where no reading of the words agrees."""
