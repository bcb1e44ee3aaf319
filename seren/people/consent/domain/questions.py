"""A question before it is asked: whether it may be, in which words, until when."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from django.utils.translation import gettext as _

from seren.foundation.kernel import clock
from seren.foundation.kernel.refusals import Refused
from seren.foundation.rules.door import need, value
from seren.foundation.ui.door import day_words
from seren.people.consent.models import GAP, Asked, Round
from seren.people.consent.terms import ASKED_WITH_ITS_THING, NAMED_BY_A_PARENT
from seren.people.consent.words import PARTS, Permission

REVIEW = need("permissions.review")


class Thing(NamedTuple):
    """What the question is about, where it is one thing: by its name, or by a code and what it is called.

    `called`: by language, where the name tells of the child’s health: then it is kept sealed. `facts`: by
    language, what else one must know of it to answer.
    """

    scope: str = ""
    called: Mapping[str, str] | None = None
    facts: Mapping[str, str] | None = None


def question(
    made: Round, one: Permission, child: UUID, thing: Thing, ends: date | None, now: datetime
) -> Asked:
    """The row, not yet kept, with the words of that day in every language."""
    return Asked(
        provider_id=made.provider_id,
        round=made,
        child_id=child,
        setting_id=made.setting_id,
        code=one.code,
        scope=thing.scope,
        called=dict(thing.called) if thing.called else None,
        version=one.version,
        words=_worded(one, thing, ends),
        asked_by_id=made.asked_by_id,
        asked_at=now,
        until_at=clock.end_of(ends) if ends else None,
    )


def check_question(one: Permission, thing: Thing, until: date | None, today: date) -> None:
    """Raises Refused where it is not for asking, or its thing or its last day is missing or too much."""
    if not one.asked:
        raise Refused("told-not-asked", _("We tell families this. It is not asked."), "code")
    if one.code in NAMED_BY_A_PARENT:
        raise Refused("named-by-parent", _("Each parent names who collects, on their own page."), "code")
    if one.code in ASKED_WITH_ITS_THING and not thing.called:
        words = _("Ask for one medicine at a time, with its dose and its days.")
        raise Refused("thing-missing", words, "scope")
    _check_scope(one, thing.scope)
    _check_end(one, until, today)


def _check_scope(one: Permission, scope: str) -> None:
    if one.named and not scope:
        raise Refused(
            "scope-missing", _("Write what it is about: the trip, the product or the name."), "scope"
        )
    if scope and not one.named:
        raise Refused("scope-unasked", _("This question is not about one thing. Leave this empty."), "scope")
    if len(scope) > 120:
        raise Refused("scope-long", _("Use 120 letters or fewer."), "scope")


def _check_end(one: Permission, until: date | None, today: date) -> None:
    if one.for_a_time and until is None:
        raise Refused("until-missing", _("Say on which day it ends."), "until")
    if until is not None and not one.for_a_time:
        raise Refused(
            "until-unasked", _("This question has no last day of its own. Leave this empty."), "until"
        )
    if until is not None and until < today:
        raise Refused("until-past", _("Choose today or a day to come."), "until")


def review_end(one: Permission, nation: str, today: date) -> date | None:
    """Of what silence ends: the last day of the next month of review. A yes in September is for a year."""
    if not one.lapses:
        return None
    month = value(nation, REVIEW, today).number
    year = today.year + (today.month >= month)
    _first, after = clock.month_of(date(year, month, 1))
    return clock.last_day(after)


def _worded(one: Permission, thing: Thing, until: date | None) -> dict[str, dict[str, str]]:
    """In every language in which the whole question is said."""
    facts = thing.facts or {}
    whole = set.intersection(*(set(one.words[part]) for part in PARTS))
    whole &= set(facts) or whole
    scope = GAP if thing.called else thing.scope
    said = {
        language: {
            part: one.words[part][language].format(
                scope=scope,
                until=day_words(until, year=True, language=language) if until else "",
            )
            for part in PARTS
        }
        for language in sorted(whole)
    }
    return {language: {**of, **_facts(facts, language)} for language, of in said.items()}


def _facts(facts: Mapping[str, str], language: str) -> dict[str, str]:
    return {"facts": facts[language]} if language in facts else {}
