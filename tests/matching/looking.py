"""What one actor of a batch sees in the product: the ids its own lists hold, question by question."""

from typing import Any
from uuid import UUID
from zlib import crc32

from django.db.models import QuerySet

from seren.foundation.access.door import Action, Actor, Level, visible
from seren.foundation.media.door import MediaAction
from seren.foundation.media.models import Photo
from seren.partnership.days.policies import CareAction
from seren.partnership.days.policies import CollectionAction as Door
from seren.partnership.journal import models as journal
from seren.partnership.journal.policies import JournalAction as J
from seren.partnership.journal.queries.reading import Signed, as_seen
from seren.partnership.journal.queries.rows import gathered, rows
from seren.people.accounts.models import Person
from seren.people.accounts.policies import AccountsAction as A
from seren.people.consent.policies import ConsentAction
from seren.people.families import models as families
from seren.people.families.policies import FamilyAction as F
from seren.people.provision import models as provision
from seren.people.provision.policies import ProvisionAction as P
from tests.matching.loading import Held
from tests.oracle.facts import Who
from tests.oracle.questions import NAMED, PAIRED, QUESTIONS, WALKED

LEVELS = {"code": Level.CODE, "known": Level.KNOWN, "strong": Level.STRONG}
LISTS: dict[str, tuple[Action, Any]] = {
    "see child": (F.SEE_CHILD, families.Child),
    "see first name": (F.SEE_FIRST_NAME, families.Child),
    "see legal": (F.SEE_DETAILS, families.Child),
    "see safety items": (F.SEE_SAFETY, families.Child),
    "see allergy words": (F.SEE_ALLERGIES, families.Child),
    "see emergency contacts": (F.SEE_EMERGENCY_CONTACTS, families.Child),
    "follow child": (F.FOLLOW_CHILD, families.Child),
    "look after": (F.LOOK_AFTER, families.Child),
    "keep record": (F.KEEP_RECORD, families.Child),
    "restrict": (F.RESTRICT, families.Child),
    "decide for safety": (F.DECIDE_FOR_SAFETY, families.Child),
    "invite viewer": (F.INVITE_VIEWER, families.Child),
    "name collector": (F.NAME_COLLECTOR, families.Child),
    "show oneself": (F.SHOW_ONESELF, families.Child),
    "see history": (F.SEE_HISTORY, families.Child),
    "see ledger": (F.SEE_LEDGER, families.Child),
    "chase": (F.CHASE, families.Child),
    "key slip": (J.KEY_SLIP, families.Child),
    "see plan": (J.SEE_PLAN, families.Child),
    "work on step": (J.WORK_ON_STEP, families.Child),
    "add home words": (J.ADD_HOME_WORDS, families.Child),
    "work with child": (F.WORK_WITH_CHILD, families.Enrolment),
    "see door": (Door.SEE_DOOR, families.Enrolment),
    "release": (Door.RELEASE, families.Enrolment),
    "lead at door": (Door.LEAD_AT_DOOR, families.Enrolment),
    "record care": (CareAction.RECORD_CARE, families.Enrolment),
    "ask medicine": (CareAction.ASK_MEDICINE, families.Enrolment),
    "bring medicine": (CareAction.BRING_MEDICINE, families.Enrolment),
    "ask permission": (ConsentAction.ASK, families.Enrolment),
    "see outcome": (ConsentAction.SEE_OUTCOME, families.Enrolment),
    "note moment": (J.NOTE_MOMENT, families.Child),
    "share star": (J.SHARE_STAR, families.Child),
    "run setting": (P.RUN_SETTING, provision.Setting),
    "share draft": (J.SHARE_MOMENT, journal.Moment),
    "withdraw": (J.WITHDRAW_MOMENT, journal.Moment),
    "thank": (J.THANK, journal.Moment),
    "ask for record": (J.ASK_FOR_RECORD, journal.Moment),
    "edit": (J.EDIT_MOMENT, journal.Moment),
    "add photo": (J.ADD_PHOTO, journal.Moment),
    "see unfiled": (J.SEE_UNFILED, journal.Moment),
    "restore": (J.RESTORE_MOMENT, journal.Moment),
    "bin": (J.BIN_MOMENT, journal.Moment),
    "find in bin": (J.FIND_IN_BIN, journal.Moment),
    "see when shared": (J.SEE_WHEN_SHARED, journal.Moment),
    "see photo": (MediaAction.SEE_PHOTO, Photo),
    "see reply": (J.SEE_REPLY, journal.Reply),
    "withdraw reply": (J.WITHDRAW_REPLY, journal.Reply),
    "ask reply for record": (J.ASK_REPLY_FOR_RECORD, journal.Reply),
    "agree step": (J.AGREE_STEP, journal.NextStep),
    "see step": (J.SEE_STEP, journal.NextStep),
    "see home words": (J.SEE_HOME_WORDS, journal.HomeWords),
    "see record request": (J.SEE_RECORD_REQUEST, journal.RecordRequest),
    "see household address": (F.SEE_HOUSEHOLD, families.Household),
    "change household": (F.CHANGE_HOUSEHOLD, families.Household),
    "mend account": (A.CORRECT, Person),
    "invite to join": (A.INVITE, Person),
    "close account": (A.CLOSE_ACCOUNT, Person),
    "recover account": (A.RECOVER, Person),
    "confirm face to face": (A.CONFIRM_FACE_TO_FACE, Person),
    "see collector": (F.SEE_COLLECTOR, families.Collector),
}
# The product shows nobody's contact on a page yet, and `/family/people/` is compared in its own test.
NOT_YET = frozenset({"see contact", "see on family page"})

