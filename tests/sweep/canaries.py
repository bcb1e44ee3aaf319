"""What must never reach somebody: every word, name, address and telephone of the world that is not theirs.

Who may see what is asked of the rules, which an oracle of their own is compared with (tests/matching). So a
page that shows more than its rule is found here, whatever room it is in.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps

from seren.doors.demo.world import World
from seren.foundation.access.door import Actor, SystemReason, system, visible
from seren.partnership.days.policies import CareAction, CollectionAction, OutingAction
from seren.partnership.journal.policies import JournalAction
from seren.people.accounts.policies import AccountsAction
from seren.people.accounts.queries import hats_of
from seren.people.consent.policies import ConsentAction
from seren.people.families.policies import FamilyAction
from seren.people.families.terms import COLLECTOR_PHOTO
from seren.people.guarding.policies import GuardingAction as Guarding


def rows(label: str) -> Any:
    return system(SystemReason.SHOWING, apps.get_model(label))


def seen(actor: Actor, action: Any, label: str) -> set[Any]:
    return set(visible(actor, action, apps.get_model(label)).values_list("pk", flat=True))


@dataclass(frozen=True)
class Forbidden:
    """The canaries of one person: text → whose it is."""

    texts: dict[str, str]

    def found_in(self, shown: str) -> list[str]:
        """Which of them stand there as whole words, with what they are."""
        there = (text for text in self.texts if text in shown)
        hits = (text for text in there if re.search(rf"(?<!\w){re.escape(text)}(?!\w)", shown))
        return [f"{hit!r}: {self.texts[hit]}" for hit in sorted(hits)]


def forbidden_to(actor: Actor, world: World) -> Forbidden:
    texts: dict[str, str] = {}
    sources = (_stars, _talk, _plans, _wishes, _homes, _door, _contacts, _names, _sealed, _outings, _care)
    for source in sources:
        texts.update({text: whose for text, whose in source(actor, world) if len(text) > 2})
    for text in _own(actor, world):
        texts.pop(text, None)
    return Forbidden(texts)


def _said(text_ids: dict[Any, str]) -> Iterator[tuple[str, str]]:
    """The first sentence of every version of these texts: a card may hold no more of it."""
    for text, body in rows("words.Version").filter(text__in=list(text_ids)).values_list("text_id", "body"):
        yield re.split(r"(?<=[.!?؟۔])\s", body.strip())[0], text_ids[text]


_READING = (JournalAction.SEE_MOMENT, JournalAction.SEE_UNFILED, JournalAction.FIND_IN_BIN)


def _stars(actor: Actor, world: World) -> Iterator[tuple[str, str]]:
    may = set().union(*(seen(actor, action, "journal.Moment") for action in _READING))
    hidden = {
        row.text_id: f"words of a moment of {row.author.given_name}"
        for row in rows("journal.Moment").select_related("author")
        if row.pk not in may and row.text_id
    }
    shared_text = {row.text_id for row in rows("journal.Moment") if row.pk in may}
    own = seen(actor, JournalAction.SEE_CHILD_IN_MOMENT, "journal.MomentChild")
    hidden |= {
        row.own_text_id: "words about one child of a group"
        for row in rows("journal.MomentChild")
        if row.own_text_id and row.pk not in own
    }
    return _said({text: whose for text, whose in hidden.items() if text not in shared_text})


def _talk(actor: Actor, world: World) -> Iterator[tuple[str, str]]:
    may = seen(actor, JournalAction.SEE_REPLY, "journal.Reply")
    return _said(
        {
            row.text_id: f"an answer in the talk with {row.talk_with.given_name}"
            for row in rows("journal.Reply").select_related("talk_with")
            if row.pk not in may and row.text_id
        }
    )


def _plans(actor: Actor, world: World) -> Iterator[tuple[str, str]]:
    steps = seen(actor, JournalAction.SEE_STEP, "journal.NextStep")
    homes = seen(actor, JournalAction.SEE_HOME_WORDS, "journal.HomeWords")
    hidden = {row.text_id: "what a home knows" for row in rows("journal.HomeWords") if row.pk not in homes}
    for row in rows("journal.NextStep"):
        if row.pk not in steps:
            hidden |= dict.fromkeys(
                filter(None, (row.step_id, row.seen_id, row.closing_words_id)), "a next step"
            )
    return _said(hidden)


def _wishes(actor: Actor, world: World) -> Iterator[tuple[str, str]]:
    may = seen(actor, JournalAction.SEE_RECORD_REQUEST, "journal.RecordRequest")
    return _said(
        {
            row.reason_id: "the answer to a wish for the record"
            for row in rows("journal.RecordRequest")
            if row.pk not in may and row.reason_id
        }
    )


def _homes(actor: Actor, world: World) -> Iterator[tuple[str, str]]:
    may = seen(actor, FamilyAction.SEE_HOUSEHOLD, "families.Household")
    for home in rows("families.Household"):
        if home.pk not in may:
            address = home.address or {}
            for part in filter(None, (*address.get("lines", []), address.get("postcode"), home.phone)):
                yield part, "another home’s address"
    collectors = seen(actor, FamilyAction.SEE_COLLECTOR, "families.Collector")
    for collector in rows("families.Collector"):
        if collector.pk not in collectors:
            yield collector.name, "whom another home lets collect"
    photos = seen(actor, FamilyAction.SEE_COLLECTOR_PHOTO, "media.Photo")
    for photo in rows("media.Photo").filter(belongs_to_type=COLLECTOR_PHOTO):
        if photo.pk not in photos:
            yield str(photo.pk), "the photo of whom another home lets collect"


def _door(actor: Actor, world: World) -> Iterator[tuple[str, str]]:
    """With whom a child went home, and what was told about who collects."""
    releases = seen(actor, CollectionAction.SEE_RELEASE, "days.Release")
    for release in rows("days.Release"):
        if release.pk not in releases:
            yield release.ended_why or "", "what was wrong with a release"
    words = seen(actor, CollectionAction.SEE_WORD, "days.CollectWord")
    weighed = seen(actor, CollectionAction.WEIGH_WORD, "days.CollectWord")
    for word in rows("days.CollectWord"):
        if word.pk not in words:
            yield word.words, "what was told about who collects"
        if word.pk not in weighed:
            yield from ((said or "", "what came of a word") for said in (word.rung, word.reasons))
    for collector in rows("families.Collector"):
        yield collector.password or "", "the print of a password"
        yield collector.phone or "", "a collector’s telephone"


def _contacts(actor: Actor, world: World) -> Iterator[tuple[str, str]]:
    """The address and telephone of an adult: for themselves and those who lead where they belong."""
    led = seen(actor, AccountsAction.INVITE, "accounts.Person") | {actor.person}
    ringing = led | _rung(actor)
    for person in rows("accounts.Person").select_related("login"):
        if person.pk not in led:
            for address in {person.email, person.login.email if person.login else None} - {None, ""}:
                yield address, f"{person.given_name}’s e-mail"
        if person.phone and person.pk not in ringing:
            yield person.phone, f"{person.given_name}’s telephone"


def _rung(actor: Actor) -> set[Any]:
    """Whom this actor may ring in an emergency."""
    told = seen(actor, FamilyAction.SEE_EMERGENCY_CONTACTS, "families.Child")
    ties = rows("families.Guardianship").filter(child__in=told, emergency_order__isnull=False)
    return set(ties.values_list("adult_id", flat=True))


def _names(actor: Actor, world: World) -> Iterator[tuple[str, str]]:
    """Children by the name they are called, adults by their whole name; staff are known to all families."""
    children = seen(actor, FamilyAction.SEE_FIRST_NAME, "families.Child")
    known = set(rows("families.Child").filter(pk__in=children).values_list("known_as", flat=True))
    told = _told(actor)
    for child in rows("families.Child"):
        if child.pk not in children and child.known_as not in known:
            if child.known_as not in told:
                yield child.known_as, "another family’s child"
            yield f"{child.given_name} {child.family_name}", "another family’s child"
    if hats_of(actor.person, actor.at) - {"family"}:
        return  # who works here meets the adults at the door
    homes = rows("families.HouseholdMember")
    mine = homes.filter(person=actor.person).values_list("household_id", flat=True)
    near = set(homes.filter(household__in=mine).values_list("person_id", flat=True))
    staff = set(rows("provision.Membership").values_list("person_id", flat=True))
    for person in rows("accounts.Person").exclude(pk__in=near | staff | {actor.person}):
        yield f"{person.given_name} {person.family_name}", "an adult of another home"
        yield person.given_name, "an adult of another home"


def _told(actor: Actor) -> set[str]:
    """The words of the stars this actor may read. Nan is told no name, but those who write may say one."""
    may = seen(actor, JournalAction.SEE_MOMENT, "journal.Moment")
    texts = rows("journal.Moment").filter(pk__in=may, text__isnull=False).values_list("text_id", flat=True)
    bodies = rows("words.Version").filter(text__in=list(texts)).values_list("body", flat=True)
    return set(re.findall(r"\w+", " ".join(bodies)))


def _sealed(actor: Actor, world: World) -> Iterator[tuple[str, str]]:
    safe = seen(actor, FamilyAction.SEE_SAFETY, "families.Child")
    safe |= seen(actor, FamilyAction.SEE_ALLERGIES, "families.Child")
    kept = seen(actor, FamilyAction.KEEP_RECORD, "families.Child")
    restricts = seen(actor, FamilyAction.RESTRICT, "families.Child")
    told = {note.words for note in rows("families.SafetyNote") if note.child_id in safe}
    for note in rows("families.SafetyNote"):
        if note.words not in told:
            yield note.words, "what keeps another child safe"
    for named in rows("families.KeyPerson"):
        if named.handover and named.child_id not in kept and named.person_id != actor.person:
            yield named.handover, "a handover note"
    for restriction in rows("families.Restriction"):
        if restriction.child_id not in restricts:
            for said in (restriction.reason, restriction.decision, restriction.lift_reason):
                yield said or "", "what a restriction rests on"
    for flag in rows("families.NoImages"):
        if flag.child_id not in restricts:
            yield flag.reason, "why a child is kept out of pictures"
            yield flag.end_reason or "", "why a child is let into pictures again"
    for label, action in (
        ("guarding.Stop", Guarding.LOOK_AT_ALARM),
        ("guarding.BulkRequest", Guarding.SEE_BULK),
    ):
        may = seen(actor, action, label)
        yield from ((row.reason or "", "why a leader did it") for row in rows(label) if row.pk not in may)
    for order in rows("families.Order"):
        if order.child_id not in restricts:
            yield from ((said, "what an order says") for said in order.details.values())
    if "desk" not in hats_of(actor.person, actor.at):
        for chased in rows("notify.Chased"):
            yield chased.words or "", "what was said when somebody was told another way"


def _outings(actor: Actor, world: World) -> Iterator[tuple[str, str]]:
    """Where and when children go: for those who work there, and the families who were asked."""
    at_work = seen(actor, OutingAction.SEE, "days.Outing")
    asked = rows("days.OutingInvited").filter(pk__in=seen(actor, OutingAction.FOLLOW, "days.OutingInvited"))
    told = at_work | set(asked.values_list("outing_id", flat=True))
    for outing in rows("days.Outing"):
        if outing.pk not in told:
            for said in (outing.name, outing.place, outing.bring, outing.scope or ""):
                yield said, "where somebody’s children go"
        if outing.pk not in at_work:
            yield outing.phone, "the telephone of an outing"
    decides = seen(actor, ConsentAction.LOOK, "consent.Asked")
    for decision in rows("consent.Decision"):
        question = rows("consent.Asked").filter(child=decision.child_id, scope=decision.scope)
        if not decides & set(question.values_list("pk", flat=True)):
            yield decision.why, "why a leader decided"


def _care(actor: Actor, world: World) -> Iterator[tuple[str, str]]:
    """Medicines, doses and accidents. What the words have in common with those one may read is told there."""
    medicines = seen(actor, CareAction.SEE_MEDICINE, "days.Medicine")
    medicines |= seen(actor, CareAction.FOLLOW_MEDICINE, "days.Medicine")
    entries = seen(actor, CareAction.SEE_CARE, "days.CareEntry")
    entries |= seen(actor, CareAction.FOLLOW_CARE, "days.CareEntry")
    held = [(row.pk in medicines, row.details, ("name", "often")) for row in rows("days.Medicine")]
    parts = ("name", "words", "rang", "what", "marks", "done")
    held += [(row.pk in entries, row.details, parts) for row in rows("days.CareEntry")]
    told = {said.get(part) for may, said, names in held if may for part in names}
    for may, said, names in held:
        for part in names:
            if not may and said.get(part) and said[part] not in told:
                yield said[part], "a medicine or an accident of another child"
    for bottle in rows("days.Bottle"):
        if bottle.medicine_id not in medicines:
            yield bottle.where, "where a medicine is kept"


def _own(actor: Actor, world: World) -> Iterator[str]:
    """What this person’s pages say of them, and what families are told: the names of settings and staff."""
    person = rows("accounts.Person").get(pk=actor.person)
    yield from filter(None, (person.given_name, f"{person.given_name} {person.family_name}", person.phone))
    yield from filter(None, (one.phone for one in rows("accounts.Person").filter(pk__in=_rung(actor))))
    homes = seen(actor, FamilyAction.SEE_HOUSEHOLD, "families.Household")
    yield from filter(None, (home.phone for home in rows("families.Household") if home.pk in homes))
    for setting in rows("provision.Setting"):
        yield from filter(None, (setting.phone, setting.email, setting.name, setting.address))
    staff = rows("provision.Membership").values_list("person_id", flat=True)
    yield from rows("accounts.Person").filter(pk__in=staff).values_list("given_name", flat=True)
