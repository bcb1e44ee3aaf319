"""A named medicine: asked for or brought by a parent, its bottle looked at, each dose written down (E-32)."""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.apps import apps
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from seren.config.languages import CODES
from seren.foundation.access.door import Actor, SystemReason, acting, system
from seren.foundation.audit.door import record
from seren.foundation.deadlines.door import due
from seren.foundation.kernel import clock, db, ids, text
from seren.foundation.kernel.refusals import Refused
from seren.foundation.rules.door import need, sentence, value, working_day
from seren.foundation.ui.door import day_words
from seren.partnership.days.domain.care import before, begin, name_nobody_else
from seren.partnership.days.domain.care import need as need_words
from seren.partnership.days.models import Bottle, CareEntry, Medicine
from seren.partnership.days.policies import CareAction
from seren.partnership.days.terms.care import CareEvent, CareKind, GivenAs, Outcome, Prescriber
from seren.people.consent.domain import ask, bring
from seren.people.consent.policies import in_force_for
from seren.people.consent.terms import Code

ASPIRIN, LONGEST = need("medicine.aspirin"), need("medicine.longest")
_ASPIRIN = re.compile(r"a[sc]p[iy]?rin|asbrin|acetylsalicylic")
# Words that name no medicine at all: a yes to them would be a yes to everything.
_NO_NAME = {
    "medicine", "medicines", "medication", "meds", "any", "all", "every", "anything", "the", "other",
    "needed", "whatever", "as", "if", "meddyginiaeth", "meddyginiaethau", "moddion", "unrhyw", "pob",
    "popeth",
}  # fmt: skip
SHORT = 80


@dataclass(frozen=True, slots=True)
class Course:
    """A medicine as somebody writes it down. `often`: when, or how often. Days are both included."""

    name: str
    dose: str
    often: str
    prescribed: Prescriber
    aspirin: bool
    emergency: bool
    from_day: date
    until_day: date


def bring_medicine(*, actor: Actor, place: UUID, course: Course, now: datetime) -> Medicine:
    """A parent writes it down on their own page. Signing it is the written yes. `place`: the enrolment."""
    with acting(actor, CareAction.BRING_MEDICINE, place):
        medicine = _made(actor, place, course, now)
        language = get_language() or "en"
        asked = bring(actor=actor, language=language, **_asking(medicine, place, course, now))
        return _keep(actor, medicine, asked.pk, now)


def ask_medicine(*, actor: Actor, place: UUID, course: Course, now: datetime) -> Medicine:
    """A leader asks the family. Nobody gives it before somebody responsible has said yes."""
    with acting(actor, CareAction.ASK_MEDICINE, place):
        medicine = _made(actor, place, course, now)
        asked = ask(actor=actor, **_asking(medicine, place, course, now))
        return _keep(actor, medicine, asked.pk, now)


def look_at_bottle(
    *, actor: Actor, medicine: Medicine, expires_on: date, where: str, now: datetime
) -> Bottle:
    """The day on its label, and where it is kept from now on."""
    with acting(actor, CareAction.GIVE_MEDICINE, medicine):
        bottle = Bottle(
            provider_id=medicine.provider_id, medicine=medicine, child_id=medicine.child_id,
            expires_on=expires_on, where=need_words({"where": where})["where"],
            seen_by_id=actor.person, seen_at=now,
        )  # fmt: skip
        bottle.save(force_insert=True)
        record(
            actor, CareEvent.BOTTLE_LOOKED_AT, medicine, now=now, setting=medicine.setting_id,
            child=medicine.child_id,
        )  # fmt: skip
    return bottle


def give_dose(
    *,
    actor: Actor,
    medicine: Medicine,
    entry: UUID,
    amount: str,
    outcome: Outcome,
    given_at: datetime,
    by: UUID,
    witness: UUID | None,
    words: str = "",
    now: datetime,
) -> CareEntry:
    """One dose of a medicine whose permission held at that minute, on a day of its course.

    `entry`: the id made with the form. Raises Refused where it may not be given, and says what to do.
    """
    with acting(actor, CareAction.GIVE_MEDICINE, medicine):
        if (held := before(actor, entry, medicine.child_id)) is not None:
            return held
        db.one_at_a_time(medicine.child_id)  # a yes taken back at the same time comes first or after
        check_may_give(actor, medicine, given_at)
        name_nobody_else(medicine.child_id, medicine.setting_id, {"words": words}, now)
        amount = need_words({"amount": amount})["amount"]
        dose = CareEntry(
            id=entry, provider_id=medicine.provider_id, child_id=medicine.child_id,
            setting_id=medicine.setting_id, kind=CareKind.DOSE, medicine=medicine, given_as=GivenAs.NAMED,
            outcome=outcome, happened_at=given_at, by_id=by, witness_id=witness,
            recorded_by_id=actor.person, recorded_at=now,
            details={"name": medicine.details["name"], "amount": amount, "words": words.strip(), "rang": ""},
        )  # fmt: skip
        return begin(actor, dose, CareEvent.DOSE_GIVEN, now)


