"""`/family/people/collectors/…/photo/`: a photo of who collects; and the address of its bytes."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, RecordClass
from seren.foundation.kernel import clock
from seren.foundation.kernel.refusals import Refused
from seren.foundation.media import door as media
from seren.foundation.ui.door import PhotoShown, tell
from seren.people.families.domain import (
    Pictured,
    picture_collector,
    show_picture_again,
    take_picture_away,
)
from seren.people.families.forms.collecting import CHOOSE_AGAIN, PhotoForm
from seren.people.families.policies import FamilyAction
from seren.people.families.queries.collecting import find_pictured
from seren.people.families.queries.collectorphotos import SIZES, collector_photos, days_in_bin
from seren.people.families.views.family.people import HERE, ForChild, OnPeople


@contextmanager
def photo_in(said: dict[str, Any]) -> Iterator[Pictured | None]:
    """The photo of a form, taken in before the verb writes; let go of where it refuses."""
    if not said["photo"]:
        yield None
        return
    with media.receive(said["photo"]) as received:
        try:
            yield Pictured(received, said["agreed"])
        except Refused as no:
            if no.field == "photo":
                raise
            raise Refused(no.code, f"{no.sentence} {CHOOSE_AGAIN}", no.field) from no


@dataclass(frozen=True, slots=True)
class PhotoPage:
    """`terms`: who sees it, how long, and the way out. `take` is empty where there is nothing to take."""

    title: str
    line: str
    terms: tuple[str, ...]
    button: str
    sees: str
    photo: PhotoShown | None
    sorry: str
    take: str
    may_add: bool


class CollectorPhotoPage(ForChild):
    """Whoever named them sees it, and takes it away; whoever may still name somebody adds one."""

    action = FamilyAction.SEE_COLLECTOR
    form_class = PhotoForm
    template_name = "families/family/collector_photo.html"

    def read(self, actor: Actor, **given: Any) -> PhotoPage:
        held = find_pictured(actor, given["collector"])
        names = {"name": held.name, "child": held.child}
        one = collector_photos(actor, {held.row: held.name}, held.child).get(held.row)
        there = one is not None and not one.sorry
        return PhotoPage(
            title=_("A photo of %(name)s") % names,
            line=_("It helps our team to know who comes.") if held.may_name or there else "",
            terms=terms_of(actor, held.child),
            button=_("Use this photo instead") if there else _("Add this photo"),
            sees=_("You and our team see this. No other parent does."),
            photo=one.large if one is not None and there else None,
            sorry=str(one.sorry) if one is not None else "",
            take=f"{HERE}collectors/{held.row}/photo/end/" if one is not None else "",
            may_add=held.may_name,
        )

    def act(self, actor: Actor, said: dict[str, Any], **given: Any) -> str:
        collector = find_pictured(actor, given["collector"]).of
        with photo_in(said) as picture:
            if picture is None:
                raise Refused("no-photo", _("Choose a photo first."), "photo")
            picture_collector(actor=actor, collector=collector, picture=picture, now=clock.now())
        tell(self.request, _("The photo is kept. Our team sees it when they come."))
        return f"{HERE}collectors/{collector.pk}/photo/"


class TakePhotoAway(OnPeople):
    action = FamilyAction.SEE_COLLECTOR

    def act(self, actor: Actor, said: dict[str, Any], **given: Any) -> str:
        collector = find_pictured(actor, given["collector"]).of
        take_picture_away(actor=actor, collector=collector, now=clock.now())
        page = f"{HERE}collectors/{collector.pk}/photo/"
        tell(
            self.request, _("The photo is gone from every page. You can add one again."), undo=f"{page}back/"
        )
        return page


class ShowPhotoAgain(OnPeople):
    action = FamilyAction.NAME_COLLECTOR

    def act(self, actor: Actor, said: dict[str, Any], **given: Any) -> str:
        collector = find_pictured(actor, given["collector"]).of
        show_picture_again(actor=actor, collector=collector, now=clock.now())
        tell(self.request, _("The photo is back."))
        return f"{HERE}collectors/{collector.pk}/photo/"


class CollectorPhotoBytes(media.PhotoBytes):
    """Two sizes, by the collector’s own rule."""

    action = FamilyAction.SEE_COLLECTOR_PHOTO
    record_class = RecordClass.C7
    sizes = SIZES


def terms_of(actor: Actor, child: str) -> tuple[str, ...]:
    """In plain words, before anybody adds a photo of somebody else."""
    return (
        _("Only you and the team who look after %(child)s see it. No other parent does.") % {"child": child},
        _("We show it as long as they may collect %(child)s. Then it leaves every page at once.")
        % {"child": child},
        _("We erase it %(days)d days after that.") % {"days": days_in_bin(actor.at)},
        _("If they change their mind, take it away here. You can do it at any time."),
    )
