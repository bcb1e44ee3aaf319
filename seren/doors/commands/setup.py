"""`seren setup`: the first steps without a browser. Prints the setting's slug as the last word."""

import argparse
from importlib import import_module
from typing import Any

from seren.doors.commands import ground, opening, rooms
from seren.doors.commands.sign_in_link import link
from seren.doors.commands.telling import Trouble, say
from seren.doors.commands.words import Parsers, command


def add(parsers: Parsers) -> None:
    if not rooms.exists(rooms.ACCOUNTS):
        return
    parser = command(parsers, "setup", "the first steps without a browser; prints the setting's slug")
    parser.add_argument("--provider", metavar="NAME", required=True, help="who runs the setting")
    parser.add_argument("--setting", metavar="NAME", required=True)
    parser.add_argument("--nation", choices=["england", "wales"], required=True)
    parser.add_argument("--manager", metavar="EMAIL", required=True)
    parser.add_argument("--manager-name", metavar="NAME", default="", help="given and family name")
    parser.add_argument("--care", choices=["pre-school", "day-care", "club"], default="pre-school")
    parser.add_argument("--practice", action="store_true", help="for trying out, on this machine only")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    if "@" not in args.manager:
        raise Trouble(f"{args.manager!r} is no e-mail address.")
    place = ground.stand_on(args.data, making=True)
    kind = "practice" if args.practice else "live"
    there = ground.look(place).kind
    if there and there != kind:
        raise Trouble(f"{place.data} is a {there} installation, and stays one. Choose another folder.")
    opening.open_or_make(place, kind)
    slug, address = _first_steps(args)
    say(f"{args.manager} signs in once, within 15 minutes, at {address}")
    say("It is recorded that the manager has given the confidentiality statement.")
    say(f"The setting is called {slug}")
    return 0


def _first_steps(args: argparse.Namespace) -> tuple[str, str]:
    """Provider, setting and manager, all or nothing. Returns the slug and the manager's address."""
    from seren.foundation.access.door import Operator
    from seren.foundation.kernel import clock, db
    from seren.people.provision.domain import add_member, give_statement, open_provider, open_setting
    from seren.people.provision.terms import Care, Nation, Role

    accounts: Any = import_module(rooms.ACCOUNTS)
    now = clock.now()
    with db.writing():
        operator = Operator(_provider(args.provider) or open_provider(name=args.provider, now=now).id, now)
        _need_new(operator.provider, args.setting)
        setting = open_setting(
            actor=operator, name=args.setting, nation=Nation(args.nation), care=Care(args.care), now=now
        )
        given, family = _names(args.manager_name, args.manager)
        adult = accounts.Adult(given_name=given, family_name=family, email=args.manager)
        person = accounts.add_person(actor=operator, adult=adult, now=now)
        member = add_member(
            actor=operator,
            person=person.id,
            setting=setting,
            role=Role.MANAGER,
            room=None,
            from_at=now,
            now=now,
        )
        give_statement(actor=operator, membership=member, now=now)
    return setting.slug, link(person.id, operator.provider)


def _provider(name: str) -> Any:
    """A provider of this name that is there already: it gets one setting more."""
    from django.apps import apps

    from seren.foundation.access.door import SystemReason, system
    from seren.foundation.kernel import text

    provider: Any = apps.get_model("provision.Provider")
    rows = system(SystemReason.MENDING, provider).filter(name=text.clean_line(name))
    return rows.values_list("pk", flat=True).first()


def _need_new(provider: Any, name: str) -> None:
    from django.apps import apps

    from seren.foundation.access.door import SystemReason, system
    from seren.foundation.kernel import text

    setting: Any = apps.get_model("provision.Setting")
    rows = system(SystemReason.MENDING, setting).filter(provider_id=provider, name=text.clean_line(name))
    if rows.exists():
        raise Trouble(f"{name} is set up already. Nothing was changed.")


def _names(said: str, address: str) -> tuple[str, str]:
    """Given and family name: as said, else as the address begins. They can be put right later."""
    words = (said or address.partition("@")[0].replace(".", " ").replace("_", " ").title()).split()
    return words[0], " ".join(words[1:]) or "-"