def check_may_give(actor: Actor, medicine: Medicine, at: datetime) -> None:
    """Raises Refused with what to do. What stands is asked as of that minute."""
    day = clock.day_of(at)
    if not medicine.from_day <= day <= medicine.until_day:
        raise Refused("outside-course", _("This is not one of its days. Ring a parent before you give it."))
    if not permitted(actor, medicine, at):
        raise Refused("no-permission", _("Nobody has said yes to this medicine. Ring a parent first."))
    bottle = newest_bottle(medicine)
    if bottle is None:
        raise Refused("no-bottle", _("Look at the bottle first. Write down its date and where it is kept."))
    if bottle.expires_on < day:
        raise Refused("expired", _("The date on this bottle has passed. Ring a parent for a new one."))


def permitted(actor: Actor, medicine: Medicine, at: datetime) -> bool:
    """The written permission for this very medicine holds at that minute."""
    rows = system(SystemReason.WRITING, Medicine).filter(pk=medicine.pk)
    then = replace(actor, at=at)
    return rows.filter(in_force_for(Code.MED_NAMED, then, scope=str(medicine.pk))).exists()


def newest_bottle(medicine: Medicine) -> Bottle | None:
    return system(SystemReason.WRITING, Bottle).filter(medicine=medicine).order_by("seen_at", "id").last()


def _made(actor: Actor, place: UUID, course: Course, now: datetime) -> Medicine:
    model: Any = apps.get_model("families.Enrolment")
    where = system(SystemReason.WRITING, model).select_related("setting").get(pk=place)
    said = need_words({"name": course.name, "dose": course.dose, "often": course.often})
    _check(course, said, where.setting.nation, clock.day_of(now))
    return Medicine(
        id=ids.new(), provider_id=actor.provider, child_id=where.child_id, setting_id=where.setting_id,
        details={**said, "prescribed": course.prescribed.value, "aspirin": course.aspirin},
        emergency=course.emergency, from_day=course.from_day, until_day=course.until_day,
        made_by_id=actor.person, made_at=now,
    )  # fmt: skip


def _check(course: Course, said: dict[str, str], nation: str, today: date) -> None:
    for field, words in said.items():
        if len(words) > SHORT:
            raise Refused("words-long", _("This is too long. Use fewer words."), field)
    if not set(text.words(said["name"])) - _NO_NAME:
        raise Refused("no-name", _("Write the name on the bottle: one medicine at a time."), "name")
    aspirin = course.aspirin or _ASPIRIN.search(text.fold(said["name"]))
    if aspirin and course.prescribed is not Prescriber.DOCTOR:
        words = sentence(nation, ASPIRIN, get_language() or "en", today).text
        raise Refused("aspirin", words, "prescribed")
    if course.until_day < course.from_day:
        raise Refused("day-before", _("The last day comes before the first day."), "until_day")
    if course.until_day < today:
        raise Refused("until-past", _("Choose today or a day to come."), "until_day")
    rule = value(nation, LONGEST, today)
    if course.until_day > due(max(course.from_day, today), rule, counts=working_day):
        raise Refused("too-long", _("Choose an earlier day. We ask you again each year."), "until_day")


def _asking(medicine: Medicine, place: UUID, course: Course, now: datetime) -> dict[str, Any]:
    """Its own question: the scope is this medicine alone, and what it is called is sealed."""
    return {
        "place": place,
        "code": Code.MED_NAMED,
        "scope": str(medicine.pk),
        "called": {language: _called(medicine, language) for language in CODES},
        "until": course.until_day,
        "now": now,
    }


def _called(medicine: Medicine, language: str) -> str:
    said = medicine.details
    first = day_words(medicine.from_day, year=True, language=language)
    last = day_words(medicine.until_day, year=True, language=language)
    return f"{said['name']}, {said['dose']}, {said['often']} ({first} – {last})"


def _keep(actor: Actor, medicine: Medicine, asked: UUID, now: datetime) -> Medicine:
    medicine.asked_id = asked
    medicine.save(force_insert=True)
    record(
        actor, CareEvent.MEDICINE_BROUGHT, medicine, now=now, setting=medicine.setting_id,
        child=medicine.child_id, details={"asked": str(asked)},
    )  # fmt: skip
    return medicine
