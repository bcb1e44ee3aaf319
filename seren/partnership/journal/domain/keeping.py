"""The rows of a moment: its words, children and tags. Called by verbs, within their section."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, NotThere, SystemReason, system
from seren.foundation.kernel import clock
from seren.foundation.kernel.refusals import Refused
from seren.foundation.sealing.door import blind
from seren.foundation.words.door import revise
from seren.partnership.journal.domain.finding import index
from seren.partnership.journal.domain.lengths import longest
from seren.partnership.journal.domain.pictures import Picture, keep_photo
from seren.partnership.journal.domain.wording import keep_words
from seren.partnership.journal.models import Moment, MomentArea, MomentChild
from seren.partnership.journal.terms import Audience, Channel, Origin, Precision
from seren.people.families.queries import settings_of_children


@dataclass(frozen=True)
class Said:
    """What somebody put into a moment. `moment` is the id their device made for it."""

    moment: UUID
    children: tuple[UUID, ...]
    words: str
    language: str
    happened_at: datetime
    precision: Precision = Precision.MINUTE
    quick_word: str = ""
    areas: tuple[str, ...] = ()
    audience: Audience = Audience.FAMILY
    pictures: tuple[Picture, ...] = field(default=(), compare=False)

    def fingerprint(self) -> bytes:
        """Equal for equal words. Keyed, so that it tells nothing once they are erased."""
        body = [
            sorted(str(child) for child in self.children),
            self.words,
            self.language,
            self.happened_at.isoformat(),
            self.precision,
            self.quick_word,
            sorted(self.areas),
            self.audience,
        ]
        return blind(json.dumps(body, ensure_ascii=False), "moment")


@dataclass(frozen=True)
class By:
    """Whose moment it is, and how it came in."""

    origin: Origin
    author: UUID
    keyed_by: UUID | None = None

    @property
    def channel(self) -> Channel:
        return Channel.PAPER if self.keyed_by else Channel.SCREEN


def check(said: Said, now: datetime, *, pictured: bool = False) -> None:
    """`pictured`: the moment has photos already, so that it needs no words."""
    if not said.children:
        raise Refused("no-child", _("Choose at least one child."), "children")
    if not (said.words.strip() or said.quick_word or said.pictures or pictured):
        raise Refused("nothing-said", _("Add a photo, a few words, or choose a word."), "words")
    if clock.day_of(said.happened_at) > clock.day_of(now):
        raise Refused("happens-later", _("That day has not come yet. Check the date."), "happened_at")
    if len(said.pictures) > longest("moment.photos", now):
        raise Refused("too-many-photos", _("That is too many photos for one star."), "photos")


def before(actor: Actor, said: Said, by: By) -> Moment | None:
    """The moment that already has this id. Somebody else's is not there; other words are refused."""
    held = system(SystemReason.WRITING, Moment).filter(pk=said.moment).first()
    if held is None:
        return None
    if (held.provider_id, held.author_id, held.keyed_by_id) != (actor.provider, by.author, by.keyed_by):
        raise NotThere("moment")
    if held.fingerprint is None or bytes(held.fingerprint) != said.fingerprint():
        raise Refused("conflict", _("This was sent before with other words. Open it and change it there."))
    return held


def keep(actor: Actor, said: Said, by: By, chosen: UUID | None, now: datetime) -> Moment:
    """A new moment, as a draft."""
    moment = Moment(
        id=said.moment,
        provider_id=actor.provider,
        setting_id=_setting(said, chosen, now),
        origin=by.origin,
        author_id=by.author,
        keyed_by_id=by.keyed_by,
        channel=by.channel,
        audience=said.audience if by.origin == Origin.HOME else Audience.FAMILY,
        quick_word=said.quick_word,
        happened_at=said.happened_at,
        happened_precision=said.precision,
        written_at=now,
        fingerprint=said.fingerprint(),
    )
    set_words(actor, moment, said, now)
    moment.save(force_insert=True)
    set_children(moment, said.children)
    set_areas(moment, said.areas)
    for picture in said.pictures:
        keep_photo(actor, moment, picture, now)
    index(moment)
    return moment


def set_words(actor: Actor, moment: Moment, said: Said, now: datetime) -> None:
    """The words, or a newer wording of them. Earlier ones are kept, also where none are left."""
    limit = longest("moment.longest", now)
    if moment.text_id is not None and not said.words.strip():
        moment.text = None
    elif moment.text_id is not None:
        revise(
            text=moment.text_id,
            author=actor.person,
            body=said.words,
            language=said.language,
            limit=limit,
            now=now,
        )
    elif said.words.strip():
        moment.text_id = keep_words(
            actor, moment.setting_id, said.words, said.language, now, "moment.longest"
        )


def set_children(moment: Moment, children: Sequence[UUID]) -> None:
    rows = system(SystemReason.WRITING, MomentChild).filter(moment=moment)
    rows.exclude(child__in=children).delete()
    held = set(rows.values_list("child_id", flat=True))
    system(SystemReason.WRITING, MomentChild).bulk_create(
        MomentChild(
            provider_id=moment.provider_id,
            moment=moment,
            child_id=child,
            origin=moment.origin,
            shared_at=moment.shared_at,
        )
        for child in dict.fromkeys(children)
        if child not in held
    )


def set_areas(moment: Moment, codes: Sequence[str]) -> None:
    system(SystemReason.WRITING, MomentArea).filter(moment=moment).delete()
    system(SystemReason.WRITING, MomentArea).bulk_create(
        MomentArea(provider_id=moment.provider_id, moment=moment, code=code) for code in dict.fromkeys(codes)
    )


def _setting(said: Said, chosen: UUID | None, now: datetime) -> UUID:
    """The one setting the moment belongs to: the chosen one, where all its children are enrolled."""
    settings = settings_of_children(said.children, now)
    if chosen in settings:
        return chosen
    if chosen is not None or not settings:
        raise Refused("not-together", _("These children are not at one setting together."), "children")
    return settings[0]
