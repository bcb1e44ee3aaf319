"""People, and the sizes of pictures made in the test's own process, where nothing hostile is read."""

import warnings
from collections.abc import Callable
from io import BytesIO
from uuid import UUID

import pytest

from seren.foundation.access.door import Actor, Level
from seren.foundation.kernel import ids
from seren.foundation.media.decoder import canvas, libraries, opening, shapes, writing
from seren.foundation.media.decoder.look import look
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
