"""What a reader may want to be warned of."""

from fabula.models.output import ReaderOutput
from fabula.reading import Cast, Facts, Scenes, Warnings
from fabula.stages.warned.deaths import with_deaths
from fabula.stages.warned.suggest import passages_of, suggested_rating, suggested_tags
from fabula.stages.warned.terms import find_hits, load_terms


def suggest_warnings(output: ReaderOutput, facts: Facts, cast: Cast, scenes: Scenes) -> Warnings:
    """Content tags with the passages that speak for each, and a rating; both are suggestions, the author knows best.

    The terms and rules are the archive's (Terms of Service FAQ, ratings and archive warnings): the most intense part rates the
    whole, passing references do not count.
    """
    terms = load_terms()
    passages = passages_of(find_hits(terms, output), output)
    return Warnings(
        rating=suggested_rating(terms, passages, len(output.words)),
        tags=with_deaths(suggested_tags(terms, passages, output), facts, cast, scenes),
    )
