"""One open setting, its staff and children, as rows. Days are London days; a school year of three terms."""

from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.apps import apps

from seren.foundation.access.door import SystemReason, system
from seren.foundation.deadlines.door import meet, open_deadline
from seren.foundation.kernel import clock, db, ids
from seren.foundation.promises.door import Day, Place

OPENED = clock.at_london(date(2023, 9, 1))
SEPTEMBER = date(2024, 9, 4)
TERMS = (
    (date(2024, 9, 4), date(2024, 12, 20), date(2024, 10, 28), date(2024, 11, 1)),
    (date(2025, 1, 6), date(2025, 4, 4), date(2025, 2, 17), date(2025, 2, 21)),
    (date(2025, 4, 22), date(2025, 7, 22), date(2025, 5, 26), date(2025, 5, 30)),
)


def put(label: str, **facts: Any) -> Any:
    model: Any = apps.get_model(label)
    row = model(**facts)
    system(SystemReason.BUILDING, model).bulk_create([row])
    return row


def at(day: date, hour: int = 10) -> datetime:
    return clock.at_london(day, hour)


class Nursery:
    """`child`, `adult` and the rest return rows. Nothing is there but what a test puts there."""

    def __init__(self, now: datetime, name: str = "Hill Lane") -> None:
        self.now, self.provider = now, ids.new()
        self.setting = self.put(
            "provision.Setting", name=name, slug=ids.new().hex, nation="england", made_at=OPENED
        )
        self.room = self.put("provision.Room", setting=self.setting, name="Robins")
        self.morning = self.put(
            "provision.Session",
            setting=self.setting,
            code="am",
            name="Morning",
            starts=time(9),
            ends=time(12),
        )
        for number, (first, last, out, back) in enumerate(TERMS):
            self.put(
                "provision.Term", setting=self.setting, name=str(number), first_day=first, last_day=last,
                half_term_from=out, half_term_to=back,
            )  # fmt: skip

    @property
    def day(self) -> Day:
        return Day(Place(self.setting.pk, self.provider, "england"), self.now)

    def put(self, label: str, **facts: Any) -> Any:
        return put(label, provider_id=self.provider, **facts)

    def adult(self, name: str = "Sam", **facts: Any) -> Any:
        return self.put("accounts.Person", given_name=name, family_name="Reed", known_since=OPENED, **facts)

    def joined(self, adult: Any) -> None:
        login = apps.get_model("accounts.Login")(email=f"{ids.new().hex}@example.org", made_at=OPENED)
        login.save(force_insert=True)
        adult.login = login
        adult.save(update_fields=["login"])

    def worker(self, name: str = "Sian", since: datetime = OPENED, until: datetime | None = None) -> Any:
        person = self.adult(name)
        self.put(
            "provision.Membership", person=person, setting=self.setting, room=self.room, role="practitioner",
            statement_at=since, from_at=since, until_at=until,
        )  # fmt: skip
        return person

    def child(self, name: str, starts: date = SEPTEMBER, days: tuple[int, ...] = (0, 1), **place: Any) -> Any:
        """A child who comes, with bookings on these weekdays (Monday is 0)."""
        child = self.put(
            "families.Child", given_name=name, family_name="Moss", known_as=name,
            date_of_birth=date(2021, 5, 1), tint="dail", cut="leaf", known_since=OPENED,
        )  # fmt: skip
        facts = {"state": "attending", "from_at": at(starts, 0), "starts_on": starts, **place}
        self.put("families.Enrolment", child=child, setting=self.setting, room=self.room, **facts)
        for weekday in days:
            self.put(
                "families.Booking", child=child, setting=self.setting, session=self.morning,
                weekday=weekday, from_day=starts,
            )  # fmt: skip
        return child

    def key(
        self,
        child: Any,
        person: Any,
        since: datetime = OPENED,
        until: datetime | None = None,
        reason: str = "first",
        told: datetime | None = None,
        kind: str = "key",
    ) -> None:
        self.put(
            "families.KeyPerson", child=child, setting=self.setting, person=person, kind=kind, from_at=since,
            until_at=until, reason=reason, announced_at=told,
        )  # fmt: skip

    def guardian(self, child: Any, adult: Any, home: Any = None, **facts: Any) -> Any:
        known = {
            "relation": "parent",
            "responsibility": "yes",
            "lives_with": "part",
            "from_at": OPENED,
            **facts,
        }
        tie = self.put("families.Guardianship", child=child, adult=adult, **known)
        if home is not None:
            self.put("families.HouseholdMember", household=home, person=adult, from_at=OPENED)
        return tie

    def home(self, *children: Any) -> Any:
        household = self.put("families.Household")
        for child in children:
            self.put("families.Lives", child=child, household=household, pattern="part", from_at=OPENED)
        return household

    def text(self, language: str = "en") -> Any:
        return self.put("words.Text", setting_id=self.setting.pk, original_language=language, made_at=OPENED)

    def moment(self, child: Any, day: date, origin: str, author: Any, **facts: Any) -> Any:
        shared = at(day)
        known = {"state": "shared", "shared_at": shared, "audience": "family", "text": self.text(), **facts}
        moment = self.put(
            "journal.Moment", setting=self.setting, origin=origin, author=author, happened_at=shared,
            written_at=shared, **known,
        )  # fmt: skip
        link = {"moment": moment, "child": child, "origin": origin, "shared_at": known["shared_at"]}
        self.put("journal.MomentChild", **link)
        return moment

    def reply(self, moment: Any, child: Any, author: Any, talk_with: Any, day: date, **facts: Any) -> Any:
        known = {"kind": "words", "text": self.text(), **facts}
        reply = self.put(
            "journal.Reply", moment=moment, author=author, talk_with=talk_with, written_at=at(day), **known
        )
        said = None if known["kind"] == "heart" or known.get("withdrawn_at") else at(day)
        origin = "home" if author == talk_with else "setting"
        self.put("journal.ReplyAbout", reply=reply, child=child, origin=origin, said_at=said)
        return reply

    def clock(self, kind: str, subject: Any, started: date, met: date | None = None) -> date:
        """The clock a verb would have opened, and met. Returns the day it is due."""
        with db.writing(housekeeping=True):
            due = open_deadline(
                kind,
                subject,
                provider=self.provider,
                setting=self.setting.pk,
                nation="england",
                start=started,
            )
            if met is not None:
                meet(kind, subject, now=at(met))
        return due


def subjects(evidence: Any, *, holds: bool) -> set[UUID]:
    return {row.subject for row in evidence.rows if row.holds is holds}


def days_before(day: date, count: int) -> date:
    return day - timedelta(days=count)
