"""Every form as everybody, with somebody else’s row in each field that says which one is meant: in vain.

Forms are read off the pages an adult can open, rows off the world and another provider beside it. With the
rows it was shown with, each form must go through: where it does not, refusing others would prove nothing.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from uuid import UUID

import pytest
from django.apps import apps
from django.db import transaction
from django.test import Client

from seren.doors.demo import cast
from seren.doors.demo.world import World
from seren.foundation.access.door import visible
from seren.partnership.journal.policies import JournalAction
from seren.people.accounts.queries import hats_of
from tests.bluebell import Bluebell
from tests.doors.web.desk.test_paper import moment_of_alfie, waits
from tests.sweep.addresses import ROWS, methods, of_each_route, worn
from tests.sweep.canaries import rows
from tests.sweep.forms import ID, Body, Field, Form, forms_on
from tests.sweep.kept import UNSENT, Change, Kept, Row, tells_of, written
from tests.sweep.rare import yes_to_the_wall
from tests.sweep.test_every_address import folded
from tests.world import sign_in

pytestmark = [pytest.mark.sweep, pytest.mark.django_db]
CAST = [part.slug for part in cast()]
# Together they have every form that says which rows it means; the manager those of the desk.
FEW = {"mother": "/", "key-person": "/", "manager": "/desk/"}
# An id nobody has yet, made with the page: it might be that of a moment or an answer one may not see.
FRESH = {"journal.Moment": JournalAction.SEE_MOMENT, "journal.Reply": JournalAction.SEE_REPLY}
MUST = {  # forms that are easily no longer found
    "mother": {("stars/new/", "star"), ("stars/<uuid:moment>/", "reply")},
    "key-person": {
        ("stars/<uuid:moment>/", "talk_with"),
        ("room/moment/<uuid:moment>/each/", "words-…"),
        ("room/moment/<uuid:moment>/copies/", "photo"),
    },
    "manager": {("here/at/", "setting"), ("desk/print/done/", "deliveries")},
}
_PAGES = 1  # of one route: what stands on them depends on the row
_AWAY = ("/api/", "/photos/", "/gallery/", "/out/")
_SENT_ELSEWHERE = ("/desk/print/letters/",)  # all other forms with rows in them are sent to their own page
_NOBODY = {"room/snap/": "children"}  # the field without which there is nobody to send the form about


@dataclass(frozen=True)
class Sent:
    """What came of sending a form. All it wrote is undone."""

    status: int
    change: Change

    @property
    def through(self) -> bool:
        return self.status < 400


class Filler:
    """One person filling in forms."""

    def __init__(self, world: World, bluebell: Bluebell, who: str, *, whole: bool = False) -> None:
        self.client = sign_in(Client(raise_request_exception=False), world, who)
        self.world, self.bluebell, self.who, self.whole = world, bluebell, who, whole
        self.actor = world.actor(who)
        self.hats = hats_of(self.actor.person, self.actor.at)
        self.kept = Kept()
        self.opened: set[str] = set()
        self.tried: Counter[tuple[str, str]] = Counter()
        self.faults: list[str] = []

    def forms(self) -> Iterator[tuple[Form, set[UUID]]]:
        """One of each kind, with all ids that stand in the forms of its page."""
        seen: set[object] = set()
        for route, addresses in of_each_route(self.world):
            if not worn(route, self.hats) or route.startswith(_AWAY):
                continue
            if self.whole or self._has_forms(route, addresses[0]):
                yield from self.forms_at(addresses, seen)

    def _has_forms(self, route: str, address: str) -> bool:
        """For the few who fill in forms every time."""
        sent_there = methods(address) >= {"GET", "POST"} or route in _SENT_ELSEWHERE
        return sent_there and route.startswith(FEW[self.who])

    def forms_at(self, addresses: Iterable[str], seen: set[object]) -> Iterator[tuple[Form, set[UUID]]]:
        """What opened elsewhere is likely to open here: it is asked first."""
        pages = 0
        for address in sorted(addresses, key=lambda one: not set(ID.findall(one)) <= self.opened):
            answer = self.client.get(address)
            if answer.status_code != 200 or "text/html" not in answer.headers["Content-Type"]:
                continue
            self.opened |= set(ID.findall(address))
            found = forms_on(address, answer.content.decode())
            beside = {UUID(one) for form in found for field in form.fields.values() for one in field.ids()}
            for form in found:
                kind = form.route, *(ID.sub("…", name) for name in form.fields)
                if form.of_rows() and kind not in seen and _NOBODY.get(form.route, "") in ("", *form.fields):
                    seen.add(kind)
                    yield form, beside
            pages += 1
            if pages == _PAGES and not self.whole:
                return

    def fill_in(self, form: Form, beside: set[UUID]) -> None:
        body, own = self._own(form)
        if not own.through:
            self.faults.append(f"{form.action}: {own.status} with the rows it was shown with")
            return
        for field in form.of_rows():
            for label, foreign in self._foreign(field, beside):
                self.tried[form.route, ID.sub("…", field.name)] += 1
                sent = self._send(form.action, _swapped(body, field, foreign))
                self.faults += [
                    f"{form.action}, {field.name}: {sent.status} with a {label}, and {fault}"
                    for fault in _faults(sent, own, foreign, self._made(body, field))
                ]

    def _own(self, form: Form) -> tuple[Body, Sent]:
        for body in form.bodies():
            sent = self._send(form.action, body)
            if sent.through:
                break
        return body, sent

    def _send(self, action: str, body: Body) -> Sent:
        with transaction.atomic():
            with written() as tables:
                answer = self.client.post(action, body)
            change = self.kept.otherwise(tables)
            transaction.set_rollback(True)
        return Sent(answer.status_code, change)

    def _foreign(self, field: Field, beside: set[UUID]) -> Iterator[tuple[str, UUID]]:
        """Rows of the kinds the field is about that the page does not offer: another provider's first."""
        about = {self.kept.where.get(UUID(one), "") for one in field.ids()} - {""} or set(FRESH)
        for label in sorted(about.union(ROWS.values()) if self.whole else about):
            found = rows(label).exclude(pk__in=beside).order_by("pk")
            if label in FRESH:
                allowed = visible(self.actor, FRESH[label], apps.get_model(label)).values("pk")
                found = found.exclude(pk__in=allowed)
            for provider in (self.bluebell.provider, self.world.provider):
                keys = found.filter(provider_id=provider).values_list("pk", flat=True)
                yield from ((label, key) for key in keys[: 3 if self.whole and label in about else 1])

    def _made(self, body: Body, field: Field) -> UUID | None:
        """The id of the field where it is that of a row still to be made."""
        said = {UUID(one) for value in body.get(field.name, ()) for one in ID.findall(value)}
        return next((one for one in said if one not in self.kept.where), None)


