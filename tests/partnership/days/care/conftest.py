"""The small world, and short ways to bring a medicine, give it, and write an accident down in it."""

from dataclasses import replace
from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from django.apps import apps

from seren.foundation.access.door import SystemReason, system
from seren.foundation.kernel import clock, ids
from seren.partnership.days import domain
from seren.partnership.days.models import CareEntry, Medicine
from seren.partnership.days.terms.care import BodyPart, GivenAs, Outcome, Prescriber
from seren.people.consent import domain as consent
from tests.people.families.conftest import world  # noqa: F401  (leaders look at the pre-school)

TODAY = date(2025, 5, 14)
COURSE = domain.Course(
    name="Amoxivane",
    dose="5 ml",
    often="after lunch",
    prescribed=Prescriber.DOCTOR,
    aspirin=False,
    emergency=False,
    from_day=TODAY,
    until_day=TODAY + timedelta(days=6),
)


@pytest.fixture
def care(world):  # noqa: F811
    """Verbs by the names of the cast; each is about Mali at the pre-school, now, unless told otherwise."""

    def place(child="Mali Evans", setting="pre-school"):
        rows = system(SystemReason.WRITING, apps.get_model("families.Enrolment"))
        return rows.get(child=world.children[child], setting=world.settings[setting]).pk

    def bring(who="mother", child="Mali Evans", now=None, **other):
        now = now or clock.now()
        course = replace(COURSE, **other)
        return domain.bring_medicine(
            actor=world.actor(who, at=now), place=place(child), course=course, now=now
        )

    def ask(who="manager", child="Mali Evans", now=None, **other):
        now = now or clock.now()
        course = replace(COURSE, **other)
        return domain.ask_medicine(actor=world.actor(who, at=now), place=place(child), course=course, now=now)

    def look(medicine, who="key-person", expires_on=date(2026, 1, 31), now=None):
        now = now or clock.now()
        return domain.look_at_bottle(
            actor=world.actor(who, at=now), medicine=medicine, expires_on=expires_on, where="Fridge", now=now
        )

    def ready(**other):
        medicine = bring(**other)
        look(medicine)
        return medicine

    def give(medicine, who="key-person", at=None, now=None, witness="deputy", by=None, **other):
        now = now or at or clock.now()
        said = {"amount": "5 ml", "outcome": Outcome.TAKEN, "entry": ids.new(), **other}
        return domain.give_dose(
            actor=world.actor(who, at=now), medicine=medicine, given_at=at or now, now=now,
            by=world.people[by or who], witness=world.people[witness] if witness else None, **said,
        )  # fmt: skip

    def emergency(who="key-person", given_as=GivenAs.OTHER, child="Mali Evans", now=None, **other):
        now = now or clock.now()
        said = {
            "name": "Adrenaline pen", "amount": "One", "words": "Her face swelled up.", "rang": "",
            "witness": None, "entry": ids.new(), **other,
        }  # fmt: skip
        return domain.give_in_emergency(
            actor=world.actor(who, at=now), place=place(child), given_as=given_as, given_at=now,
            by=world.people[who], now=now, **said,
        )  # fmt: skip

    def fall(who="key-person", child="Mali Evans", now=None, at=None, witness="deputy", **other):
        now = now or clock.now()
        said = {
            "what": "She tripped on the step.", "parts": [BodyPart.LEFT_LEG], "marks": "A small graze",
            "done": "Washed with water.", "where": "The garden", "entry": ids.new(), **other,
        }  # fmt: skip
        return domain.record_accident(
            actor=world.actor(who, at=now), place=place(child), happened_at=at or now, by=world.people[who],
            witness=world.people[witness] if witness else None, now=now, **said,
        )  # fmt: skip

    def say(who, medicine, yes, now=None):
        now = now or clock.now()
        actor = world.actor(who, at=now)
        return consent.answer(actor=actor, asked=medicine.asked, yes=yes, language="en", now=now)

    def take_back(who, medicine, now=None):
        now = now or clock.now()
        actor = world.actor(who, at=now)
        return consent.withdraw(actor=actor, asked=medicine.asked, language="en", now=now)

    return SimpleNamespace(
        world=world, place=place, bring=bring, ask=ask, look=look, ready=ready, give=give,
        emergency=emergency, fall=fall, say=say, take_back=take_back,
        entries=lambda: system(SystemReason.WRITING, CareEntry).filter(recorded_at__gte=world.present),
        medicines=lambda: system(SystemReason.WRITING, Medicine).filter(made_at__gte=world.present),
    )  # fmt: skip
