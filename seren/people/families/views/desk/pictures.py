"""`/desk/children/<id>/pictures/`: the silent flag that keeps a child out of pictures, and taking it away."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, ClassVar
from uuid import UUID

from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, RecordClass
from seren.foundation.ui.door import FormShown, Sighting, tell
from seren.people.families.domain import keep_out_of_pictures, let_into_pictures
from seren.people.families.forms.pictures import KeepOutForm, LetInForm
from seren.people.families.models import Child
from seren.people.families.policies import FamilyAction
from seren.people.families.queries.desk.pictures import KeptOut, kept_out
from seren.people.families.terms import Reach
from seren.people.families.views.desk.base import DeskForm, back_to


@dataclass(frozen=True, slots=True)
class PicturesPage:
    """`stands` is the flag in force; what was before is below it. `offers`: the form has something to do."""

    sheet: FormShown
    child: UUID
    stands: KeptOut | None
    before: tuple[KeptOut, ...]
    offers: bool
    ends_at: str


class _OfPictures(DeskForm):
    action = FamilyAction.RESTRICT
    record_class = RecordClass.C12
    needs = FamilyAction.RESTRICT
    template_name = "families/desk/pictures.html"
    ends: ClassVar[bool] = False

    def read(self, actor: Actor, **ids: Any) -> Any:
        child = self.child(actor, ids["child"], self.needs)
        held = kept_out(child.pk)
        stands = next((one for one in held if one.ended is None), None)
        return PicturesPage(
            sheet=self.sheet(child),
            child=child.pk,
            stands=stands,
            before=tuple(one for one in held if one.ended),
            offers=(stands is not None) is self.ends,
            ends_at=f"{self.here(child)}end/" if stands and not self.ends else "",
        )

    def sightings(self, model: Any) -> Iterable[Sighting]:
        return [(RecordClass.C12, model.child)]

    def here(self, child: Child) -> str:
        return f"/desk/children/{child.pk}/pictures/"


class KeepOut(_OfPictures):
    form_class = KeepOutForm

    def sheet(self, child: Child) -> FormShown:
        return FormShown(
            title=_("Keep %(child)s out of pictures") % {"child": child.known_as},
            line=_("It holds at once. Families are told nothing. Staff see a crossed camera, never why."),
            button=_("Keep out of pictures now"),
            **back_to(child),
        )

    def act(self, actor: Actor, said: dict[str, Any], **ids: Any) -> str:
        child = self.child(actor, ids["child"], self.needs)
        reach = Reach(said["reach"])
        keep_out_of_pictures(actor=actor, child=child, reach=reach, reason=said["reason"], now=actor.at)
        tell(self.request, _("It holds from now. Staff see a crossed camera."))
        return self.here(child)


class LetIn(_OfPictures):
    form_class = LetInForm
    ends = True

    def sheet(self, child: Child) -> FormShown:
        return FormShown(
            title=_("Let %(child)s into pictures again") % {"child": child.known_as},
            line=_("What the family said yes to counts again at once."),
            button=_("Let in again"),
            **back_to(child),
        )

    def act(self, actor: Actor, said: dict[str, Any], **ids: Any) -> str:
        child = self.child(actor, ids["child"], self.needs)
        let_into_pictures(actor=actor, child=child, reason=said["reason"], now=actor.at)
        tell(self.request, _("The crossed camera is gone."))
        return self.here(child)
