"""People, and the sizes of pictures made in the test's own process, where nothing hostile is read."""

import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO
from uuid import UUID

import pytest
from PIL import Image

from seren.foundation.access.door import Actor, Level, SystemReason, system
from seren.foundation.audit.door import Event, record
from seren.foundation.kernel import db, ids
from seren.foundation.media import door as media
from seren.foundation.media import process, store
from seren.foundation.media.decoder import canvas, libraries, opening, shapes, writing
from seren.foundation.media.decoder.header import Unfit
from seren.foundation.media.decoder.look import look
from seren.foundation.media.models import Photo
from tests.conftest import NOW


@pytest.fixture(autouse=True)
def _a_media_folder_of_its_own(settings, tmp_path):
    settings.MEDIA = tmp_path / "media"


Sizes = dict[str, bytes]


def sizes_of(kind: str, upload: bytes) -> Sizes:
    """What the other process would write, without its limits."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return _sizes_of(kind, upload)


def _sizes_of(kind: str, upload: bytes) -> Sizes:
    libraries.load(kind)
    files = {size: BytesIO() for size in shapes.SIZES}
    header = look(kind, upload)
    with libraries.speaking_plainly():
        painted = canvas.paint(opening.open_picture(kind, BytesIO(upload), header), header.turned)
    writing.write_all(painted, files)
    return {size: file.getvalue() for size, file in files.items()}


PROVIDER = ids.new()
ELSEWHERE = ids.new()


@pytest.fixture
def person() -> Callable[..., Actor]:
    def made(provider: UUID = PROVIDER) -> Actor:
        return Actor(person=ids.new(), provider=provider, level=Level.STRONG, at=NOW)

    return made


@pytest.fixture
def sian(person) -> Actor:
    """The key worker who takes the pictures."""
    return person()


SETTING, MOMENT = ids.new(), ids.new()
TOM, ANWEN = ids.new(), ids.new()


class Happened(Event):
    """What the room's verb would record beside what media does."""

    NOTED = "test.noted", "noted a moment"


@pytest.fixture
def verb():
    """A verb's writing section, with its audit record."""

    @contextmanager
    def section(actor: Actor) -> Iterator[None]:
        with db.writing():
            yield
            record(actor, Happened.NOTED, Photo(provider_id=actor.provider), now=NOW)

    return section


@pytest.fixture
def keep(verb, django_capture_on_commit_callbacks):
    """Take a photo in and keep it, as a room's verb does. What waits for the commit is run."""

    def kept(actor: Actor, upload: bytes, **given: Any) -> Photo:
        wanted: dict[str, Any] = {
            "photo": ids.new(),
            "setting": SETTING,
            "belongs_to": ("test.moment", MOMENT),
            "subjects": [TOM],
            "alt": "Tom and a castle",
            "alt_language": "en",
            "now": NOW,
        }
        with (
            media.receive(BytesIO(upload)) as received,
            django_capture_on_commit_callbacks(execute=True),
            verb(actor),
        ):
            return media.keep(received, actor=actor, **{**wanted, **given})

    return kept


def incoming_names() -> list[str]:
    folder = store.root() / store.INCOMING
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


def row(photo: UUID) -> Photo | None:
    return system(SystemReason.WRITING, Photo).filter(pk=photo).first()


@pytest.fixture
def in_this_process(monkeypatch):
    """For pictures of our own making: what the other process does, without starting one."""

    def make(kind: str, upload: BinaryIO, place: Path) -> tuple[int, int]:
        upload.seek(0)
        made = sizes_of(kind, upload.read())
        for size, jpeg in made.items():
            (place / f"{size}.jpg").write_bytes(jpeg)
        with Image.open(BytesIO(made["full"])) as full:
            return full.size

    def glance(kind: str, upload: BinaryIO) -> tuple[int, int]:
        upload.seek(0)
        return look(kind, upload.read()).shown

    def unfit(work):
        def translated(*given):
            try:
                return work(*given)
            except Unfit as unfit:
                raise process.Unreadable(unfit.code) from unfit

        return translated

    monkeypatch.setattr(process, "look", unfit(glance))
    monkeypatch.setattr(process, "make", unfit(make))
