"""`seren sign-in-link PERSON`: a one-time address that signs one adult in."""

import argparse
from importlib import import_module
from typing import Any
from uuid import UUID

from seren.doors.commands import opening, persons, rooms
from seren.doors.commands.telling import say
from seren.doors.commands.words import Parsers, command, public_address


def add(parsers: Parsers) -> None:
    if not rooms.exists(rooms.ACCOUNTS):
        return
    parser = command(parsers, "sign-in-link", "print a one-time address that signs a person in")
    parser.add_argument("person", metavar="PERSON", help="an e-mail address, an id, or in a demo the slug")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    opening.open_existing(args.data)
    say(link(*persons.find(args.person)))
    return 0


def link(person: UUID, provider: UUID) -> str:
    """Makes the link and returns its address. It is recorded in the audit."""
    from seren.foundation.access.door import Operator
    from seren.foundation.kernel import clock

    accounts: Any = import_module(rooms.ACCOUNTS)
    now = clock.now()
    token = accounts.sign_in_link(actor=Operator(provider, now), person=person, now=now)
    return f"{public_address()}/in/{token}/"
