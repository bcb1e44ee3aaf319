"""`seren doctor`: what is wrong and how to mend it. Changes nothing."""

import argparse
from collections.abc import Callable, Iterator

from seren.doors.commands import ground, opening
from seren.doors.commands.checkup import ids, keys, machine, storage
from seren.doors.commands.checkup.finding import Finding, Grade, ill
from seren.doors.commands.ground import Ground
from seren.doors.commands.telling import Trouble, say
from seren.doors.commands.words import Parsers, command

Check = Callable[[Ground], Iterator[Finding]]

OF_THE_MACHINE: tuple[Check, ...] = (machine.libraries, machine.sqlite, machine.room, machine.privacy)
BEFORE_IT_OPENS: tuple[Check, ...] = (storage.database, keys.installation_key)
ONCE_OPEN: tuple[Check, ...] = (
    storage.shape,
    storage.doors,
    keys.audit,
    keys.subjects,
    keys.backed_up,
    ids.dangling,
    storage.files,
    storage.calendar,
)


def add(parsers: Parsers) -> None:
    command(parsers, "doctor", "what is wrong, and how to mend it").set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    place = ground.stand_on(args.data)
    if not place.data.is_dir():
        raise Trouble(f"There is no folder {place.data}.")
    findings = list(_all(place))
    say(*map(str, findings))
    return 1 if any(finding.grade is Grade.ILL for finding in findings) else 0


def _all(place: Ground) -> Iterator[Finding]:
    """Each check by itself: one that cannot look says so, and the others still do."""
    for check in (*OF_THE_MACHINE, *BEFORE_IT_OPENS):
        yield from _carefully(check, place)
    try:
        opening.open_existing(str(place.data))
    except Trouble as trouble:
        yield ill("The installation does not open.", str(trouble))
        return
    for check in ONCE_OPEN:
        yield from _carefully(check, place)


def _carefully(check: Check, place: Ground) -> Iterator[Finding]:
    try:
        yield from check(place)
    except Exception as broken:
        name = check.__name__.replace("_", " ")
        yield ill(f"The check of {name} could not be made: {type(broken).__name__}: {broken}", "See above.")
