"""A provider and its settings, opened by whoever has the console."""

from datetime import datetime

from django.utils.text import slugify
from django.utils.translation import gettext as _

from seren.foundation.access.door import Operator, SystemReason, system
from seren.foundation.audit.door import record
from seren.foundation.kernel import db, ids, text
from seren.foundation.kernel.refusals import Refused
from seren.people.provision.models import Provider, Setting
from seren.people.provision.terms import Care, Nation, ProvisionEvent


def open_provider(*, name: str, now: datetime) -> Provider:
    """The first act of an installation: nobody can be asked yet."""
    own_id = ids.new()
    provider = Provider(id=own_id, provider_id=own_id, name=text.clean_line(name), made_at=now)
    with db.writing():
        provider.save(force_insert=True)
        record(None, ProvisionEvent.PROVIDER_OPENED, provider, now=now)
    return provider


def open_setting(
    *, actor: Operator, name: str, nation: Nation, care: Care, now: datetime, **details: object
) -> Setting:
    """`details`: phone, email, address, welsh_first, key_person_word. The slug is the name, slugified."""
    setting = Setting(
        provider_id=actor.provider,
        name=text.clean_line(name),
        slug=_free_slug(name),
        nation=nation,
        care=care,
        made_at=now,
        **details,
    )
    with db.writing():
        setting.save(force_insert=True)
        record(actor, ProvisionEvent.SETTING_OPENED, setting, now=now, setting=setting.id)
    return setting


def _free_slug(name: str) -> str:
    slug = slugify(text.fold(name))[:60]
    if not slug:
        raise Refused("name-unreadable", _("Give the setting a name with letters in it."), "name")
    taken = set(system(SystemReason.WRITING, Setting).values_list("slug", flat=True))
    if slug not in taken:
        return slug
    return next(f"{slug}-{n}" for n in range(2, 1000) if f"{slug}-{n}" not in taken)
