"""The facts of an oracle's batch, put into the product's tables as they are: no verb is asked.

What the product's tables cannot hold is left out and told in `Held.left_out`, so that nothing is compared
that is not there.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from seren.foundation.access.door import SystemReason, system
from seren.foundation.media.models import Photo, PhotoSubject
from seren.foundation.sealing.fields import Boxed
from seren.foundation.words.models import Text
from seren.partnership.journal import models as journal
from seren.people.accounts.models import Person
from seren.people.families import models as families
from seren.people.provision import models as provision
from tests.oracle.batch import Batch

LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
CODES = {
    "NO-COLLECT": "no-collect",
    "NO-CONTACT-AT-SITE": "no-contact-at-site",
    "NO-ADDRESS": "no-address",
    "NO-INFO": "no-info",
    "NO-IMAGES": "no-images",
    "SUPERVISED": "supervised",
}


@dataclass
class Held:
    """What of a batch is in the database. `left_out`: ids of facts the product has no place for."""

    batch: Batch
    provider_of: dict[str, str]
    accounts: dict[str, str | None]
    left_out: set[str] = field(default_factory=set)
    request_of: dict[UUID, str] = field(default_factory=dict)  # our request → the moment it is about


class Loader:
    def __init__(self, batch: Batch) -> None:
        self.world = batch.world
        self.held = Held(
            batch,
            {adult.id: adult.provider for adult in self.world.adults},
            {adult.id: adult.account for adult in self.world.adults},
        )
        self.somebody = self.world.adults[0].id

    def load(self) -> Held:
        self.places()
        self.people()
        self.ties()
        self.homes()
        self.moments()
        self.talk()
        return self.held

    def put(self, model: Any, rows: Iterable[Any]) -> None:
        system(SystemReason.BUILDING, model).bulk_create(list(rows))

    def holdable(self, row: Any, *needed: str) -> bool:
        """Whether every fact a column must hold is known."""
        known = row.provider is not None and all(getattr(row, name) is not None for name in needed)
        if not known:
            self.held.left_out.add(row.id)
        return known

    def places(self) -> None:
        self.put(
            provision.Setting,
            (
                provision.Setting(
                    id=s.id, provider_id=s.provider, name=s.id, slug=s.id, nation="england", made_at=LONG_AGO
                )
                for s in self.world.settings
            ),
        )
        self.put(
            provision.Room,
            (
                provision.Room(id=r.id, provider_id=r.provider, setting_id=r.setting, name=r.id)
                for r in self.world.rooms
            ),
        )

    def people(self) -> None:
        now = self.world.now
        self.put(
            Person,
            (
                Person(
                    id=a.id,
                    provider_id=a.provider,
                    given_name=a.id[-6:],
                    family_name="Adult",
                    known_since=LONG_AGO,
                    closed_at=LONG_AGO if a.account not in ("open", "paper") else None,
                )
                for a in self.world.adults
            ),
        )
        self.put(
            families.Child,
            (
                families.Child(
                    id=c.id,
                    provider_id=c.provider,
                    given_name=c.id[-6:],
                    family_name="Child",
                    known_as=c.id[-6:],
                    date_of_birth=date(2021, 5, 1),
                    tint="dail",
                    cut="leaf",
                    known_since=LONG_AGO,
                )
                for c in self.world.children
            ),
        )
        self.put(
            provision.Membership,
            (
                provision.Membership(
                    id=m.id,
                    provider_id=m.provider,
                    person_id=m.person,
                    setting_id=m.setting,
                    room_id=m.room,
                    role=m.role,
                    from_at=m.from_at,
                    until_at=m.until_at,
                    statement_at=m.statement_at,
                )
                for m in self.world.memberships
                if self.holdable(m, "role", "from_at")
            ),
        )
        self.put(families.Enrolment, (self.enrolment(e, now) for e in self.world.enrolments))
        self.put(families.KeyPerson, self.key_persons())

    def enrolment(self, e: Any, now: datetime) -> families.Enrolment:
        ended = e.until_at or (e.from_at if e.state == "left" else None)
        return families.Enrolment(
            id=e.id,
            provider_id=e.provider,
            child_id=e.child,
            setting_id=e.setting,
            room_id=e.room or self.world.rooms[0].id,
            state="attending" if e.state == "left" else e.state,
            starts_on=e.from_at.date(),
            from_at=e.from_at,
            until_at=ended,
        )

    def key_persons(self) -> Iterable[families.KeyPerson]:
        """The oracle names a key person of a child; the product names one at each setting of the child."""
        for k in self.world.key_persons:
            if not self.holdable(k, "kind", "from_at"):
                continue
            for setting in sorted({e.setting for e in self.world.enrolments if e.child == k.child}):
                yield families.KeyPerson(
                    provider_id=k.provider,
                    child_id=k.child,
                    setting_id=setting,
                    person_id=k.person,
                    kind=k.kind,
                    from_at=k.from_at,
                    until_at=k.until_at,
                )

    def ties(self) -> None:
        self.put(
            families.Guardianship,
            (
                families.Guardianship(
                    id=g.id,
                    provider_id=g.provider,
                    child_id=g.child,
                    adult_id=g.adult,
                    relation="parent",
                    natural_parent=g.natural,
                    responsibility=g.pr or "unknown",
                    lives_with="no",
                    day_to_day_care=bool(g.care),
                    from_at=g.from_at,
                    until_at=g.until_at,
                )
                for g in self.world.guardianships
                if self.holdable(g, "from_at")
            ),
        )
        self.put(
            families.FamilyViewer,
            (
                families.FamilyViewer(
                    id=v.id,
                    provider_id=v.provider,
                    child_id=v.child,
                    adult_id=v.adult,
                    granted_by_id=v.granted_by,
                    relation="grandparent",
                    from_at=v.from_at,
                    until_at=v.until_at,
                )
                for v in self.world.viewers
                if self.holdable(v, "from_at")
            ),
        )
        self.put(
            families.Restriction,
            (self.restriction(r, code) for r in self.world.restrictions for code in r.codes),
        )
        self.put(
            families.Collector,
            (
                families.Collector(
                    id=c.id,
                    provider_id=c.provider,
                    child_id=c.child,
                    named_by_id=c.named_by,
                    name="Nobody",
                    relation="other",
                    from_at=c.from_at,
                    until_at=c.until_at,
                )
                for c in self.world.collectors
                if self.holdable(c, "from_at")
            ),
        )

    def restriction(self, r: Any, code: str) -> families.Restriction:
        lifters = sorted(set(r.lifted_by))
        lifted = len(lifters) >= 2
        return families.Restriction(
            provider_id=r.provider,
            child_id=r.child,
            adult_id=r.adult,
            code=CODES[code],
            basis="court-order",
            reason=Boxed(b"-"),  # never opened here
            imposed_by_id=self.somebody,
            imposed_at=r.from_at or LONG_AGO,
            review_on=date(2025, 6, 1),
            lifted_by_id=lifters[1] if lifted else None,
            lifted_at=LONG_AGO if lifted else None,
        )

    def homes(self) -> None:
        self.put(
            families.Household,
            (families.Household(id=h.id, provider_id=h.provider) for h in self.world.households),
        )
        self.put(
            families.HouseholdMember,
            (
                families.HouseholdMember(
                    id=m.id,
                    provider_id=m.provider,
                    household_id=m.household,
                    person_id=m.adult,
                    from_at=m.from_at,
                    until_at=m.until_at,
                )
                for m in self.world.household_members
                if self.holdable(m, "from_at")
            ),
        )
        self.put(
            families.Lives,
            (
                families.Lives(
                    id=row.id,
                    provider_id=row.provider,
                    child_id=row.child,
                    household_id=row.household,
                    pattern="all",
                    from_at=row.from_at,
                    until_at=row.until_at,
                )
                for row in self.world.lives
                if self.holdable(row, "from_at")
            ),
        )

    def moments(self) -> None:
        rows = [
            m
            for m in self.world.moments
            if self.holdable(m, "setting", "origin", "author", "state", "written_at")
        ]
        rows = [m for m in rows if m.origin == "setting" or self.holdable(m, "audience")]
        rows = [m for m in rows if m.state == "draft" or self.holdable(m, "shared_at")]
        self.put(journal.Moment, map(self.moment, rows))
        self.put(
            journal.MomentChild,
            (
                journal.MomentChild(
                    provider_id=m.provider, moment_id=m.id, child_id=child, shared_at=m.shared_at
                )
                for m in rows
                for child in dict.fromkeys(m.children)
            ),
        )
        held = {m.id for m in rows}
        photos = [p for p in self.world.photos if p.moment in held and p.children]
        self.held.left_out |= {p.id for p in self.world.photos} - {p.id for p in photos}
        moments = {m.id: m for m in rows}
        self.put(Photo, (self.photo(p, moments[p.moment]) for p in photos))
        self.put(
            PhotoSubject,
            (
                PhotoSubject(provider_id=p.provider, photo_id=p.id, subject_id=child)
                for p in photos
                for child in dict.fromkeys(p.children)
            ),
        )

    def moment(self, m: Any) -> journal.Moment:
        binned = m.state == "binned"
        return journal.Moment(
            id=m.id,
            provider_id=m.provider,
            setting_id=m.setting,
            origin=m.origin,
            author_id=m.author,
            keyed_by_id=m.keyed_by,
            channel="paper" if m.keyed_by else "screen",
            audience=m.audience if m.origin == "home" else "family",
            state=("shared" if m.shared_at else "draft") if binned else m.state,
            happened_at=m.written_at,
            written_at=m.written_at,
            shared_at=m.shared_at,
            withdrawn_at=m.shared_at if m.state == "withdrawn" else None,
            withdrawn_by_id=m.author if m.state == "withdrawn" else None,
            binned_at=self.world.now if binned else None,
        )

    def photo(self, p: Any, moment: Any) -> Photo:
        return Photo(
            id=p.id,
            provider_id=p.provider,
            setting_id=moment.setting,
            belongs_to_type="journal.moment",
            belongs_to_id=p.moment,
            taken_by=moment.author,
            state="ready",
            width=4,
            height=3,
            content="0" * 64,
            children=len(set(p.children)),
            made_at=moment.written_at,
        )

    def talk(self) -> None:
        provider = self.world.settings[0].provider
        text = Text(provider_id=provider, original_language="en", made_at=LONG_AGO)
        text.save(force_insert=True)
        moments = {m.id: m for m in self.world.moments if m.id not in self.held.left_out}
        replies = [r for r in self.world.replies if r.moment in moments]
        self.put(
            journal.Reply,
            (
                journal.Reply(
                    id=r.id,
                    provider_id=r.provider,
                    moment_id=r.moment,
                    talk_with_id=r.guardian,
                    author_id=r.author,
                    kind="words",
                    text=text,
                    written_at=self.world.now,
                )
                for r in replies
            ),
        )
        self.put(
            journal.ReplyAbout,
            (journal.ReplyAbout(provider_id=r.provider, reply_id=r.id, child_id=r.child) for r in replies),
        )
        self.steps(text)
        self.requests(moments)

    def steps(self, text: Text) -> None:
        # A step not offered yet does not exist in the product: staff suggest it to the family at once.
        self.held.left_out |= {s.id for s in self.world.steps if s.state not in ("agreed", "closed")}
        steps = [s for s in self.world.steps if s.id not in self.held.left_out]
        self.put(
            journal.NextStep,
            (
                journal.NextStep(
                    id=s.id,
                    provider_id=s.provider,
                    child_id=s.child,
                    setting_id=s.setting,
                    state=s.state,
                    step=text,
                    suggested_by_id=self.somebody,
                    suggested_at=LONG_AGO,
                    closed_side="setting" if s.state == "closed" else "",
                    closed_by_id=self.somebody if s.state == "closed" else None,
                    closed_at=LONG_AGO if s.state == "closed" else None,
                )
                for s in steps
            ),
        )
        by_id = {s.id: s for s in self.world.steps}
        self.put(
            journal.HomeWords,
            (
                journal.HomeWords(
                    id=w.id,
                    provider_id=w.provider,
                    child_id=by_id[w.step].child,
                    setting_id=by_id[w.step].setting,
                    step_id=w.step if w.step not in self.held.left_out else None,
                    author_id=w.author,
                    household_id=w.household,
                    text=text,
                    written_at=LONG_AGO,
                )
                for w in self.world.home_words
            ),
        )

    def requests(self, moments: dict[str, Any]) -> None:
        asked = {(r.moment, r.asked_by): r.id for r in self.world.record_requests if r.moment in moments}
        for m in moments.values():
            if m.origin == "home" and m.children:
                asked.setdefault((m.id, m.author), None)  # one more, to ask who may decide
        rows = []
        for (moment, by), own_id in asked.items():
            m = moments[moment]
            if not m.children:
                continue
            row = journal.RecordRequest(
                provider_id=m.provider,
                child_id=m.children[0],
                setting_id=m.setting,
                moment_id=moment,
                asked_by_id=by,
                asked_at=LONG_AGO,
            )
            if own_id is not None:
                row.id = UUID(own_id)
            rows.append(row)
            self.held.request_of[row.id] = moment
        self.put(journal.RecordRequest, rows)
