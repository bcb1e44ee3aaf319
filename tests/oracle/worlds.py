"""Every small world, in batches: `batches("gate" | "long" | "everything")`, in the same order each time.

*gate*: one batch, the commonest mistakes in every combination that matters. *long*: every person shape
on the gate's ties, and the gate's persons on every two- and three-way tie. *everything*: the full
product, for machines with nights to spare; `estimate` says how many decisions each would be without
making them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TypeVar

from . import facts as f
from . import scene
from .batch import JANUARY, JUNE, S1, A, B, Base, Batch, Rows, base, hat
from .shapes import (
    CARER,
    FATHER,
    Person,
    Tie,
    every_tie,
    gate_people,
    gate_ties,
    long_people,
    long_ties,
)

T = TypeVar("T")
PEOPLE_AT_ONCE, TIES_AT_ONCE = 96, 110
READ_FAMILIES = 3  # of how many children mother, father and granter are read as well
OWN = (
    Tie(),
    Tie(FATHER),
    Tie(FATHER, ("NO-INFO",)),
    Tie(CARER),
    Tie(None, (), None, "left"),
    Tie(viewer="by parent"),
    Tie(FATHER, (), "by parent", flag="all"),
)
KEYED = (("key", "R1"), ("buddy", "R1"), ("key ended", "R1"), ("buddy ended", "R1"), ("key ahead", "R1"),
         ("key", "left"), ("key", "S2"), ("key", "ahead"), ("key", "moved"),
         ("key", "own"))  # fmt: skip


def say_about_pictures(rows: Rows, n: int, tie: Tie, at: scene.Scene) -> None:
    """What was said of this child's pictures in other journals, in turn: nothing, yes, yes and no."""
    for adult, said in ((), ((at.mother, "yes"),), ((at.mother, "yes"), (at.father, "no")))[n % 3]:
        word = (at.child, at.setting, adult, said)
        rows.add("permissions", f"{at.label}: {said} to pictures", f.Permission, *word)
    if tie.flag:
        reach, _, lifted = tie.flag.partition(" ")
        rows.add("no_images", f"{at.label}: no pictures", f.NoImages, at.child, reach, bool(lifted))


def person_label(n: int, shape: Person) -> str:
    hats = " + ".join(" ".join(worn) for worn in shape.hats) or "no hat"
    return f"person {n} ({hats}; home {shape.home}; {shape.account}; {shape.tenant})"


def make_person(rows: Rows, label: str, shape: Person, scenes: list[tuple[Tie, scene.Scene]]) -> f.Id:
    provider = A if shape.tenant == "A" else B
    person = rows.add("adults", label, f.Adult, shape.account, provider=provider)
    for role, where, state in shape.hats:
        hat(rows, label, person, role, where, state)
    for tie, child in scenes:
        bind(rows, f"{label} / {child.label}", person, tie, child, shape.home)
    return person


def bind(rows: Rows, label: str, person: f.Id, tie: Tie, at: scene.Scene, home: str | None) -> None:
    """This person's tie to this child."""
    if tie.guardian:
        scene.guardian(rows, label, person, at.child, tie.guardian)
    if tie.restriction:
        scene.restrict(rows, label, person, at.child, tie.restriction)
    if tie.viewer and at.granter:
        when = "ended" if tie.viewer == "ended" else "now"
        rows.dated("viewers", f"{label}: let in", f.Viewer, person, at.child, at.granter, when=when)
    if home:
        rows.dated("household_members", f"{label}: lives", f.HouseholdMember, person, at.homes[home])
    if tie.shown:
        kind = "name" if tie.shown == "name" else "contact"
        rows.dated("shown", f"{label}: mother shows", f.Shown, at.mother, person, kind)
        if tie.shown != "one way":
            rows.dated("shown", f"{label}: shows mother", f.Shown, person, at.mother, kind)


def own_rows(rows: Rows, label: str, person: f.Id, shape: Person, at: scene.Scene, friend: f.Id) -> None:
    """What this person wrote themselves, in both hats: as staff, and as family."""
    name = f"{label} on {at.label}"
    for state in ("draft", "shared", "withdrawn"):
        own = rows.moment(f"{name} {state}", person, (at.child,), at.setting, state=state)
        rows.add("photos", f"{name} {state} photo", f.Photo, own, (at.child,))
    rows.moment(f"{name} binned", person, (at.child,), at.setting, state="binned")
    rows.moment(f"{name} with a friend", person, (at.child, friend), at.setting)
    rows.star(f"{name} star draft", person, at.child, at.setting, "family", state="draft")
    rows.star(f"{name} star to key", person, at.child, at.setting, "key_person")
    rows.star(f"{name} star back", person, at.child, at.setting, "family", state="withdrawn")
    star = rows.star(f"{name} star", person, at.child, at.setting, "family")
    rows.add("photos", f"{name} star photo", f.Photo, star, (at.child,))
    rows.add("record_requests", f"{name} request", f.RecordRequest, star, person)
    rows.add("replies", f"{name} reply", f.Reply, at.shared, at.child, person, person)
    rows.add("replies", f"{name} answer", f.Reply, at.shared, at.child, person, at.mother)
    rows.add("home_words", f"{name} words", f.HomeWords, at.step, at.homes[shape.home or "mother's"], person)
    rows.dated("collectors", f"{name} collector", f.Collector, at.child, person)


