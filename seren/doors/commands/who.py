"""`seren who ADDRESS`: everybody who can see a page, and why. The page itself is asked, person by person."""

import argparse
from collections.abc import Iterator

from seren.doors.commands import opening, rooms, statics
from seren.doors.commands.telling import Trouble, progress, say
from seren.doors.commands.words import Parsers, command


def add(parsers: Parsers) -> None:
    if not rooms.exists(rooms.ACCOUNTS):
        return
    parser = command(parsers, "who", "everybody who can see a page, and why")
    parser.add_argument("address", metavar="ADDRESS", help="of a page: /stars/…/, with or without the site")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    opening.open_existing(args.data)
    statics.gather()  # the page is asked, and it names them
    say(*told(args.address))
    return 0


def told(word: str) -> Iterator[str]:
    """A line a person, by name, with the reasons that hold. Raises Trouble where `word` is no address."""
    from django.apps import apps

    from seren.doors.web.explaining import addresses, asking, reasons
    from seren.foundation.access.door import SystemReason, system
    from seren.foundation.kernel import clock

    try:
        address, now = addresses.read(word), clock.now()
    except addresses.NoAddress as none:
        raise Trouble(str(none)) from none
    people = system(SystemReason.MENDING, apps.get_model("accounts.Person"))
    keys = list(people.order_by("given_name", "family_name", "pk").values_list("pk", flat=True))
    found = 0
    with progress("Asking everybody") as line:
        for number, person in enumerate(keys):
            line.at(number, len(keys))
            asked = asking.signed_in(person, now)
            if asked is None or address.match is None:
                continue
            who, actor = asked
            if asking.sees(address, who, actor):
                found += 1
                because = ", ".join(reasons.holding(address, actor))
                yield f"{who.name}{f': {because}' if because else ''}"
    yield f"{found} of {len(keys)} can see {address.path}"
