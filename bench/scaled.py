"""A process with a world of so many moments in it, which says how long it takes for what it is asked.

    python -m bench.scaled FOLDER MOMENTS     # then on its input: `page mother /stars/`, `decide`, `list`

Twenty settings of a hundred children over five years, one in twenty with ten restrictions. The people of the
small world are there in all sizes: what they are shown is the same, what lies around it is not. Answers are
milliseconds, one line each.
"""

import os
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from datetime import time as time_of_day
from functools import partial
from itertools import cycle, islice
from typing import Any, NamedTuple

from bench.calling import caller, cookie_of, made

SETTINGS, CHILDREN, YEARS = 20, 100, 5
BOUND, ORDERS = 20, 10  # one child in twenty, and about each of these ten restrictions
OF_MALI = 60  # moments her family has, whatever the size
DAY = 24 * 60 * 60


class Rows:
    """Copies of one row that is there, with other values: as fast as the database takes them in."""

    def __init__(self, label: str, **which: Any) -> None:
        from django.apps import apps
        from django.db import connection

        model = apps.get_model(label)
        self.table = model._meta.db_table
        self.columns = [field.column for field in model._meta.concrete_fields]
        row = model._base_manager.filter(**which).order_by("pk").values_list("pk", flat=True)[:1]
        with connection.cursor() as cursor:
            chosen = ", ".join(f'"{column}"' for column in self.columns)
            key = connection.ops.adapt_unknown_value(row[0]) if connection.vendor != "sqlite" else row[0].hex
            cursor.execute(f'SELECT {chosen} FROM "{self.table}" WHERE id = %s', [key])
            self.values = dict(zip(self.columns, map(_plain, cursor.fetchone()), strict=True))

    def add(self, changes: Iterator[dict[str, Any]]) -> None:
        from django.db import connection

        rows = (tuple({**self.values, **change}.values()) for change in changes)
        columns = ", ".join(f'"{column}"' for column in self.columns)
        with connection.cursor() as cursor:
            if connection.vendor == "sqlite":
                holes = ", ".join(["%s"] * len(self.columns))
                statement = f'INSERT INTO "{self.table}" ({columns}) VALUES ({holes})'
                while part := list(islice(rows, 20_000)):
                    cursor.executemany(statement, part)
                return
            with cursor.copy(f'COPY "{self.table}" ({columns}) FROM STDIN') as copy:
                for row in rows:
                    copy.write_row(row)


def fill(world: Any, moments: int) -> None:
    """Settings, staff, children and their moments, until there are so many."""
    from django.db import connection

    from seren.foundation.kernel import clock, db

    now = clock.now()
    with db.writing(housekeeping=True):
        children = list(_settings(world, now))
        ours = world.children["Mali"], world.settings["pre-school"]
        _moments(
            [Child(*map(_raw, (*ours, world.people["key-person"], world.people["mother"])))], OF_MALI, now
        )
        _moments(children, moments - OF_MALI, now)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")


class Child(NamedTuple):
    """Ids: whose moments these are, where, by whom; and who answers."""

    child: str
    setting: str
    key_person: str
    parent: str


def _settings(world: Any, now: Any) -> Iterator[Child]:
    """Each child. The first setting is the pre-school of the world."""
    own = world.settings["pre-school"]
    setting, room = Rows("provision.Setting", pk=own), Rows("provision.Room", setting=own)
    person = Rows("accounts.Person", pk=world.people["key-person"])
    tie = Rows("families.Guardianship", child=world.children["Mali"], adult=world.people["mother"])
    works = Rows("provision.Membership", person=world.people["key-person"])
    child, place = Rows("families.Child", pk=world.children["Mali"]), Rows("families.Enrolment", setting=own)
    key = Rows("families.KeyPerson", child=world.children["Mali"], kind="key", until_at=None)
    bound = Rows("families.Restriction", lifted_at__isnull=True)
    for number in range(SETTINGS):
        here, group = _raw(own), room.values["id"]
        if number:
            here, group = _new(), _new()
            setting.add(iter([{"id": here, "slug": f"setting-{number}", "name": f"Setting {number}"}]))
            room.add(iter([{"id": group, "setting_id": here}]))
        staff = [_new() for _ in range(10)]
        blank = dict.fromkeys(("login_id", "phone", "email", "email_blind"))
        person.add({"id": one, "given_name": "Ann", **blank} for one in staff)
        works.add({"id": _new(), "person_id": one, "setting_id": here, "room_id": group} for one in staff)
        children = [_new() for _ in range(CHILDREN)]
        child.add({"id": one, "known_as": f"C{nth}"} for nth, one in enumerate(children))
        place.add(
            {"id": _new(), "child_id": one, "setting_id": here, "room_id": group, "until_at": None}
            for one in children
        )
        looked_after = list(zip(children, cycle(staff), strict=False))
        key.add(
            {"id": _new(), "child_id": one, "person_id": by, "setting_id": here, "handover": None}
            for one, by in looked_after
        )
        parents = [_new() for _ in children]
        person.add({"id": one, "given_name": "Jo", **blank} for one in parents)
        tied = zip(children, parents, strict=True)
        tie.add(
            {"id": _new(), "child_id": child, "adult_id": one, "emergency_order": None} for child, one in tied
        )
        bound.add(
            {"id": _new(), "child_id": one, "adult_id": who}
            for nth, one in enumerate(children[::BOUND])
            for who in [parents[nth * BOUND], *staff][:ORDERS]
        )
        pairs = zip(looked_after, parents, strict=True)
        yield from (Child(one, here, by, parent) for (one, by), parent in pairs)


