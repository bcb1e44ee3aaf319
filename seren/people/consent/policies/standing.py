"""What holds: from answers and dates, as conditions in the database. docs/permission.md has the table."""

from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from seren.foundation.access.door import Actor, RecordClass, SystemReason, in_force, system
from seren.people.consent.models import Answer, Asked, Decision
from seren.people.consent.terms import WHEN_DISPUTED, Code, Disputed, Saying
from seren.people.consent.words import group_of
from seren.people.families.policies import responsible_ties, restrictions
from seren.people.families.terms import Responsibility

KEY = ("child", "setting", "code", "scope")
GOING_ON = tuple(code for code in Code if WHEN_DISPUTED[group_of(code)] is Disputed.GOES_ON)
TO_DECIDE = tuple(code for code in Code if WHEN_DISPUTED[group_of(code)] is Disputed.DECIDE)


def in_force_for(
    code: Code,
    actor: Actor,
    *,
    child: str = "child_id",
    setting: str | UUID = "setting_id",
    scope: str | OuterRef = "",
) -> Q:
    """True on a row where this permission holds at the actor's instant.

    `child`: the path from the row to the child's id ("pk" on a child); `setting`: the path to the setting's
    id, or one setting's id; `scope`: the named thing, or the path to it. Where nobody was asked it is no;
    where adults disagree, as P-10 says.
    """
    here = {
        "code": code,
        "scope": scope,
        "child": OuterRef(child),
        "setting": OuterRef(setting) if isinstance(setting, str) else setting,
    }
    holds = Q(Exists(yeses(actor).filter(**here)))
    if code in GOING_ON:
        return holds
    agreed = ~Q(Exists(noes(actor).filter(**here)))
    if code in TO_DECIDE:
        agreed |= Q(Exists(decided_to_go(actor).filter(**here)))
    return holds & agreed


def was_asked(code: Code, actor: Actor, *, child: str = "child_id", setting: str = "setting_id") -> Q:
    """True on a row whose child's family was ever asked this at that setting, whatever was answered."""
    asked = system(SystemReason.DECIDING, Asked).filter(code=code, asked_at__lte=actor.at)
    return Q(Exists(asked.filter(child=OuterRef(child), setting=OuterRef(setting))))


def yeses(actor: Actor) -> "QuerySet[Answer]":
    """Each adult's newest word, where it is a yes that still holds: a permit expires to no.

    In care a yes goes on when its giver is kept from information: an order takes away what it says, no more.
    """
    bound = restrictions(OuterRef("adult"), OuterRef("child"), RecordClass.C8, actor)
    return _last_words(actor).filter(
        Q(asked__until_at__isnull=True) | Q(asked__until_at__gt=actor.at),
        Exists(_responsible(actor)),
        Q(code__in=GOING_ON) | ~Exists(bound),
        said=Saying.YES,
    )


def noes(actor: Actor) -> "QuerySet[Answer]":
    """Each adult's newest word, where it is a no: no clock ends it, and no restriction.

    When its giver is not responsible any more, it stands until the family is asked anew, after that: an
    asking is anew where the giver has held no responsibility since.
    """
    held_after = responsible_ties().filter(
        Q(until_at__isnull=True) | Q(until_at__gt=OuterRef("asked_at")),
        from_at__lte=actor.at,
        child=OuterRef("child"),
        adult=OuterRef(OuterRef("adult")),
    )
    anew = _of_same_key(system(SystemReason.DECIDING, Asked)).filter(
        ~Exists(held_after), asked_at__gt=OuterRef("at"), asked_at__lte=actor.at
    )
    return _last_words(actor).filter(~Exists(anew), said__in=[Saying.NO, Saying.WITHDRAWN])


def decided_to_go(actor: Actor) -> "QuerySet[Decision]":
    """A leader’s newest decision, where it is a yes and nobody was asked or said anything since (P-10).

    Asked only where a yes and a no stand against each other: it makes no yes of its own.
    """
    made = system(SystemReason.DECIDING, Decision).filter(code__in=TO_DECIDE, at__lte=actor.at)
    newer = _of_same_key(made).filter(Q(at__gt=OuterRef("at")) | Q(at=OuterRef("at"), id__gt=OuterRef("id")))
    words = system(SystemReason.DECIDING, Answer).filter(responsibility=Responsibility.YES, at__lte=actor.at)
    since = _of_same_key(words).filter(at__gt=OuterRef("at"))
    anew = _of_same_key(system(SystemReason.DECIDING, Asked)).filter(
        asked_at__gt=OuterRef("at"), asked_at__lte=actor.at
    )
    return made.filter(~Exists(newer), ~Exists(since), ~Exists(anew), goes=True)


def _last_words(actor: Actor) -> "QuerySet[Answer]":
    """Only words of adults responsible when they said them count; of each the newest."""
    words = system(SystemReason.DECIDING, Answer).filter(responsibility=Responsibility.YES, at__lte=actor.at)
    newer = _of_same_key(words).filter(
        Q(at__gt=OuterRef("at")) | Q(at=OuterRef("at"), id__gt=OuterRef("id")), adult=OuterRef("adult")
    )
    return words.filter(~Exists(newer))


def _of_same_key(rows: "QuerySet[Any]") -> "QuerySet[Any]":
    return rows.filter(**{field: OuterRef(field) for field in KEY})


def _responsible(actor: Actor) -> "QuerySet[Any]":
    return responsible_ties().filter(in_force(actor.at), child=OuterRef("child"), adult=OuterRef("adult"))
