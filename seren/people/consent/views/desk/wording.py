"""`/desk/permissions/words/`: what families read, in both languages, before anybody is asked."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from seren.foundation.access.door import Actor, RecordClass
from seren.foundation.kernel import clock
from seren.foundation.ui.door import Page, Tag
from seren.people.consent.queries.desk import label_of
from seren.people.consent.queries.wording import Worded, worded_on
from seren.people.consent.terms import Renewal
from seren.people.provision.policies import ProvisionAction
from seren.people.provision.queries.atdesk import AtDesk


@dataclass(frozen=True, slots=True)
class WordsOfOne:
    of: Worded
    title: str
    tags: tuple[Tag, ...]


@dataclass(frozen=True, slots=True)
class WordsShown:
    groups: tuple[tuple[str, tuple[WordsOfOne, ...]], ...]


class Words(AtDesk, Page):
    action = ProvisionAction.OVERSEE_SETTING
    record_class = RecordClass.C1
    template_name = "consent/desk/words.html"

    def read(self, actor: Actor, **given: Any) -> WordsShown:
        self.desk(actor)
        found = worded_on(clock.day_of(actor.at))
        return WordsShown(
            tuple((str(group.label), tuple(map(_shown, every))) for group, every in found.items() if every)
        )


def _shown(of: Worded) -> WordsOfOne:
    return WordsOfOne(of, label_of(of.one), tuple(_tags(of)))


def _tags(of: Worded) -> list[Tag]:
    one = of.one
    if not one.asked:
        return [Tag(_("Told, not asked"), "", "eye")]
    tags = [Tag(_("A yes is written"), "sea", "pen")] if one.written else []
    if one.renewal is Renewal.YEARLY:
        tags.append(Tag(_("Asked each year"), "moss", "today"))
    if one.lapses:
        tags.append(Tag(_("Ends without an answer"), "clay", "clock"))
    return tags