# The loader asks for the record of each moment itself, so that one sees who may decide.
ADDED_TO = frozenset({"record_requests"})


class Among:
    """Which part of a batch one actor is asked about. `parts` 8: an eighth, another one for each actor."""

    def __init__(self, held: Held, who: Who, parts: int) -> None:
        self.parts, self.salt = parts, who.person.encode()
        self.ids = {
            kind: {row.id for row in rows if self.holds(row.id)}
            for kind, rows in held.batch.world.kinds().items()
        }

    def holds(self, thing: str) -> bool:
        return self.parts == 1 or crc32(thing.encode(), crc32(self.salt)) % self.parts == 0

    def these(self, kind: str, seen: "QuerySet[Any]", path: str = "pk") -> "QuerySet[Any]":
        """What of a list is asked about. Of the whole world: all of the list, whatever else it holds."""
        whole = self.parts == 1 and kind not in ADDED_TO
        return seen if whole else seen.filter(**{f"{path}__in": self.ids[kind]})


SIGNED = "read name of author"  # found by reading every moment: dearer than all other questions together


def look(held: Held, who: Who, among: Among, *, signed: bool = True) -> dict[str, frozenset[Any]]:
    """The answers about the things in `among`."""
    actor = actor_of(held, who)
    if actor is None:
        return {name: frozenset() for name in (*QUESTIONS, *PAIRED) if name not in NOT_YET}
    seen: dict[str, frozenset[Any]] = {
        name: _ids(among.these(QUESTIONS[name][0], visible(actor, action, model)))
        for name, (action, model) in LISTS.items()
    }
    seen["open committee child data"] = frozenset()
    pictured = among.these("collectors", visible(actor, F.SEE_COLLECTOR_PHOTO, Photo), "belongs_to_id")
    seen["see collector photo"] = frozenset(map(str, pictured.values_list("belongs_to_id", flat=True)))
    answers = (visible(actor, action, journal.Moment) for action in (J.ANSWER, J.ANSWER_FAMILY))
    seen["reply"] = frozenset().union(*(_ids(among.these("moments", those)) for those in answers))
    decidable = among.these("moments", visible(actor, J.DECIDE_RECORD, journal.RecordRequest), "moment")
    seen["decide record"] = frozenset(held.request_of[pk] for pk in decidable.values_list("pk", flat=True))
    seen.update(_moments(actor, among))
    return seen | {SIGNED: _signed(actor, among)} if signed else seen


def actor_of(held: Held, who: Who) -> Actor | None:
    """Whom the gate would let in: an open account of a provider, at some level."""
    level = LEVELS.get(who.level or "")
    provider = held.provider_of.get(who.person)
    if held.accounts.get(who.person) != "open" or level is None or provider is None:
        return None
    return Actor(UUID(who.person), UUID(provider), level, held.batch.world.now, who.fresh)


def _ids(seen: "QuerySet[Any]") -> frozenset[str]:
    return frozenset(map(str, seen.values_list("pk", flat=True)))


def _moments(actor: Actor, among: Among) -> dict[str, frozenset[Any]]:
    seen = among.these("moments", visible(actor, J.SEE_MOMENT, journal.Moment))
    states = dict(seen.values_list("pk", "state"))
    withdrawn = {pk for pk, state in states.items() if state == "withdrawn"}
    named = among.these("moments", visible(actor, J.SEE_CHILD_IN_MOMENT, journal.MomentChild), "moment")
    return {
        "see moment": frozenset(str(pk) for pk in states if pk not in withdrawn),
        "see tombstone": frozenset(map(str, withdrawn)),
        NAMED: _pairs(named.exclude(moment__in=withdrawn)),
        WALKED: _pairs(among.these("moments", visible(actor, J.WALK_SKY, journal.MomentChild), "moment")),
    }


def _pairs(rows: "QuerySet[Any]") -> frozenset[tuple[str, str]]:
    pairs = rows.values_list("moment_id", "child_id")
    return frozenset((str(moment), str(child)) for moment, child in pairs)


def _signed(actor: Actor, among: Among) -> frozenset[str]:
    walked = among.these("moments", visible(actor, J.WALK_SKY, journal.MomentChild), "moment")
    walked = walked.exclude(moment__state="withdrawn")
    found = gathered(list(rows(walked)))
    return frozenset(
        str(moment.id)
        for moment in as_seen(actor, found, ["en"], talk=False)
        if moment.signed != Signed.FROM_HOME
    )
