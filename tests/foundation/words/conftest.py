"""Words of Hill Lane: Sian writes, Amina reads Urdu, Rhian reads Welsh before English."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import pytest

from seren.foundation.kernel import db, ids
from seren.foundation.words import door as words


@dataclass
class Desk:
    """Writes as a room's verb would: in a section, with a rule for the length."""

    provider: UUID
    setting: UUID
    sian: UUID
    bev: UUID
    now: datetime

    def write(self, body: str, language: str = "en", limit: int = 2000) -> UUID:
        with db.writing(housekeeping=True):
            return words.write(
                provider=self.provider,
                setting=self.setting,
                author=self.sian,
                language=language,
                body=body,
                limit=limit,
                now=self.now,
            ).pk

    def revise(self, text: UUID, body: str, language: str | None = None) -> UUID:
        with db.writing(housekeeping=True):
            return words.revise(
                text=text, author=self.sian, body=body, limit=2000, now=self.now, language=language
            )

    def translate(self, text: UUID, language: str, body: str, *, by: UUID | None = None, of=None) -> UUID:
        original = of or words.read([text], []).popitem()[1].version
        with db.writing(housekeeping=True):
            return words.translate(
                text=text, of=original, language=language, body=body, author=by, limit=2000, now=self.now
            )

    def check(self, version: UUID, by: UUID) -> None:
        with db.writing(housekeeping=True):
            words.check(version=version, by=by, now=self.now)

    def shown(self, text: UUID, *reads: str) -> words.Shown:
        return words.read([text], reads)[text]


@pytest.fixture
def desk(db, now):
    return Desk(ids.new(), ids.new(), ids.new(), ids.new(), now)
