"""What can differ, as compact tuples in a fixed order.

A *person* shape is everything about an adult that is not about one child; a *tie* shape is everything
between an adult and one child. In a batch every person of a list has every tie of a list, each tie to
its own child, so that reading one adult's lists answers all ties at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product
from typing import NamedTuple

ROLES = (
    "owner", "manager", "deputy", "safeguarding-lead", "deputy-safeguarding-lead", "practitioner",
    "volunteer", "trainee", "chair", "treasurer", "secretary", "committee",
)  # fmt: skip
WHERE = ("R1", "R2", "-", "S2")  # two rooms of the first setting, no room there, the second setting
HAT_STATES = ("now", "ended", "ahead", "unsigned", "signs later")
LEVELS = ("none", "code", "known", "strong")
OPENING = ("manager", "deputy", "safeguarding-lead", "practitioner", "volunteer")
SEATS = ("owner", "chair", "treasurer", "secretary", "committee")
HOMES = (None, "mother's", "father's")
ACCOUNTS = ("open", "closed")

Hat = tuple[str, str, str]  # role, where, state


class Person(NamedTuple):
    hats: tuple[Hat, ...] = ()
    home: str | None = None
    account: str = "open"
    tenant: str = "A"
    levels: tuple[str, ...] = ("strong",)


# pr, natural, care, dates; None is "no guardianship row"
Guardian = tuple[str, bool | None, bool | None, str] | None


class Tie(NamedTuple):
    guardian: Guardian = None
    restriction: tuple[str, ...] = ()  # codes, with "lifted", "half lifted" or "overdue" as a last word
    viewer: str | None = None
    enrolment: str = "R1"
    shown: str | None = None
    flag: str | None = None  # "others" or "all": how far the child is kept out of pictures; or lifted


GUARDIANS: tuple[Guardian, ...] = (
    None,
    *(
        (*known, "now")
        for known in product(("yes", "no", "unknown"), (True, False, None), (True, False, None))
    ),
    ("yes", True, True, "ended"),
    ("yes", True, True, "ahead"),
)
FATHER, CARER, NOBODY = (
    ("yes", True, False, "now"),
    ("no", False, True, "now"),
    ("unknown", False, None, "now"),
)
NO_PR, GONE = ("unknown", True, False, "now"), ("yes", True, True, "ended")
FEW_GUARDIANS: tuple[Guardian, ...] = (None, FATHER, NO_PR, CARER, NOBODY, GONE)
RESTRICTIONS: tuple[tuple[str, ...], ...] = (
    (), ("NO-COLLECT",), ("NO-CONTACT-AT-SITE",), ("NO-ADDRESS",), ("NO-INFO",), ("NO-IMAGES",),
    ("SUPERVISED",),
    ("NO-IMAGES", "NO-ADDRESS"), ("NO-INFO", "lifted"), ("NO-INFO", "half lifted"), ("NO-INFO", "overdue"),
)  # fmt: skip
# What the granter is: a parent with responsibility, one without, ended, bound, closed, or the grant
# itself is over.
VIEWERS = (
    "by parent", "by carer", "by unknown", "by ended", "by bound", "by imageless", "by closed",
    "by paper", "ended",
)  # fmt: skip
ENROLMENTS = ("R1", "R2", "joining", "ahead", "left", "over", "S2", "both")
SHOWN = ("one way", "contact", "name")
FLAGS = ("others", "all", "all lifted")
KEYS = ("key", "buddy", "key ended", "buddy ended", "key ahead")


def gate_people() -> Iterator[Person]:
    """Every role in every place, every state of a hat on the roles that open something, every level."""
    for home in HOMES:
        yield Person((), home, levels=LEVELS)
        yield Person((), home, "closed")
    yield Person((), "mother's", "paper")
    for n, (role, where) in enumerate(product(ROLES, WHERE)):
        if role in SEATS and where in ("R2", "S2"):
            continue
        levels = ("known", "strong") if where == "R1" and role in OPENING else ("strong",)
        yield Person(((role, where, "now"),), HOMES[n % 3], levels=levels)
    for n, (role, state) in enumerate(product(OPENING, HAT_STATES[1:])):
        yield Person(((role, "R1", state),), HOMES[n % 3])
    yield from (Person(((role, "R1", "now"),), None, "closed") for role in ("manager", "practitioner"))
    yield from (Person(hats) for hats in TWO_HATS)
    for role in ("manager", "practitioner"):
        yield Person(((role, "R1", "now"),), tenant="B")
    yield Person(tenant="B")


TWO_HATS: tuple[tuple[Hat, ...], ...] = (
    (("safeguarding-lead", "S2", "now"), ("practitioner", "R2", "now")),
    (("manager", "S2", "now"), ("volunteer", "R1", "now")),
    (("chair", "-", "now"), ("practitioner", "R1", "now")),
    (("manager", "R1", "ended"), ("practitioner", "R2", "now")),
    (("practitioner", "R1", "ended"), ("practitioner", "R2", "now")),
    (("manager", "R1", "unsigned"), ("volunteer", "R1", "now")),
    (("practitioner", "R1", "now"), ("practitioner", "S2", "now")),
)


def gate_ties() -> tuple[Tie, ...]:
    """Every guardianship; every restriction on each kind of guardian; every viewer, enrolment and
    showing."""
    return distinct(
        (Tie(guardian) for guardian in GUARDIANS),
        (Tie(guardian, codes) for guardian, codes in product((None, FATHER, CARER), RESTRICTIONS)),
        (Tie(viewer=viewer) for viewer in VIEWERS),
        (Tie(None, codes, "by parent") for codes in (("NO-INFO",), ("NO-IMAGES",))),
        (Tie(guardian, (), "by parent") for guardian in (CARER, NOBODY, GONE)),
        (
            Tie(guardian, (), None, enrolment)
            for guardian, enrolment in product((None, FATHER, GONE), ENROLMENTS)
        ),
        (Tie(guardian, (), None, "R1", shown) for guardian, shown in product((None, FATHER, GONE), SHOWN)),
        (Tie(FATHER, (code,), None, "R1", "contact") for code in ("NO-ADDRESS", "NO-INFO")),
        (Tie(FATHER, (), "by parent", flag=flag) for flag in FLAGS),
    )


def long_people() -> Iterator[Person]:
    """Every hat in every place and state, in every home and at every level; closed and from elsewhere
    once each."""
    now = ((), *(((role, where, "now"),) for role, where in product(ROLES, WHERE)), *TWO_HATS)
    hats = (
        (),
        *(((role, where, state),) for role, where, state in product(ROLES, WHERE, HAT_STATES)),
        *TWO_HATS,
    )
    yield from (Person(worn, home, levels=LEVELS) for worn, home in product(hats, HOMES))
    yield from (Person(worn, HOMES[n % 3], "closed") for n, worn in enumerate(now))
    yield from (Person(worn, None, tenant="B") for worn in now)


def long_ties() -> tuple[Tie, ...]:
    """Everything two at a time, and guardian × restriction × enrolment three at a time."""
    return distinct(
        gate_ties(),
        (Tie(guardian, codes) for guardian, codes in product(GUARDIANS, RESTRICTIONS)),
        (Tie(g, codes, None, e) for g, codes, e in product(FEW_GUARDIANS, RESTRICTIONS, ENROLMENTS)),
        (Tie(g, codes, v) for g, codes, v in product(FEW_GUARDIANS, RESTRICTIONS, VIEWERS)),
        (Tie(g, (), v, e) for g, v, e in product(FEW_GUARDIANS, VIEWERS, ENROLMENTS)),
        (Tie(g, codes, None, "R1", s) for g, codes, s in product(FEW_GUARDIANS, RESTRICTIONS, SHOWN)),
    )


def every_tie() -> Iterator[Tie]:
    for shape in product(GUARDIANS, RESTRICTIONS, (None, *VIEWERS), ENROLMENTS, (None, *SHOWN)):
        yield Tie(*shape)


def distinct(*sources: Iterable[Tie]) -> tuple[Tie, ...]:
    """In order, each once."""
    return tuple(dict.fromkeys(tie for source in sources for tie in source))
