"""Who says each quotation."""

from fabula.reading import Attribution, Attributions, Quotations


def attribute(quotations: Quotations) -> Attributions:
    """One attribution for each quotation, in the same order."""
    return Attributions(tuple(Attribution(type=quotation.type) for quotation in quotations.items))
