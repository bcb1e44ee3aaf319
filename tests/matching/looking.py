"""What one actor of a batch sees in the product: the ids its own lists hold, question by question."""

from typing import Any
from uuid import UUID

from seren.foundation.access.door import Action, Actor, Level, visible
from seren.foundation.media.door import MediaAction
from seren.foundation.media.models import Photo
from seren.partnership.journal import models as journal
from seren.partnership.journal.policies import JournalAction as J
from seren.partnership.journal.queries.reading import Signed, as_seen
from seren.partnership.journal.queries.rows import gathered, rows
from seren.people.families import models as families
from seren.people.families.policies import FamilyAction as F
from seren.people.provision import models as provision
from seren.people.provision.policies import ProvisionAction as P
from tests.matching.loading import Held
from tests.oracle.facts import Who
from tests.oracle.questions import NAMED, QUESTIONS

LEVELS = {"code": Level.CODE, "known": Level.KNOWN, "strong": Level.STRONG}
LISTS: dict[str, tuple[Action, Any]] = {
    "see child": (F.SEE_CHILD, families.Child),
    "see first name": (F.SEE_FIRST_NAME, families.Child),
    "see legal": (F.SEE_DETAILS, families.Child),
    "see safety items": (F.SEE_SAFETY, families.Child),
    "see allergy words": (F.SEE_ALLERGIES, families.Child),
    "see emergency contacts": (F.SEE_EMERGENCY_CONTACTS, families.Child),
    "note moment": (J.NOTE_MOMENT, families.Child),
    "share star": (J.SHARE_STAR, families.Child),
    "run setting": (P.RUN_SETTING, provision.Setting),
    "share draft": (J.SHARE_MOMENT, journal.Moment),
    "withdraw": (J.WITHDRAW_MOMENT, journal.Moment),
    "thank": (J.THANK, journal.Moment),
    "ask for record": (J.ASK_FOR_RECORD, journal.Moment),
    "see photo": (MediaAction.SEE_PHOTO, Photo),
    "see reply": (J.SEE_REPLY, journal.Reply),
    "see step": (J.SEE_STEP, journal.NextStep),
    "see home words": (J.SEE_HOME_WORDS, journal.HomeWords),
    "see record request": (J.SEE_RECORD_REQUEST, journal.RecordRequest),
    "see household address": (F.SEE_HOUSEHOLD, families.Household),
    "change household": (F.CHANGE_HOUSEHOLD, families.Household),
    "see collector": (F.SEE_COLLECTOR, families.Collector),
}
# The product shows nobody's contact on a page yet, and `/family/people/` is compared in its own test.
NOT_YET = frozenset({"see contact", "see on family page"})


def look(held: Held, who: Who) -> dict[str, frozenset[Any]]:
    actor = actor_of(held, who)
    if actor is None:
        return {name: frozenset() for name in (*QUESTIONS, NAMED) if name not in NOT_YET}
    seen: dict[str, frozenset[Any]] = {
        name: _ids(actor, action, model) for name, (action, model) in LISTS.items()
    }
    seen["open committee child data"] = frozenset()
    seen["reply"] = _ids(actor, J.ANSWER, journal.Moment) | _ids(actor, J.ANSWER_FAMILY, journal.Moment)
    seen["see record request"] &= {request.id for request in held.batch.world.record_requests}
    decidable = visible(actor, J.DECIDE_RECORD, journal.RecordRequest).values_list("pk", flat=True)
    seen["decide record"] = frozenset(held.request_of[pk] for pk in decidable)
    seen.update(_moments(actor))
    return seen


def actor_of(held: Held, who: Who) -> Actor | None:
    """Whom the gate would let in: an open account of a provider, at some level."""
    level = LEVELS.get(who.level or "")
    provider = held.provider_of.get(who.person)
    if held.accounts.get(who.person) != "open" or level is None or provider is None:
        return None
    return Actor(UUID(who.person), UUID(provider), level, held.batch.world.now, who.fresh)


def _ids(actor: Actor, action: Action, model: Any) -> frozenset[str]:
    return frozenset(map(str, visible(actor, action, model).values_list("pk", flat=True)))


def _moments(actor: Actor) -> dict[str, frozenset[Any]]:
    states = dict(visible(actor, J.SEE_MOMENT, journal.Moment).values_list("pk", "state"))
    withdrawn = {pk for pk, state in states.items() if state == "withdrawn"}
    named = visible(actor, J.SEE_CHILD_IN_MOMENT, journal.MomentChild)
    pairs = named.exclude(moment__in=withdrawn).values_list("moment_id", "child_id")
    return {
        "see moment": frozenset(str(pk) for pk in states if pk not in withdrawn),
        "see tombstone": frozenset(map(str, withdrawn)),
        NAMED: frozenset((str(moment), str(child)) for moment, child in pairs),
        "read name of author": _signed(actor),
    }


def _signed(actor: Actor) -> frozenset[str]:
    walked = visible(actor, J.WALK_SKY, journal.MomentChild).exclude(moment__state="withdrawn")
    found = gathered(list(rows(walked)))
    return frozenset(
        str(moment.id) for moment in as_seen(actor, found, ["en"]) if moment.signed != Signed.FROM_HOME
    )