def _swapped(body: Body, field: Field, foreign: UUID) -> Body:
    """The same body, with another id in this field: in its first value, or where its name holds one."""
    if ID.search(field.name):
        rest = {name: values for name, values in body.items() if name != field.name}
        return {**rest, ID.sub(str(foreign), field.name): body[field.name]}
    first, *others = body[field.name]
    return {**body, field.name: [ID.sub(str(foreign), first), *others]}


def _faults(sent: Sent, own: Sent, foreign: UUID, made: UUID | None) -> Iterator[str]:
    if sent.status >= 500:
        yield "it broke"
    for table in sent.change.keys() - UNSENT:
        came, went = sent.change[table]
        own_came, own_went = own.change.get(table, ([], []))
        if not sent.through or len(came) > len(own_came):
            yield f"it wrote to {table}"
        if _telling(came, foreign) > _telling(own_came, foreign, made):
            yield f"{table} tells of it"
        if not set(went) <= set(own_went):
            yield f"it changed others in {table}"


def _telling(rows_: Iterable[Row], *keys: UUID | None) -> int:
    return sum(any(tells_of(row, key) for key in keys if key) for row in rows_)


@pytest.mark.parametrize(
    "who", [pytest.param(who, marks=() if who in FEW else pytest.mark.long) for who in CAST]
)
def test_nobody_gets_anywhere_with_somebody_elses_row_in_a_form(
    world: World, bluebell: Bluebell, who: str, request: pytest.FixtureRequest
):
    for setting in ("pre-school", "club"):  # a letter to print, whichever of the two a leader sees first
        waits(world, "parent-no-phone", "journal.moment_shared", moment_of_alfie(world), setting)
    yes_to_the_wall(world)
    filler = Filler(world, bluebell, who, whole=bool(request.config.getoption("--long")))
    for form, beside in filler.forms():
        filler.fill_in(form, beside)
    assert folded(filler.faults) == {}
    assert filler.tried.keys() >= MUST.get(who, set())
