"""One family is asked one question, in the words of that day."""

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
from seren.people.consent.domain.answering import answer
from seren.people.consent.domain.questions import Thing, check_question, question, review_end
from seren.people.consent.domain.rounds import round_of_family
from seren.people.consent.models import Answer, Asked
from seren.people.consent.policies import ConsentAction
from seren.people.consent.queries.yeses import newest_question
from seren.people.consent.terms import Code, ConsentEvent
from seren.people.consent.words import permission
from seren.people.families.policies import responsible_ties


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

    `called`: by language, what the thing is called where its name may not stand in plain letters; `scope` is
    then a code. `facts`: by language, what else one must know of the thing to answer: it stands with the
    question, and is kept with each answer.
    """
    with acting(actor, ConsentAction.ASK, place):
        return _ask(actor, place, code, Thing(scope.strip(), called, facts), until, now)


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
        asked = _ask(actor, place, code, Thing(scope, called), until, now)
        require(actor, ConsentAction.ANSWER, asked)
        answer(actor=actor, asked=asked, yes=True, language=language, now=now)
    return asked


def _ask(actor: Doer, place: UUID, code: Code, thing: Thing, until: date | None, now: datetime) -> Asked:
    """Within a section in which the actor may."""
    one, today = permission(code, clock.day_of(now)), clock.day_of(now)
    check_question(one, thing, until, today)
    child, setting, nation = _place(place, now)
    _check_family(child, now)
    last = newest_question(child, setting, code, thing.scope)
    if last is not None and _still_waits(last, now):
        raise Refused("asked-already", _("You asked this already. Wait for an answer."), "code")
    made = round_of_family(actor, child, setting, nation, now)
    asked = question(made, one, child, thing, until or review_end(one, nation, today), now)
    asked.save(force_insert=True)
    record(
        actor, ConsentEvent.ASKED, asked, now=now, setting=setting, child=child,
        details={"code": code.value, "version": one.version},
    )  # fmt: skip
    return asked


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
