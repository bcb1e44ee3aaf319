"""`seren why PERSON ADDRESS`: why that person can or cannot see a page. It agrees with the page."""

import argparse
from collections.abc import Iterator
from uuid import UUID

from seren.doors.commands import opening, persons, rooms, statics
from seren.doors.commands.telling import Trouble, say
from seren.doors.commands.words import Parsers, command


def add(parsers: Parsers) -> None:
    if not rooms.exists(rooms.ACCOUNTS):
        return
    parser = command(parsers, "why", "why a person can or cannot see a page")
    parser.add_argument("person", metavar="PERSON", help="an e-mail address, an id, or in a demo the slug")
    parser.add_argument("address", metavar="ADDRESS", help="of a page: /stars/…/, with or without the site")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    opening.open_existing(args.data)
    statics.gather()  # the page is asked, and it names them
    person, _provider = persons.find(args.person)
    say(*told(person, args.address))
    return 0


def told(person: UUID, word: str) -> Iterator[str]:
    """The answer first, then the reasons. Raises Trouble where `word` is no address."""
    from seren.doors.web import statement
    from seren.doors.web.explaining import addresses, asking, reasons
    from seren.foundation.kernel import clock

    try:
        address = addresses.read(word)
    except addresses.NoAddress as none:
        raise Trouble(str(none)) from none
    asked = asking.signed_in(person, clock.now())
    if asked is None:
        yield f"No: this account is closed, and opens nothing. Asked of {address.path}"
        return
    who, actor = asked
    if address.is_button:
        yield f"{address.path} is a button of a page, not a page. This is who may press it:"
    elif asking.opens(address, who, actor):
        yield f"Yes: {who.name} can see {address.path}"
    elif statement.comes_first(address.path, who, actor):
        yield f"No: {who.name} is led to {statement.HERE}, where a confidentiality statement waits for them."
    elif address.match is None:
        yield f"No: {who.name} is told that no page lies at {address.path}, and none does."
    else:
        yield f"No: {who.name} is told that no page lies at {address.path}"
    if address.match is None:
        return
    if who.login is None:
        yield "They do not sign in. What they may see comes to them on paper."
    yield from reasons.in_lines(address, actor)
