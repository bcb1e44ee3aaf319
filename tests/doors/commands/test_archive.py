"""A backup is whole or not at all: every byte of it is accounted for, and its names lead nowhere else."""

import hashlib
import random
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from seren.doors.commands.archive import manifest as shapes
from seren.doors.commands.archive import reading, writing
from seren.doors.commands.archive.manifest import Damaged, Manifest, Member, Seal
from seren.doors.commands.archive.writing import Part
from seren.doors.commands.telling import Trouble

NAMES = ["database.sqlite3", "media/01/0196/full.jpg", "media/01/0196/thumb.jpg", "media/incoming/0197"]


def described(members):
    return Manifest("2025-05-14T09:40:00+00:00", "live", "sqlite", "f" * 64, members)


def nobody(*_):
    pass


@pytest.fixture
def parts(tmp_path):
    made = []
    for number, name in enumerate(NAMES):
        path = tmp_path / f"source-{number}"
        path.write_bytes(random.Random(number).randbytes(700 * number) + b"same " * 300)
        made.append(Part(name, path, packed=number == 0))
    return made


@pytest.fixture
def backup(tmp_path, parts):
    target = tmp_path / "b.zip"
    writing.write(target, parts, described, nobody)
    return target


def named_by(path):
    with pytest.raises(Damaged) as found:
        reading.verify(path, nobody)
    return found.value.part


def where(backup):
    """Which part each byte of the file belongs to, as the backup itself was written."""
    manifest, _ = reading.verify(backup, nobody)
    size = backup.stat().st_size
    with backup.open("rb") as file:
        seal = shapes.read_seal(file, size)
    spans = [(member.ends, member.name) for member in manifest.members]
    spans += [(seal.ends, "MANIFEST.json"), (size - len(seal.to_bytes()), "list of contents"), (size, "seal")]
    return lambda at: next(name for ends, name in spans if at < ends)


def flipped(backup, tmp_path, at, bit):
    raw = bytearray(backup.read_bytes())
    raw[at] ^= 1 << bit
    path = tmp_path / "flipped.zip"
    path.write_bytes(raw)
    return path


def test_what_went_in_comes_out(tmp_path, parts, backup):
    manifest, _ = reading.verify(backup, nobody)
    reading.unpack(backup, manifest, tmp_path / "out", nobody)
    for part in parts:
        assert (tmp_path / "out" / part.name).read_bytes() == part.path.read_bytes()
        assert (tmp_path / "out" / part.name).stat().st_mode & 0o777 == 0o600


def test_anybody_can_open_it_as_a_zip_and_check_the_sums(backup):
    manifest, _ = reading.verify(backup, nobody)
    with zipfile.ZipFile(backup) as archive:
        assert archive.namelist() == [*NAMES, "MANIFEST.json"]
        for member in manifest.members:
            assert hashlib.sha256(archive.read(member.name)).hexdigest() == member.sha256
    assert backup.stat().st_mode & 0o777 == 0o600


def test_one_flipped_bit_anywhere_is_found_and_its_part_named(tmp_path, backup):
    part_of = where(backup)
    size = backup.stat().st_size
    sample = random.Random(14).sample(range(size), 300)
    edges = [0, 1, 26, 30, size - 1, size - shapes.SEAL_LENGTH, size - shapes.SEAL_LENGTH - 1]
    for at in [*edges, *sample]:
        said = named_by(flipped(backup, tmp_path, at, at % 8))
        # A flip in the seal is named as the seal, or as the part whose digest or place it garbled.
        expected = part_of(at)
        assert expected in said or expected == "seal", f"byte {at} of {expected}: {said}"


@pytest.mark.long
def test_one_flipped_bit_at_every_place_is_found(tmp_path, backup):
    for at in range(backup.stat().st_size):
        assert named_by(flipped(backup, tmp_path, at, at % 8))


