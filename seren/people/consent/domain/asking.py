"""Asking a family: one question about one child, in the words of that day, kept whole."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.apps import apps
from django.utils.translation import gettext as _

from seren.foundation.access.door import Doer, SystemReason, acting, in_force, system
from seren.foundation.audit.door import record
from seren.foundation.kernel import clock
from seren.foundation.kernel.refusals import Refused
from seren.foundation.rules.door import need, value
from seren.foundation.ui.door import day_words
from seren.people.consent.domain.rounds import round_of_family
from seren.people.consent.models import Answer, Asked, Round
from seren.people.consent.policies import ConsentAction
from seren.people.consent.queries.yeses import newest_question
from seren.people.consent.terms import NAMED_BY_A_PARENT, Code, ConsentEvent
from seren.people.consent.words import PARTS, Permission, permission
from seren.people.families.policies import responsible_ties

REVIEW = need("permissions.review")


def ask(
    *,
    actor: Doer,
    place: UUID,
    code: Code,
    scope: str = "",
    until: date | None = None,
    facts: Mapping[str, str] | None = None,
    now: datetime,
) -> Asked:
    """`place`: the child’s enrolment at the setting that asks. `until`: the last day of what has one.

    `facts`: by language, what else one must know of the thing to answer: it stands with the question, and is
    kept with each answer.
    """
    one, scope = permission(code, clock.day_of(now)), scope.strip()
    check_question(one, scope, until, clock.day_of(now))
    with acting(actor, ConsentAction.ASK, place):
        child, setting, nation = _place(place, now)
        _check_family(child, now)
        last = newest_question(child, setting, code, scope)
        if last is not None and _still_waits(last, now):
            raise Refused("asked-already", _("You asked this already. Wait for an answer."), "code")
        made = round_of_family(actor, child, setting, nation, now)
        ends = until or review_end(one, nation, clock.day_of(now))
        asked = question(made, one, child, scope, ends, now, facts)
        asked.save(force_insert=True)
        record(
            actor, ConsentEvent.ASKED, asked, now=now, setting=setting, child=child,
            details={"code": code.value, "version": one.version},
        )  # fmt: skip
    return asked


def question(
    made: Round,
    one: Permission,
    child: UUID,
    scope: str,
    ends: date | None,
    now: datetime,
    facts: Mapping[str, str] | None = None,
) -> Asked:
    """The row, not yet kept, with the words of that day in every language."""
    return Asked(
        provider_id=made.provider_id,
        round=made,
        child_id=child,
        setting_id=made.setting_id,
        code=one.code,
        scope=scope,
        version=one.version,
        words=worded(one, scope, ends, facts or {}),
        asked_by_id=made.asked_by_id,
        asked_at=now,
        until_at=clock.end_of(ends) if ends else None,
    )


def check_question(one: Permission, scope: str, until: date | None, today: date) -> None:
    """Raises Refused where it is not for asking, or its thing or its last day is missing or too much."""
    if not one.asked:
        raise Refused("told-not-asked", _("We tell families this. It is not asked."), "code")
    if one.code in NAMED_BY_A_PARENT:
        raise Refused("named-by-parent", _("Each parent names who collects, on their own page."), "code")
    if one.named and not scope:
        raise Refused(
            "scope-missing", _("Write what it is about: the trip, the product or the name."), "scope"
        )
    if scope and not one.named:
        raise Refused("scope-unasked", _("This question is not about one thing. Leave this empty."), "scope")
    if len(scope) > 120:
        raise Refused("scope-long", _("Use 120 letters or fewer."), "scope")
    if one.for_a_time and until is None:
        raise Refused("until-missing", _("Say on which day it ends."), "until")
    if until is not None and not one.for_a_time:
        raise Refused(
            "until-unasked", _("This question has no last day of its own. Leave this empty."), "until"
        )
    if until is not None and until < today:
        raise Refused("until-past", _("Choose today or a day to come."), "until")


def _place(place: UUID, now: datetime) -> tuple[UUID, UUID, str]:
    model: Any = apps.get_model("families.Enrolment")
    fields = ("child_id", "setting_id", "setting__nation", "until_at")
    child, setting, nation, until = system(SystemReason.WRITING, model).values_list(*fields).get(pk=place)
    if until is not None and until <= now:
        raise Refused("left", _("This child has left. There is nothing to ask."))
    return child, setting, nation


def _check_family(child: UUID, now: datetime) -> None:
    if not responsible_ties().filter(in_force(now), child=child).exists():
        raise Refused("nobody-to-ask", _("Nobody with parental responsibility is on the child’s page yet."))


def _still_waits(last: Asked, now: datetime) -> bool:
    answered = system(SystemReason.WRITING, Answer).filter(asked=last).exists()
    return not answered and (last.until_at is None or last.until_at > now)


def review_end(one: Permission, nation: str, today: date) -> date | None:
    """Of what silence ends: the last day of the next month of review. A yes in September is for a year."""
    if not one.lapses:
        return None
    month = value(nation, REVIEW, today).number
    year = today.year + (today.month >= month)
    _first, after = clock.month_of(date(year, month, 1))
    return clock.last_day(after)


def worded(
    one: Permission, scope: str, until: date | None, facts: Mapping[str, str]
) -> dict[str, dict[str, str]]:
    """In every language in which the whole question is said."""
    whole = set.intersection(*(set(one.words[part]) for part in PARTS))
    whole &= set(facts) or whole
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
