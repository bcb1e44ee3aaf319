"""The one door to the oracle: every question, and all the answers for one adult.

`seen_by(world, who)` is the shape a comparison wants: for each question, the ids answered yes. A
product under test gives the same mapping from its own lists (`visible(actor, action, Model)`), and the
two must be equal. A question the product does not have yet is left out of the comparison by name,
never guessed.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any

from . import acts, children, contact, filing, moments, pictures, places, registers, talk
from .facts import Who
from .moments import moment_shown_as
from .names import children_named, signed_as
from .world import World

# question → (which facts it is asked of, the sentence that answers)
QUESTIONS: dict[str, tuple[str, Callable[[World, Who, Any], bool]]] = {
    "see child": ("children", children.may_see_child),
    "see first name": ("children", children.may_see_first_name),
    "see legal": ("children", children.may_see_legal),
    "see safety items": ("children", children.may_see_safety_items),
    "see allergy words": ("children", children.may_see_allergy_words),
    "see emergency contacts": ("children", contact.may_see_emergency_contacts),
    "open committee child data": ("children", children.may_open_committee_child_data),
    "note moment": ("children", acts.may_note_moment),
    "share star": ("children", acts.may_share_star),
    "follow child": ("children", registers.may_follow_child),
    "look after": ("children", registers.may_look_after),
    "keep record": ("children", registers.may_keep_record),
    "restrict": ("children", registers.may_restrict),
    "decide for safety": ("children", registers.may_decide_for_safety),
    "invite viewer": ("children", registers.may_invite_viewer),
    "name collector": ("children", registers.may_name_collector),
    "show oneself": ("children", registers.may_show_oneself),
    "see history": ("children", registers.may_see_history),
    "see ledger": ("children", registers.may_see_ledger),
    "chase": ("children", registers.may_chase),
    "key slip": ("children", registers.may_key_slip),
    "see plan": ("children", registers.may_see_plan),
    "work on step": ("children", acts.may_note_moment),
    "add home words": ("children", children.writes_c3_as_guardian),
    "work with child": ("enrolments", places.may_work_with_child),
    "see door": ("enrolments", places.may_see_door),
    "release": ("enrolments", places.may_release),
    "lead at door": ("enrolments", places.may_lead_at_door),
    "record care": ("enrolments", places.may_record_care),
    "ask medicine": ("enrolments", places.may_ask_medicine),
    "bring medicine": ("enrolments", places.may_bring_medicine),
    "ask permission": ("enrolments", places.may_ask_permission),
    "see outcome": ("enrolments", places.may_see_outcome),
    "run setting": ("settings", children.may_run_setting),
    "see moment": ("moments", moments.may_see_moment),
    "see tombstone": (
        "moments",
        lambda world, who, moment: moment_shown_as(world, who, moment) == "tombstone",
    ),
    "read name of author": ("moments", lambda world, who, moment: signed_as(world, who, moment) == "by name"),
    "share draft": ("moments", acts.may_share_draft),
    "withdraw": ("moments", acts.may_withdraw),
    "reply": ("moments", acts.may_reply),
    "thank": ("moments", acts.may_thank),
    "ask for record": ("moments", acts.may_ask_for_record),
    "decide record": ("moments", acts.may_decide_record),
    "edit": ("moments", filing.may_edit),
    "add photo": ("moments", filing.may_edit),
    "see unfiled": ("moments", filing.may_see_unfiled),
    "restore": ("moments", filing.may_restore),
    "bin": ("moments", filing.may_bin),
    "find in bin": ("moments", filing.may_find_in_bin),
    "see when shared": ("moments", filing.may_see_when_shared),
    "see photo": ("photos", pictures.may_see_photo),
    "see reply": ("replies", talk.may_see_reply),
    "withdraw reply": ("replies", filing.may_withdraw_reply),
    "ask reply for record": ("replies", filing.may_ask_reply_for_record),
    "see step": ("steps", talk.may_see_step),
    "agree step": ("steps", acts.may_agree_step),
    "see home words": ("home_words", talk.may_see_home_words),
    "see record request": ("record_requests", talk.may_see_record_request),
    "see household address": ("households", contact.may_see_household_address),
    "change household": ("households", acts.may_change_household),
    "see contact": ("adults", contact.may_see_contact_of),
    "see on family page": ("adults", contact.may_see_on_family_page),
    "mend account": ("adults", registers.may_mend_account),
    "invite to join": ("adults", registers.may_mend_account),
    "close account": ("adults", registers.may_mend_account),
    "recover account": ("adults", registers.may_mend_account),
    "confirm face to face": ("adults", registers.may_confirm_face_to_face),
    "see collector": ("collectors", contact.may_see_collector),
    "see collector photo": ("collectors", contact.may_see_photo_of_collector),
}
# Asked of pairs (moment, child): which of its children a moment names to this reader,
NAMED = "name child in moment"
WALKED = "walk sky"  # … and in whose sky it stands for them
PAIRED: dict[str, Callable[[World, Who, Any], Collection[str]]] = {
    NAMED: lambda world, who, moment: children_named(world, who, moment)[0],
    WALKED: filing.children_walked,
}

# Everything one may do to a moment, and everything hanging on it, needs its words in sight first.
NEEDS_WORDS = frozenset(
    {
        "read name of author", "share draft", "withdraw", "reply", "thank", "ask for record", "decide record",
        "see photo", "see reply", "see record request", "withdraw reply", "ask reply for record",
    }
)  # fmt: skip

Sight = Mapping[str, frozenset[Any]]
Look = Callable[[World, Who], Sight]


def moment_of(thing: Any) -> Any:
    """The moment a question is about: its own id, or the one a picture, reply or request hangs on."""
    return getattr(thing, "moment", None) or thing.id


def seen_by(
    world: World,
    who: Who,
    questions: frozenset[str] | None = None,
    about: Mapping[str, Collection[str]] | None = None,
) -> dict[str, frozenset[Any]]:
    """Every id this adult gets a yes for, question by question; of the ids `about` holds of each kind.

    Quick: whether a moment is seen is asked once, and what needs its words is asked only where they are seen.
    `seen_by_asking_everything` takes no such short cut; a test holds the two together.
    """
    asked = {kind: _those_of(world, kind, about) for kind, _ in QUESTIONS.values()}
    kinds = {QUESTIONS[name][0] for name in NEEDS_WORDS} | {"moments"}
    hung_on = {moment_of(x) for kind in kinds for x in asked[kind]}
    shown = {m.id: moment_shown_as(world, who, m) for m in world.moments if m.id in hung_on}
    full = frozenset(id_ for id_, as_ in shown.items() if as_ == "full")
    worded = {kind: [x for x in asked[kind] if moment_of(x) in full] for kind in kinds}
    seen: dict[str, frozenset[Any]] = {}
    for name, (kind, sentence) in QUESTIONS.items():
        if questions is not None and name not in questions:
            continue
        things = worded[kind] if name in NEEDS_WORDS else asked[kind]
        seen[name] = frozenset(thing.id for thing in things if sentence(world, who, thing))
    known = [moment for moment in asked["moments"] if shown[moment.id]]
    for name in PAIRED:
        if questions is None or name in questions:
            seen[name] = pairs(world, who, name, worded["moments"] if name == NAMED else known)
    return seen


def _those_of(world: World, kind: str, about: Mapping[str, Collection[str]] | None) -> list[Any]:
    rows = getattr(world, kind)
    return [row for row in rows if row.id in about[kind]] if about is not None else list(rows)


def pairs(world: World, who: Who, name: str, among: Iterable[Any]) -> frozenset[tuple[str, str]]:
    of = PAIRED[name]
    return frozenset((moment.id, child) for moment in among for child in of(world, who, moment))


def seen_by_asking_everything(world: World, who: Who) -> dict[str, frozenset[Any]]:
    seen: dict[str, frozenset[Any]] = {
        name: frozenset(thing.id for thing in getattr(world, kind) if sentence(world, who, thing))
        for name, (kind, sentence) in QUESTIONS.items()
    }
    return seen | {name: pairs(world, who, name, world.moments) for name in PAIRED}


def sort_key(id_: Any) -> tuple[str, ...]:
    return id_ if isinstance(id_, tuple) else (id_,)


def decisions_in(world: World, actors: int) -> int:
    """How many yes-or-no answers `seen_by` stands for, for so many actors. Pairs are counted by moment."""
    things = sum(len(getattr(world, kind)) for kind, _ in QUESTIONS.values())
    return actors * (things + len(world.moments) * len(PAIRED))