def test_a_file_cut_short_is_found_at_every_length(tmp_path, backup):
    raw = backup.read_bytes()
    for length in [0, 1, 100, len(raw) // 2, len(raw) - shapes.SEAL_LENGTH, len(raw) - 1]:
        short = tmp_path / "short.zip"
        short.write_bytes(raw[:length])
        assert "cut short" in named_by(short)


def test_a_byte_too_many_is_found(tmp_path, backup):
    backup.write_bytes(backup.read_bytes() + b"\0")
    assert named_by(backup)


def test_a_photo_is_no_backup(tmp_path):
    path = tmp_path / "photo.jpg"
    path.write_bytes(b"\xff\xd8\xff" + b"x" * 5000)
    assert "no backup of Seren" in named_by(path)


def forged(tmp_path, name, size=None, body=b"body"):
    """A backup whose every digest is right, written by somebody who means harm."""
    path = tmp_path / "forged.zip"
    with path.open("w+b") as file:
        with zipfile.ZipFile(file, "w") as archive:
            archive.writestr(writing._info(name, packed=True), body)
            ends = archive.start_dir
            digest = writing.digest(file, 0, ends)
            said = len(body) if size is None else size
            said = len(body) if size is None else size
            told = Member(name, said, hashlib.sha256(body).hexdigest(), 0, ends, digest)
            archive.writestr(writing._info("MANIFEST.json"), described((told,)).to_bytes())
            archive.comment = Seal(ends, archive.start_dir, "0" * 64, "0" * 64).to_bytes()
            starts, stops = ends, archive.start_dir
        writing._seal(file, starts, stops)
    return path


@pytest.mark.parametrize(
    "name",
    ["../evil", "media/../../evil", "/etc/evil", "media/a\\..\\b", "C:evil", "media//x", "media/", "kind",
     "keys/installation.key", "media/.hidden", "database.sqlite3-wal", "media/a\nb"],
)  # fmt: skip
def test_a_name_that_leads_elsewhere_is_refused(tmp_path, name):
    assert "MANIFEST" in named_by(forged(tmp_path, name))


def test_a_small_file_that_unpacks_without_end_is_stopped(tmp_path):
    path = forged(tmp_path, "media/01/x", size=10, body=b"\0" * 50_000_000)
    manifest, _ = reading.verify(path, nobody)
    with pytest.raises(Damaged):
        reading.unpack(path, manifest, tmp_path / "out", nobody)
    assert (tmp_path / "out" / "media" / "01" / "x").stat().st_size <= writing.BLOCK


def test_a_backup_never_overwrites(tmp_path, parts):
    target = tmp_path / "b.zip"
    target.write_text("last month's")
    with pytest.raises(Trouble, match="never overwrites"):
        writing.write(target, parts, described, nobody)
    assert target.read_text() == "last month's"


def test_a_picture_erased_meanwhile_is_left_out(tmp_path, parts):
    parts[2].path.unlink()
    manifest = writing.write(tmp_path / "b.zip", parts, described, nobody)
    assert [member.name for member in manifest.members] == [NAMES[0], NAMES[1], NAMES[3]]
    reading.verify(tmp_path / "b.zip", nobody)


def test_a_link_is_not_followed(tmp_path, parts):
    parts[1].path.unlink()
    parts[1].path.symlink_to("/etc/hostname")
    with pytest.raises(Trouble):
        writing.write(tmp_path / "b.zip", parts, described, nobody)
    assert not (tmp_path / "b.zip").exists()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(contents=st.lists(st.binary(max_size=300), max_size=5))
def test_any_contents_come_back(tmp_path_factory, contents):
    folder = tmp_path_factory.mktemp("any")
    parts = []
    for number, content in enumerate(contents):
        (folder / str(number)).write_bytes(content)
        parts.append(Part(f"media/{number}", folder / str(number), packed=number % 2 == 0))
    writing.write(folder / "b.zip", parts, described, nobody)
    manifest, _ = reading.verify(folder / "b.zip", nobody)
    reading.unpack(folder / "b.zip", manifest, folder / "out", nobody)
    assert [(folder / "out" / part.name).read_bytes() for part in parts] == contents
