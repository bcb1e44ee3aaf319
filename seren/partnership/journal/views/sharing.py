"""`/stars/new/`: a star from home. Works with nothing but a form."""

from contextlib import ExitStack
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, NotThere, RecordClass
from seren.foundation.kernel import clock, ids
from seren.foundation.kernel.refusals import Refused
from seren.foundation.media import door as media
from seren.foundation.ui.door import FormPage, Labelled, SerenForm, actor_of, tell
from seren.partnership.journal.domain import Picture, Said, share_star
from seren.partnership.journal.forms.star import DRAFT, StarForm
from seren.partnership.journal.policies import JournalAction
from seren.partnership.journal.queries.sharing import ToShare, to_share
from seren.partnership.journal.terms import Audience, Precision
from seren.partnership.journal.views.base import writes_in


@dataclass(frozen=True, slots=True)
class NewStarPage:
    title: str
    one_child: bool


class NewStar(FormPage):
    action = JournalAction.SHARE_STAR
    record_class = RecordClass.C3
    audience = "family"
    template_name = "journal/family/new_star.html"
    draft = DRAFT

    @cached_property
    def offered(self) -> ToShare:
        return to_share(actor_of(self.request))

    def make_form(self, actor: Actor, ids: dict[str, Any], **given: Any) -> SerenForm:
        children = [
            (str(one.id), Labelled(one.name, initial=one.initial, tint=one.tint, cut=one.cut))
            for one in self.offered.children
        ]
        seeing = [(one.audience.value, Labelled(one.label, hint=one.who)) for one in self.offered.seeing]
        return StarForm(children=children, audiences=seeing, **given)

    def read(self, actor: Actor, **given: Any) -> NewStarPage:
        children = self.offered.children
        if len(children) > 1:
            return NewStarPage(_("Share a star from home"), one_child=False)
        return NewStarPage(_("What did %(name)s do at home?") % {"name": children[0].name}, one_child=True)

    def initial(self, actor: Actor, **given: Any) -> dict[str, Any]:
        asked = self.request.GET.get("child", "")
        return {
            "star": ids.new(),
            "language": writes_in(self.request),
            "audience": Audience.KEY_PERSON.value,
            **({"child": asked} if asked in {str(one.id) for one in self.offered.children} else {}),
        }

    def act(self, actor: Actor, said: dict[str, Any], **given: Any) -> str:
        child, said = UUID(said["child"]), {**said, "language": said["language"] or writes_in(self.request)}
        if child not in {one.id for one in self.offered.children}:
            raise NotThere("child")
        try:
            star = self._share(actor, child, said)
        except Refused as no:
            if said["photos"] and no.field != "photos":
                raise Refused(no.code, f"{no.sentence} {_('Choose your photos again.')}", no.field) from no
            raise
        tell(self.request, _("Your star is shared."), undo=f"/stars/{star}/undo/")
        return f"/stars/{star}/?new=1"

    def _share(self, actor: Actor, child: UUID, said: dict[str, Any]) -> UUID:
        with ExitStack() as uploads:
            pictures = tuple(
                Picture(
                    ids.new(),
                    uploads.enter_context(media.receive(photo)),
                    alt=said["alt"],
                    alt_language=said["language"],
                )
                for photo in said["photos"]
            )
            star, _new = share_star(
                actor=actor,
                said=Said(
                    moment=said["star"],
                    children=(child,),
                    words=said["words"],
                    language=said["language"],
                    happened_at=clock.at_london(said["happened"]),
                    precision=Precision.DAY,
                    audience=Audience(said["audience"]),
                    pictures=pictures,
                ),
                now=clock.now(),
            )
        return star.pk
