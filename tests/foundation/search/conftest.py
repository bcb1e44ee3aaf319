"""Sian is key person of some children of Hill Lane, Bev of others. Each may find her own."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

import pytest
from django.db.models import Q

from seren.foundation.access import rules
from seren.foundation.access.door import Actor, Because, Level, RecordClass, Rule
from seren.foundation.kernel import ids
from seren.foundation.search import door as search
from seren.people.accounts.models import Person
from seren.people.families.models import Child, KeyPerson
from seren.people.provision.models import Provider, Setting
from tests.foundation.search.actions import Look

KEY_PERSON = Because("key person of the child", lambda actor: Q(key_people__person=actor.person))


@dataclass
class World:
    """Children are rows with words; who their key person is decides who sees them."""

    provider: UUID
    setting: Setting
    sian: Actor
    bev: Actor
    now: datetime

    def child(self, words: str, *, of: Actor, language: str = "en", setting: Setting | None = None) -> UUID:
        child = self.new_child(setting)
        child.save(force_insert=True)
        self.new_key(child, of, setting).save(force_insert=True)
        self.index(child, words, language=language, setting=setting)
        return child.pk

    def new_child(self, setting: Setting | None = None) -> Child:
        return Child(
            provider_id=(setting or self.setting).provider_id,
            given_name="Mali",
            family_name="Rees",
            known_as="Mali",
            date_of_birth=date(2021, 6, 1),
            tint="sky",
            cut="a",
            known_since=self.now,
        )

    def new_key(self, child: Child, of: Actor, setting: Setting | None = None) -> KeyPerson:
        return KeyPerson(
            provider_id=child.provider_id,
            child=child,
            setting=setting or self.setting,
            person_id=of.person,
            kind="key",
            from_at=self.now,
        )

    def index(self, child: Child, words: str, *, language="en", setting=None, record_class=RecordClass.C3):
        place = (setting or self.setting).pk
        search.index(child, setting=place, record_class=record_class, texts=[(language, words)])

    def place(self, name: str, provider: UUID | None = None) -> Setting:
        provider = provider or self.new_provider(name)
        setting = Setting(
            provider_id=provider,
            name=name,
            slug=f"{name.lower().replace(' ', '-')}-{ids.code()}",
            nation="wales",
            made_at=self.now,
        )
        setting.save(force_insert=True)
        return setting

    def new_provider(self, name: str) -> UUID:
        pk = ids.new()
        Provider(id=pk, provider_id=pk, name=name, made_at=self.now).save(force_insert=True)
        return pk

    def adult(self, name: str, provider: UUID) -> Actor:
        person = Person(provider_id=provider, given_name=name, family_name="Pugh", known_since=self.now)
        person.save(force_insert=True)
        return Actor(person=person.pk, provider=provider, level=Level.STRONG, at=self.now)

    def find(self, who: Actor, words: str, *, limit: int = 100, action=Look.LEARNING, **more):
        return search.find(who, action, Child, words, limit=limit, **more)

    def ids(self, who: Actor, words: str, **more) -> list[UUID]:
        return list(self.find(who, words, **more).ids)

    def count(self, who: Actor, words: str, **more) -> int:
        return search.count(who, Look.LEARNING, Child, words, **more)


@pytest.fixture
def world(db, monkeypatch, now):
    for action, record_class in (
        (Look.LEARNING, RecordClass.C3),
        (Look.NAME, RecordClass.C2),
        (Look.MESSAGES, RecordClass.C9),
    ):
        rule = Rule(action, "families.Child", record_class, (KEY_PERSON,))
        monkeypatch.setitem(rules._rules, action, rule)
    made = World.__new__(World)
    made.now = now
    made.provider = made.new_provider("Hill Lane")
    made.setting = made.place("Hill Lane", made.provider)
    made.sian, made.bev = made.adult("Sian", made.provider), made.adult("Bev", made.provider)
    return made
