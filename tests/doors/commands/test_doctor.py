"""The doctor names what is wrong, how to mend it, and ends with one; a well installation ends with nought."""

import shutil
import sqlite3
from contextlib import closing
from datetime import date
from types import SimpleNamespace

import pytest
from django.apps import apps

from seren.doors.commands import rooms
from seren.doors.commands.checkup import ids, keys, machine, storage
from seren.doors.commands.checkup.finding import Grade
from seren.doors.commands.ground import Ground
from seren.foundation.kernel import db
from seren.foundation.kernel import ids as kernel_ids
from seren.foundation.sealing import store
from seren.foundation.sealing.door import forget
from seren.people.accounts.models import Person
from seren.people.provision.domain import open_provider
from tests.doors.commands.running import seren


def grades(findings):
    return [finding.grade for finding in findings]


@pytest.fixture
def place(tmp_path):
    return Ground(tmp_path, tmp_path / "keys", "")


def test_a_well_installation_is_well(live, tmp_path):
    assert seren("keys", "backup", tmp_path / "keys.sealed", "--data", live).code == 0
    said = seren("doctor", "--data", live)
    assert said.code == 0, said.all
    assert "mend " not in said.out
    assert "look " not in said.out


def test_missing_keys_and_a_damaged_file_are_both_told(live):
    (live / "keys" / "installation.key").unlink()
    database = live / "seren.sqlite3"
    raw = bytearray(database.read_bytes())
    raw[8192:12288] = bytes(4096)
    database.write_bytes(raw)
    said = seren("doctor", "--data", live)
    assert said.code == 1
    assert "no key" in said.out
    assert "damaged" in said.out


def test_a_folder_others_may_read_is_told(live):
    live.chmod(0o755)
    said = seren("doctor", "--data", live)
    assert said.code == 1
    assert "chmod go-rwx" in said.out


def test_a_database_of_another_shape_is_told(live):
    with closing(sqlite3.connect(live / "seren.sqlite3")) as database:
        database.execute("UPDATE kernel_installation SET fingerprint = 'another'")
        database.commit()
    said = seren("doctor", "--data", live)
    assert said.code == 0
    assert "another shape" in said.out


def test_an_old_sqlite_is_told(place, monkeypatch):
    monkeypatch.setattr(machine.sqlite3, "sqlite_version_info", (3, 40, 1))
    assert grades(machine.sqlite(place)) == [Grade.WATCH]
    monkeypatch.setattr(machine.sqlite3, "sqlite_version_info", (3, 51, 3))
    assert grades(machine.sqlite(place)) == [Grade.WELL]


@pytest.mark.parametrize(
    ("free", "grade"), [(1 << 40, Grade.WELL), (900 << 20, Grade.WATCH), (1 << 20, Grade.ILL)]
)
def test_room_on_the_disk_is_told(place, monkeypatch, free, grade):
    monkeypatch.setattr(shutil, "disk_usage", lambda path: SimpleNamespace(free=free))
    assert grades(machine.room(place)) == [grade]


def test_a_library_that_differs_is_named(place, monkeypatch):
    really = machine.version
    monkeypatch.setattr(machine, "version", lambda name: "0.1" if name == "segno" else really(name))
    (found,) = machine.libraries(place)
    assert (found.grade, "segno 0.1" in found.what) == (Grade.WATCH, True)


@pytest.mark.django_db
@pytest.mark.db
def test_an_id_that_points_at_nothing_is_named(place, now):
    provider = open_provider(name="Hill Lane", now=now)
    assert grades(ids.dangling(place)) == [Grade.WELL]
    stranger = kernel_ids.new()
    with db.writing(housekeeping=True):
        person(provider.id, now, current_setting_id=stranger)
    (found,) = ids.dangling(place)
    assert found.grade is Grade.ILL
    assert f"accounts.Person.current_setting_id {stranger}" in found.what


@pytest.mark.django_db
def test_a_notice_of_something_erased_is_watched_not_ill(place, now):
    provider = open_provider(name="Hill Lane", now=now)
    notice = apps.get_model("notify.Notice")(
        provider_id=provider.id, kind="journal.shared", subject_type="journal.moment",
        subject_id=kernel_ids.new(), urgency="normal", created_at=now,
    )  # fmt: skip
    notice.save(force_insert=True)
    assert grades(ids.dangling(place)) == [Grade.WATCH]


@pytest.mark.django_db
@pytest.mark.db
def test_a_subject_without_its_key_is_counted(place, now, monkeypatch):
    provider = open_provider(name="Hill Lane", now=now)
    with db.writing(housekeeping=True):
        sian = person(provider.id, now, email="sian@example.org")
    assert keys.sealed_subjects() == {sian.pk}
    assert grades(keys.subjects(place)) == [Grade.WELL]
    monkeypatch.setattr("seren.foundation.sealing.door.lacking", list)
    (found,) = keys.subjects(place)
    assert (found.grade, "1 of 1" in found.what) == (Grade.ILL, True)


@pytest.mark.django_db
def test_an_erased_subject_rightly_has_no_key(place, now):
    """An old backup brought the row back. The key store is not older for that."""
    provider = open_provider(name="Hill Lane", now=now)
    with db.writing(housekeeping=True):
        sian = person(provider.id, now, email="sian@example.org")
    forget(sian.pk)
    well, erased = keys.subjects(place)
    assert (well.grade, erased.grade, "1 erased" in erased.what) == (Grade.WELL, Grade.WELL, True)


def test_a_lost_key_store_is_told_and_none_is_made(live):
    (live / "keys" / "subjects.sqlite3").unlink()
    said = seren("doctor", "--data", live)
    assert (said.code, "no key store" in said.out) == (1, True)
    assert f"seren keys restore FILE --data {live}" in said.out
    assert not (live / "keys" / "subjects.sqlite3").exists()


def test_keys_that_are_in_no_backup_are_told(live, tmp_path):
    said = seren("doctor", "--data", live)
    assert (said.code, "never backed up" in said.out) == (0, True), said.all
    assert seren("keys", "backup", tmp_path / "one", "--data", live).code == 0
    assert "Every key is in the backup" in seren("doctor", "--data", live).out
    store.data_key(live / "keys", kernel_ids.new(), make=True)
    store.close()
    assert "1 keys were made since" in seren("doctor", "--data", live).out


def person(provider, now, **more):
    sian = Person(provider_id=provider, given_name="Sian", family_name="Evans", known_since=now, **more)
    sian.save(force_insert=True)
    return sian


def test_every_plain_id_is_known_or_let_off():
    """A new column of this kind: name its target in checkup/ids.py, or say there why it may dangle."""
    unknown = [
        f"{model._meta.label}.{column}"
        for model in apps.get_models()
        if model._meta.app_config.name.startswith("seren.")
        for column in ids.plain_ids(model)
        if not ids.target_of(model, column)
    ]
    assert unknown == []


@pytest.mark.parametrize(
    ("ends", "grade"),
    [(date(2027, 12, 31), Grade.WELL), (date(2025, 8, 31), Grade.WATCH), (date(2025, 5, 13), Grade.ILL)],
)
def test_bank_holidays_that_run_out_are_told(place, monkeypatch, ends, grade):
    monkeypatch.setattr(rooms, "exists", lambda module: True)
    monkeypatch.setattr(storage, "import_module", lambda name: SimpleNamespace(calendar_ends=lambda: ends))
    assert grades(storage.calendar(place)) == [grade]
