"""`seren who ADDRESS`: everybody who can see a page, and why. The page itself is asked, person by person."""

import argparse
from collections.abc import Iterator

from seren.doors.commands import opening, rooms, statics
from seren.doors.commands.telling import progress, say
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

    from seren.doors.commands.explaining import addresses, asking, reasons
    from seren.foundation.access.door import SystemReason, may, system
    from seren.foundation.kernel import clock

    address, now = addresses.read(word), clock.now()
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
            if address.is_button and address.rule is not None:
                opens = any(may(actor, address.rule.action, key) for key in address.rows)
            else:
                opens = asking.opens(address, who, actor)
            if opens:
                found += 1
                because = reasons.holding(address, actor)
                yield f"{who.name}{f': {because}' if because else ''}"
    yield f"{found} of {len(keys)} can see {address.path}"
