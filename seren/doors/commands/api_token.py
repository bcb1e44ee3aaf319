"""`seren api-token PERSON`: a bearer token with that person's own rights and no more."""

import argparse
from importlib import import_module
from typing import Any

from seren.doors.commands import opening, persons, rooms
from seren.doors.commands.telling import say
from seren.doors.commands.words import Parsers, command, whole_days

_USUAL_DAYS = 30


def add(parsers: Parsers) -> None:
    if not rooms.exists(rooms.ACCOUNTS):
        return
    parser = command(parsers, "api-token", "print a bearer token with a person's own rights")
    parser.add_argument("person", metavar="PERSON", help="an e-mail address, an id, or in a demo the slug")
    parser.add_argument("--days", metavar="N", type=whole_days, default=_USUAL_DAYS, help="default 30")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    opening.open_existing(args.data)
    from seren.foundation.access.door import Operator
    from seren.foundation.kernel import clock

    person, provider = persons.find(args.person)
    accounts: Any = import_module(rooms.ACCOUNTS)
    now = clock.now()
    say(accounts.api_token(actor=Operator(provider, now), person=person, days=args.days, now=now))
    return 0
