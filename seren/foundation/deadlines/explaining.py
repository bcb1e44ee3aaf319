"""A clock in words: how it counts, and an example with real days."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils import dateformat, translation

from seren.foundation.deadlines import counting
from seren.foundation.kernel.clock import at_london, local
from seren.foundation.rules import door as rules

DAY_FORMAT = "l j F Y"
HOUR_FORMAT = "l j F Y, H:i"


@dataclass(frozen=True, slots=True)
class Explained:
    """`rule` says how it counts, `example` what that makes of one start. `due` is a day or an instant."""

    rule: rules.Said
    example: rules.Said
    due: date | datetime


def explain(
    rule: rules.Value,
    start: date | datetime,
    language: str,
    *,
    counts: counting.IsDay = rules.working_day,
) -> Explained:
    """Raises Uncountable for a rule that is no clock. Open days are shown as working days unless told."""
    due: date | datetime
    if rule.counting == rules.Counting.HOURS:
        start = start if isinstance(start, datetime) else at_london(start, 10)
        due = counting.due_at(start, rule)
    else:
        due = counting.due(start, rule, counts=counts)
    how, example = rules.counting_words(rule, language)
    text = example.text.format(start=_shown(start, example.language), due=_shown(due, example.language))
    return Explained(how, rules.Said(text, example.language), due)


def _shown(when: date | datetime, language: str) -> str:
    with translation.override(language):
        if isinstance(when, datetime):
            return dateformat.format(local(when), HOUR_FORMAT)
        return dateformat.format(when, DAY_FORMAT)
