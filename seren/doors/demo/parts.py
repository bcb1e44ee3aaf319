"""The cast: who one can be in the demo. The slug is the person (contract.md)."""

from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from seren.people.accounts.terms import Hat


class Part(NamedTuple):
    """One person of the cast. `who` is one sentence for whoever chooses."""

    slug: str
    name: str
    who: "str | Promise"
    hat: Hat
    can_sign_in: bool = True

    @property
    def given_name(self) -> str:
        return self.name.split()[0]

    @property
    def family_name(self) -> str:
        return self.name.partition(" ")[2]


CAST: tuple[Part, ...] = (
    Part("mother", "Rhian Evans", _("Mali’s mum. Her home speaks Welsh."), Hat.FAMILY),
    Part("father-other-home", "Gareth Evans", _("Mali’s dad. He lives in another home."), Hat.FAMILY),
    Part("grandmother", "Nerys Evans", _("Mali’s nan. Rhian lets her see Mali’s stars."), Hat.FAMILY),
    Part("key-person", "Sian Prosser", _("Key person in Robins. She speaks English and Welsh."), Hat.ROOM),
    Part("manager", "Bev Hartley", _("Manager of the pre-school and of the club."), Hat.DESK),
    Part("deputy", "Tom Ashby", _("Deputy manager of the pre-school."), Hat.DESK),
    Part(
        "safeguarding-lead", "Ruth Okafor", _("Safeguarding lead of the pre-school and the club."), Hat.DESK
    ),
    Part("practitioner-other-room", "Karen Doyle", _("Works in Wrens. She is Mali’s buddy."), Hat.ROOM),
    Part("parent-and-staff", "Hannah Lloyd", _("Works in Robins. Her girl Cadi is in Wrens."), Hat.ROOM),
    Part("parent-urdu", "Amina Khan", _("Mum of Yusuf and Hassan. She reads Urdu."), Hat.FAMILY),
    Part("parent-polish", "Kasia Nowak", _("Zofia’s mum. The family speaks Polish."), Hat.FAMILY),
    Part("parent-welsh", "Eleri Roberts", _("Mum of Gwilym and Elin at Bryn Awel."), Hat.FAMILY),
    Part("foster-carer", "Joy Mensah", _("Kai lives with her. She is his foster carer."), Hat.FAMILY),
    Part(
        "parent-without-pr",
        "Marcus Reid",
        _("Ivy’s dad. He has no parental responsibility."),
        Hat.FAMILY,
    ),
    Part(
        "father-restricted",
        "Darren Cole",
        _("Ellie’s dad. A court order says that he gets no news."),
        Hat.FAMILY,
    ),
    Part(
        "parent-no-phone",
        "Dean Walker",
        _("Alfie’s dad. He has no phone. His stars come on paper."),
        Hat.FAMILY,
        False,
    ),
    Part(
        "stranger-parent",
        "Lucy Grant",
        _("Her girl is called Mali too. She goes to the club only."),
        Hat.FAMILY,
    ),
    Part("other-setting-manager", "Carys Bowen", _("Manager of Meithrinfa Bryn Awel."), Hat.DESK),
    Part("committee-chair", "Owain Pugh", _("Chair of the committee. He has no child here."), Hat.COMMITTEE),
    Part("leaver", "Lee Marsh", _("Worked in Robins until last month."), Hat.ROOM),
)
BY_SLUG = {part.slug: part for part in CAST}
