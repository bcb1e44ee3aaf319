"""A small street: two homes of one child, a key person, a grandmother on paper; and a room that tells them.

Everybody's surname, address and the words of the moment are there to leak.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from uuid import UUID, uuid4

import pytest
import time_machine
from django_tasks_db.models import DBTaskResult

from seren.foundation.jobs import door as jobs
from seren.foundation.kernel import clock, ids
from seren.foundation.notify import door as notify
from seren.foundation.notify import posting, reaching
from seren.people.provision.models import Provider
from tests.conftest import NOW
from tests.foundation.notify.mailserver import Server, mail_server

PEOPLE = ("mother", "father", "key person", "grandmother", "neighbour")
LEAKS = ("Pugh", "Tomos", "Llwyn Onn", "nut allergy", "slide", "mother", "father")
WEDNESDAY = date(2025, 5, 14)


def to(post: Server) -> list[str]:
    """Whom it took letters for."""
    return sorted(letter.recipients[0].partition("@")[0] for letter in post.taken)


@dataclass
class Street:
    """Who is who, who may know, how each is reached, and on which days the child is there."""

    provider: Provider
    setting: UUID
    child: UUID
    people: dict[str, UUID]
    may_know: list[str] = field(default_factory=lambda: list(PEOPLE[:4]))
    reach: dict[UUID, notify.Reach] = field(default_factory=dict)
    absent: set[date] = field(default_factory=set)
    hour: time = time(17, 30)
    moved: Callable[[datetime], None] = lambda at: None
    meanwhile: Callable[[], object] = lambda: None  # happens while it is worked out who may know

    def wishes(self, who: str, **wishes: object) -> None:
        self.reach[self.people[who]] = replace(self.reach[self.people[who]], **wishes)

    def name(self, person: UUID) -> str:
        return next(name for name, known in self.people.items() if known == person)

    def tell(self, kind: str = "tests.shared") -> UUID:
        return notify.send(
            kind,
            self.provider,
            now=clock.now(),
            setting=self.setting,
            about=self.child,
            provider=self.provider.id,
        )

    def ledger(self, notice: UUID) -> dict[str, notify.Line]:
        return {self.name(line.person): line for line in notify.ledger(notice)}

    def until(self, at: datetime) -> None:
        """Let time pass with a worker at work: from one job that is due to the next."""
        while (due := self._next()) is not None and due <= at:
            self.moved(max(due, clock.now()))
            assert jobs.run_due() > 0, "a job that is due was not run"
        self.moved(at)

    def _next(self) -> datetime | None:
        ready = DBTaskResult.objects.filter(status="READY").order_by("run_after")
        return ready.values_list("run_after", flat=True).first()


DEFAULT = notify.Reach(
    language="en",
    format="page",
    email="",
    on_paper=False,
    digest=True,
    quiet_from=time(19),
    quiet_to=time(7, 30),
    quiet_weekends=True,
)


_here: list[Street] = []


def _audience(notice: notify.Told, at: datetime) -> list[UUID]:
    street = _here[-1]
    street.meanwhile()
    return [street.people[who] for who in street.may_know]


notify.register(
    notify.Kind(
        code="tests.shared",
        title="Something new in Seren",
        line="There is a new star.",
        audience=_audience,
        link=lambda notice: f"/stars/{notice.subject}/",
        undo=lambda on: 10,
    ),
    notify.Kind(
        code="tests.come_now",
        title="Please read this now",
        line="Please open Seren now.",
        audience=_audience,
        link=lambda notice: "/now/",
        urgency=notify.Urgency.NOW,
    ),
)


@pytest.fixture
def street(db, monkeypatch, settings, tmp_path) -> Iterator[Street]:
    provider = Provider(id=ids.new(), name="Llwyn Onn Pre-school", made_at=NOW)
    provider.provider_id = provider.id
    here = Street(provider, uuid4(), uuid4(), {who: uuid4() for who in PEOPLE})
    for who, person in here.people.items():
        here.reach[person] = replace(DEFAULT, email=f"{who.replace(' ', '.')}@example.org")
    here.wishes("grandmother", on_paper=True, email=None, format="large")
    monkeypatch.setattr(
        reaching, "_book", lambda people: {p: here.reach[p] for p in people if p in here.reach}
    )
    monkeypatch.setattr(reaching, "_wishes", "/how-to-reach-me/")
    monkeypatch.setattr(reaching, "_attended", lambda child, day: day not in here.absent)
    monkeypatch.setattr(reaching, "_hour", lambda setting: here.hour)
    settings.OUTBOX = tmp_path / "outbox"
    settings.PUBLIC_URL = "https://seren.example"
    settings.DEFAULT_FROM_EMAIL = "Seren <post@seren.example>"
    posting._away.clear()
    _here.append(here)
    with time_machine.travel(NOW, tick=False) as traveller:
        here.moved = traveller.move_to
        yield here
    _here.clear()


@pytest.fixture
def post(street, settings) -> Iterator[Server]:
    with mail_server() as server:
        settings.EMAIL_URL = server.url
        yield server