def _moments(children: list[Child], number: int, now: Any) -> None:
    """One child after another, evenly over the years and up to this morning; every fifth answered."""
    chosen = {"origin": "setting", "state": "shared", "keyed_by": None, "text__isnull": False}
    moment = Rows("journal.Moment", **chosen)
    link = Rows("journal.MomentChild", moment=moment.values["id"])
    text = Rows("words.Text", pk=moment.values["text_id"])
    version = Rows("words.Version", text=moment.values["text_id"])
    step = YEARS * 365 * DAY / number
    made = [
        (_new(), _new(), (now - timedelta(seconds=step * (nth + 0.5))).isoformat(" "))
        for nth in range(number)
    ]
    made = [(one, words, at.removesuffix("+00:00")) for one, words, at in made]
    text.add({"id": words} for _one, words, _at in made)
    body = {"body": "We dug for worms and found four. She gave each a name."}
    version.add({"id": _new(), "text_id": words, "number": 1, **body} for _one, words, _at in made)
    moment.add(
        {
            "id": one,
            "setting_id": setting,
            "author_id": by,
            "text_id": words,
            **dict.fromkeys(("happened_at", "written_at", "shared_at"), at),
            "fingerprint": None,
        }
        for (one, words, at), (_child, setting, by, _parent) in zip(made, cycle(children), strict=False)
    )
    link.add(
        {"id": _new(), "moment_id": one, "child_id": child, "shared_at": at, "own_text_id": None}
        for (one, _words, at), (child, *_rest) in zip(made, cycle(children), strict=False)
    )
    _talk([(one, at, who) for (one, _words, at), who in zip(made, cycle(children), strict=False)][::5])


def _talk(moments: list[tuple[str, str, Child]]) -> None:
    """A parent’s words, and the key person’s answer."""
    reply = Rows("journal.Reply", text__isnull=False, withdrawn_at=None)
    about = Rows("journal.ReplyAbout", reply=reply.values["id"])
    said = [(_new(), one, at, who, by) for one, at, who in moments for by in (who.parent, who.key_person)]
    reply.add(
        {
            "id": new,
            "moment_id": one,
            "talk_with_id": who.parent,
            "author_id": by,
            "written_at": at,
            "waits": False,
            "fingerprint": None,
        }
        for new, one, at, who, by in said
    )
    about.add(
        {
            "id": _new(),
            "reply_id": new,
            "child_id": who.child,
            "origin": "home" if by == who.parent else "setting",
            "said_at": at,
        }
        for new, _one, at, who, by in said
    )


def _plain(value: Any) -> Any:
    """As both databases take it in without a model."""
    return str(value).removesuffix("+00:00") if isinstance(value, date | time_of_day) else value


def _new() -> str:
    from seren.foundation.kernel import ids

    return ids.new().hex


def _raw(key: Any) -> str:
    return str(key.hex)


class Answers:
    """What the driver may ask for."""

    def __init__(self, world: Any) -> None:
        self.world = world
        self.call = caller()
        self.cookies: dict[str, str] = {}

    def page(self, who: str, path: str) -> str:
        if who not in self.cookies:
            self.cookies[who] = cookie_of(self.world, who)
        path = path.replace("{child}", str(self.world.children["Mali"]))
        begun = time.perf_counter()
        status, body = self.call(path, self.cookies[who])
        spent = time.perf_counter() - begun
        assert status == 200, f"{path} answered {status}: {body[:300]!r}"
        return f"{spent * 1000:.2f}"

    def decide(self) -> str:
        """Whether a parent may see one moment: asked anew."""
        from django.apps import apps

        from seren.foundation.access.door import Level, may
        from seren.partnership.journal.policies import JournalAction

        rows = apps.get_model("journal.Moment")._base_manager.filter(
            children__child=self.world.children["Mali"]
        )
        chosen = list(rows.order_by("-shared_at")[:20])
        actor = self.world.actor("mother", level=Level.KNOWN)
        spent = [_taken(partial(may, actor, JournalAction.SEE_MOMENT, moment)) for moment in chosen]
        return " ".join(f"{one:.2f}" for one in spent)

    def list(self) -> str:
        """The newest hundred moments of a setting, among its 50,000."""
        from django.db import connection
        from django.test.utils import CaptureQueriesContext

        from seren.foundation.access.door import visible
        from seren.partnership.journal.models import Moment
        from seren.partnership.journal.policies import JournalAction

        actor = self.world.actor("manager")

        def read() -> int:
            seen = visible(actor, JournalAction.SEE_MOMENT, Moment)
            there = seen.filter(setting=self.world.settings["pre-school"], state="shared")
            return len(list(there.order_by("-written_at", "-id")[:100]))

        with CaptureQueriesContext(connection) as queries:
            assert read() == 100
        return f"{_taken(read):.2f} {len(queries)}"


def _taken(do: Callable[[], Any]) -> float:
    begun = time.perf_counter()
    do()
    return (time.perf_counter() - begun) * 1000


def main(folder: str, moments: int) -> None:
    world = made(folder, small=True)
    fill(world, moments)
    answers = Answers(world)
    print("ready", flush=True)
    for line in sys.stdin:
        what, *rest = line.split()
        print(getattr(answers, what)(*rest), flush=True)


if __name__ == "__main__":
    os.nice(0)
    main(sys.argv[1], int(sys.argv[2]))
