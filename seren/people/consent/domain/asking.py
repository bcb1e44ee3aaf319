"""Asking a family: one question about one child, in the words of that day, kept whole."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.apps import apps
from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, Doer, SystemReason, acting, in_force, require, system
from seren.foundation.audit.door import record
from seren.foundation.kernel import clock, db
from seren.foundation.kernel.refusals import Refused
from seren.foundation.rules.door import need, value
from seren.foundation.ui.door import day_words
from seren.people.consent.domain.answering import answer
from seren.people.consent.models import GAP, Answer, Asked
from seren.people.consent.policies import ConsentAction
from seren.people.consent.queries.yeses import newest_question
from seren.people.consent.terms import ASKED_WITH_ITS_THING, NAMED_BY_A_PARENT, Code, ConsentEvent
from seren.people.consent.words import PARTS, Permission, permission
from seren.people.families.policies import responsible_ties

REVIEW = need("permissions.review")


def ask(
    *,
    actor: Doer,
    place: UUID,
    code: Code,
    scope: str = "",
    called: Mapping[str, str] | None = None,
    until: date | None = None,
    facts: Mapping[str, str] | None = None,
    now: datetime,
) -> Asked:
    """`place`: the child’s enrolment at the setting that asks. `until`: the last day of what has one.

    `called`: by language, the name of a thing that tells of the child’s health; `scope` is then its code.
    `facts`: by language, what else one must know of the thing to answer: it stands with the question, and is
    kept with each answer.
    """
    with acting(actor, ConsentAction.ASK, place):
        return _ask(actor, place, code, scope.strip(), called, until, facts or {}, now)


def bring(
    *,
    actor: Actor,
    place: UUID,
    code: Code,
    scope: str,
    called: Mapping[str, str] | None = None,
    until: date | None = None,
    language: str,
    now: datetime,
) -> Asked:
    """A parent begins it on their own page: the question is theirs, and signing it is the yes.

    Raises NotThere for whoever could not answer such a question.
    """
    with db.writing():
        asked = _ask(actor, place, code, scope, called, until, {}, now)
        require(actor, ConsentAction.ANSWER, asked)
        answer(actor=actor, asked=asked, yes=True, language=language, now=now)
    return asked


def _ask(
    actor: Doer,
    place: UUID,
    code: Code,
    scope: str,
    called: Mapping[str, str] | None,
    until: date | None,
    facts: Mapping[str, str],
    now: datetime,
) -> Asked:
    """Within a section in which the actor may."""
    one, today = permission(code, clock.day_of(now)), clock.day_of(now)
    _check(one, scope, called, until, today)
    child, setting, nation = _place(place, now)
    _check_family(child, now)
    last = newest_question(child, setting, code, scope)
    if last is not None and _still_waits(last, now):
        raise Refused("asked-already", _("You asked this already. Wait for an answer."), "code")
    ends = until or _review_end(one, nation, today)
    asked = Asked(
        provider_id=actor.provider,
        child_id=child,
        setting_id=setting,
        code=code,
        scope=scope,
        called=dict(called) if called else None,
        version=one.version,
        words=_worded(one, GAP if called else scope, ends, facts),
        asked_by_id=actor.person if isinstance(actor, Actor) else None,
        asked_at=now,
        until_at=clock.end_of(ends) if ends else None,
    )
    asked.save(force_insert=True)
    record(
        actor, ConsentEvent.ASKED, asked, now=now, setting=setting, child=child,
        details={"code": code.value, "version": one.version},
    )  # fmt: skip
    return asked


def _check(
    one: Permission, scope: str, called: Mapping[str, str] | None, until: date | None, today: date
) -> None:
    if not one.asked:
        raise Refused("told-not-asked", _("We tell families this. It is not asked."), "code")
    if one.code in NAMED_BY_A_PARENT:
        raise Refused("named-by-parent", _("Each parent names who collects, on their own page."), "code")
    if one.code in ASKED_WITH_ITS_THING and not called:
        words = _("Ask for one medicine at a time, with its dose and its days.")
        raise Refused("thing-missing", words, "scope")
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


def _review_end(one: Permission, nation: str, today: date) -> date | None:
    """The last day of the next month of review: who says yes in September says it for a year."""
    if not one.lapses:
        return None
    month = value(nation, REVIEW, today).number
    year = today.year + (today.month >= month)
    _first, after = clock.month_of(date(year, month, 1))
    return clock.last_day(after)


def _worded(
    one: Permission, scope: str, until: date | None, facts: Mapping[str, str]
) -> dict[str, dict[str, str]]:
    """Every language in which the whole question is said."""
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
