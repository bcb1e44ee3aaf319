"""The facts behind an answer, each in a plain sentence."""

from collections.abc import Collection, Iterator
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from seren.foundation.kernel import clock
from seren.foundation.ui.door import day_words
from seren.people.families.queries.desk import BoundFact, FactsAbout, TieFact, ViewerFact
from seren.people.families.terms import EvidenceSeen


def on_file(facts: FactsAbout, places: Collection[UUID]) -> Iterator[str]:
    """What keeps them from it first. Roles only at the settings of the children."""
    for bound in facts.bound:
        yield from _bound(bound)
    for tie in facts.ties:
        yield from _tie(tie)
    for viewing in facts.viewings:
        yield _viewing(viewing)
    for key in facts.keys:
        named = {"what": key.kind.label, "child": key.child}
        yield _since(_("%(what)s of %(child)s") % named, key.from_at, key.until_at)
    for role in facts.roles:
        if role.setting in places:
            yield _since(str(role.role.label), role.from_at, role.until_at)


def _bound(one: BoundFact) -> Iterator[str]:
    facts = {"code": one.code.label, "child": one.child, "basis": one.basis.label}
    yield _("%(code)s, about %(child)s. It rests on this: %(basis)s.") % facts
    when = {"who": one.imposed_by, "day": _day(one.imposed_at), "next": day_words(one.review_on, year=True)}
    yield _("Set by %(who)s on %(day)s. It is looked at again on %(next)s.") % when


def _tie(one: TieFact) -> Iterator[str]:
    facts = {"what": one.relation.label, "child": one.child}
    yield _since(_("%(what)s of %(child)s") % facts, one.from_at, one.until_at)
    yield _("Parental responsibility: %(answer)s.") % {"answer": one.responsibility.label}
    if one.day_to_day_care:
        yield _("Looks after the child day to day.")
    if one.evidence is not EvidenceSeen.NONE and one.seen_on and one.seen_by:
        seen = {"what": one.evidence.label, "who": one.seen_by, "day": day_words(one.seen_on, year=True)}
        yield _("%(what)s, seen by %(who)s on %(day)s.") % seen


def _viewing(one: ViewerFact) -> str:
    facts = {"who": one.granted_by, "child": one.child}
    return _since(_("Let see the stars of %(child)s by %(who)s") % facts, one.from_at, one.until_at)


def _since(what: str, from_at: datetime, until_at: datetime | None) -> str:
    facts = {"what": what, "first": _day(from_at)}
    if until_at is None:
        return _("%(what)s, since %(first)s.") % facts
    last = day_words(clock.last_day(until_at), year=True)
    return _("%(what)s, from %(first)s to %(last)s.") % {**facts, "last": last}


def _day(at: datetime) -> str:
    return day_words(clock.day_of(at), year=True)