def keyed_child(rows: Rows, at: Base, label: str, person: f.Id, key: str, enrolment: str) -> None:
    """A child of whom this person is key person or buddy: one key person at a time, so `keyer` fills
    the rest."""
    name = f"{label} {key} {enrolment}"
    child = rows.add("children", name, f.Child)
    setting = scene.enrol(rows, name, child, enrolment)
    mother, _, _ = scene.family(rows, name, child)
    if enrolment == "own":  # a parent once, and key person of that child
        scene.guardian(rows, name, person, child, ("yes", True, False, "ended"))
    kind, _, when = key.partition(" ")
    scene.key_person(rows, name, child, person, kind, when or "now")
    if kind == "buddy" or when == "ended":
        scene.key_person(rows, f"{name} keyer", child, at.keyer, "key")
    elif when == "ahead":
        rows.add(
            "key_persons",
            f"{name} keyer: until June",
            f.KeyPerson,
            at.keyer,
            child,
            "key",
            *(JANUARY, JUNE),
        )
    noter = at.noter if setting == S1 else at.noter2
    shared = rows.moment(f"{name} shared", noter, (child,), setting)
    rows.moment(f"{name} taken back", noter, (child,), setting, state="withdrawn")
    rows.moment(f"{name} draft", noter, (child,), setting, state="draft")
    rows.moment(f"{name} old draft", noter, (child,), setting, state="draft", old=True)
    rows.moment(f"{name} draft with friend", noter, (child, at.friend), setting, state="draft")
    for audience in scene.AUDIENCES:
        rows.star(f"{name} {audience}", mother, child, setting, audience)
    rows.add("photos", f"{name} photo", f.Photo, shared, (child,))
    rows.add("replies", f"{name} reply", f.Reply, shared, child, mother, mother)


def is_busy(shape: Person) -> bool:
    """Practitioners, and adults with no hat, get every child of their own kind even in a thin batch."""
    return not shape.hats or any(role == "practitioner" for role, _, _ in shape.hats)


@dataclass(frozen=True)
class Plan:
    """A batch not made yet. `thin`: most persons write about one child and are key person of two, in
    turn."""

    name: str
    people: tuple[Person, ...]
    ties: tuple[Tie, ...]
    thin: bool = False

    def writes_about(self, n: int, shape: Person, own: Sequence[T]) -> Sequence[T]:
        return own if is_busy(shape) or not self.thin else own[n % len(own) :][:1]

    def keyed_to(self, n: int, shape: Person) -> tuple[tuple[str, str], ...]:
        if not shape.hats:
            return ()
        return (
            KEYED if is_busy(shape) or not self.thin else (KEYED[n % len(KEYED)], KEYED[(n + 3) % len(KEYED)])
        )


def make(plan: Plan) -> Batch:
    rows = Rows()
    at = base(rows)
    scenes: list[tuple[Tie, scene.Scene]] = []
    for n, tie in enumerate(plan.ties):
        mates = (scenes[-1][1].child,) if scenes and scenes[-1][1].setting == S1 else ()
        made = scene.build(rows, at, f"child {n} {tuple(tie)}", tie, mates, at.friends[n % len(at.friends)])
        scenes.append((tie, made))
        say_about_pictures(rows, n, tie, scenes[-1][1])
    own = [child for tie, child in scenes if tie in OWN]
    actors = [f.Who(x) for x in (at.noter, at.noter2, at.keyer, at.friends_mother)]
    crossed = set()
    for n, shape in enumerate(plan.people):
        label = person_label(n, shape)
        person = make_person(rows, label, shape, scenes)
        actors += [f.Who(person, level, fresh=n % 2 == 0) for level in shape.levels]
        if shape.tenant != "A":
            crossed.add(person)
            continue
        for child in plan.writes_about(n, shape, own):
            own_rows(rows, label, person, shape, child, at.friends[n % len(at.friends)])
        for key, enrolment in plan.keyed_to(n, shape):
            keyed_child(rows, at, label, person, key, enrolment)
    for n in read_first(plan.ties):
        child = scenes[n][1]
        actors += [f.Who(x, "known") for x in (child.mother, child.father, child.granter) if x]
    return Batch(plan.name, rows.world(), tuple(actors), frozenset(crossed), rows.labels)


def read_first(ties: Sequence[Tie]) -> list[int]:
    """Children whose families are read too: some with a granter, whose own sight is worth reading,
    some without, and one kept out of all pictures."""
    yes = [n for n, tie in enumerate(ties) if tie.viewer]
    no = [n for n, tie in enumerate(ties) if not tie.viewer]
    kept_out = [n for n, tie in enumerate(ties) if tie.flag == "all"]
    return list(dict.fromkeys([*yes[:READ_FAMILIES], *no[:READ_FAMILIES], *kept_out[:1]]))


def chunks(source: Iterable[T], size: int) -> Iterator[tuple[T, ...]]:
    walk = iter(source)
    while part := tuple(islice(walk, size)):
        yield part


def cross(name: str, people: Iterable[Person], ties: Iterable[Tie]) -> Iterator[Plan]:
    """Every person on every tie, a handful of each at a time."""
    crowds = tuple(chunks(people, PEOPLE_AT_ONCE))
    for m, some_ties in enumerate(chunks(ties, TIES_AT_ONCE)):
        for n, some_people in enumerate(crowds):
            yield Plan(f"{name} {m}.{n}", some_people, some_ties)


def plans(part: str) -> Iterator[Plan]:
    if part == "gate":
        yield Plan("gate", tuple(gate_people()), gate_ties(), thin=True)
    elif part == "long":
        yield from cross("long, every person", long_people(), gate_ties())
        yield from cross("long, every tie", gate_people(), long_ties())
    elif part == "everything":
        yield from cross("everything", long_people(), every_tie())
    else:
        raise ValueError(part)


def batches(part: str) -> Iterator[Batch]:
    return (make(plan) for plan in plans(part))
