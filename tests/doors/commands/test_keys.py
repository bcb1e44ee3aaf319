"""`seren keys`: a manager keeps the keys apart from the data, and gets both back."""

import io
import re
import shutil
import sys
from datetime import date
from uuid import UUID

import pytest
from django.conf import settings

from seren.doors.commands import main as entry
from seren.doors.commands import restore
from seren.doors.commands.ground import Ground
from seren.doors.commands.telling import Trouble
from seren.foundation.kernel import db
from seren.foundation.sealing import store
from seren.foundation.sealing.connection import opened
from seren.foundation.sealing.door import forget
from seren.people.accounts.models import Person
from seren.people.provision.domain import open_provider
from tests.doors.commands.running import ROOT, Said, python, seren

MALI, GETHIN = UUID(int=1), UUID(int=2)
SHELL = ("SEREN_DATA", "SEREN_PUBLIC_URL", "DATABASE_URL", "KEYS_URL", "SEREN_INSTALLATION_KEY")


@pytest.fixture
def keys(monkeypatch, capsys):
    """`seren keys …` in this process, which it needs no settings for; `typed` is what stands on its input."""

    def run(*words, typed=""):
        for name in SHELL:
            monkeypatch.setenv(name, "")
        monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
        code = entry.main(["keys", *map(str, words)])
        store.close()
        return Said(code, *capsys.readouterr())

    return run


@pytest.fixture
def lived_in(live):
    """Two have words sealed for them."""
    for who in (MALI, GETHIN):
        store.data_key(live / "keys", who, make=True)
    store.close()
    return live


@pytest.fixture
def sealed(lived_in, keys, tmp_path):
    """A backup of these keys, and the eight words that were shown."""
    said = keys("backup", tmp_path / "sealed", "--data", lived_in)
    assert said.code == 0, said.all
    return tmp_path / "sealed", re.search(r"^    (\w+(?: \w+){7})$", said.out, re.MULTILINE)[1]


def test_data_and_keys_come_back_from_their_two_files(lived_in, sealed, keys, tmp_path):
    """The data first: it waits for its keys, and says how to bring them."""
    file, words = sealed
    assert seren("backup", tmp_path / "b.zip", "--data", lived_in).code == 0
    new = tmp_path / "new"
    (new / "keys").mkdir(parents=True)
    shutil.copy(lived_in / "keys" / "installation.key", new / "keys")  # not enough without the store
    said = seren("restore", tmp_path / "b.zip", "--data", new)
    assert (said.code, f"seren keys restore FILE --data {new}" in said.out) == (0, True), said.all
    refused = seren("audit", "verify", "--data", new)
    assert (refused.code, "keys restore" in refused.err) == (1, True)
    assert not (new / "keys" / "subjects.sqlite3").exists(), "an empty one would not help"
    (new / "keys" / "installation.key").unlink()
    said = keys("restore", file, "--data", new, typed=words)
    assert (said.code, "are back" in said.out) == (0, True), said.all
    again = seren("restore", tmp_path / "b.zip", "--data", new)
    assert (again.code, "opens with the keys" in again.out) == (0, True), again.all
    assert store.data_key(new / "keys", MALI, make=False) == store.data_key(
        lived_in / "keys", MALI, make=False
    )
    for path in (new, new / "keys", *(new / "keys").iterdir(), file):
        assert path.stat().st_mode & 0o077 == 0, path


def test_wrong_words_write_nothing(sealed, keys, tmp_path):
    file, words = sealed
    new = tmp_path / "new"
    first, *others = words.split()
    wrong = " ".join(["acorn" if first != "acorn" else "amber", *others])
    said = keys("restore", file, "--data", new, typed=wrong)
    assert (said.code, "do not open" in said.err) == (1, True)
    assert "typed 2" in keys("restore", file, "--data", new, typed="acorn amber").err
    assert "typed 0" in keys("restore", file, "--data", new).err
    assert not new.exists()


def test_a_damaged_file_writes_nothing(sealed, keys, tmp_path):
    file, words = sealed
    raw = bytearray(file.read_bytes())
    raw[-60] ^= 1
    file.write_bytes(raw)
    new = tmp_path / "new"
    said = keys("restore", file, "--data", new, typed=words)
    assert (said.code, "damaged" in said.err) == (1, True)
    assert "no backup of keys" in keys("restore", ROOT / "LICENSE", "--data", new, typed=words).err
    assert "cannot be read" in keys("restore", tmp_path / "nothing", "--data", new, typed=words).err
    assert not new.exists()


def test_living_keys_give_way_only_where_it_is_said(lived_in, sealed, keys):
    file, words = sealed
    first = (lived_in / "keys" / "installation.key").read_bytes()
    said = keys("rotate", "--data", lived_in)
    assert (said.code, "2 keys" in said.out) == (0, True), said.all
    changed = (lived_in / "keys" / "installation.key").read_bytes()
    assert changed != first
    assert seren("audit", "verify", "--data", lived_in).code == 0
    said = keys("restore", file, "--data", lived_in, typed=words)
    assert (said.code, "--replace" in said.err) == (1, True)
    assert (lived_in / "keys" / "installation.key").read_bytes() == changed
    assert keys("restore", file, "--data", lived_in, "--replace", typed=words).code == 0
    assert (lived_in / "keys" / "installation.key").read_bytes() == first
    assert seren("audit", "verify", "--data", lived_in).code == 0


def test_the_erased_do_not_come_back_with_an_older_backup(lived_in, sealed, keys):
    file, words = sealed
    store.forget(lived_in / "keys", MALI, date(2025, 5, 14))
    said = keys("restore", file, "--data", lived_in, "--replace", typed=words)
    assert (said.code, "1 erased" in said.out) == (0, True), said.all
    assert store.lacking(lived_in / "keys", [MALI, GETHIN]) == [MALI]


def test_a_backup_of_keys_overwrites_no_file(lived_in, keys, tmp_path):
    (tmp_path / "mine").write_text("mine")
    said = keys("backup", tmp_path / "mine", "--data", lived_in)
    assert (said.code, "never overwrites" in said.err) == (1, True)
    assert said.out == "", "no words of a file that is not there"
    assert (tmp_path / "mine").read_text() == "mine"
    assert "no keys" in keys("backup", tmp_path / "k", "--data", tmp_path / "empty").err


def test_keys_may_lie_elsewhere_and_the_installation_key_in_a_vault(lived_in, tmp_path):
    apart = tmp_path / "apart"
    shutil.move(lived_in / "keys", apart)
    (apart / "installation.key").rename(tmp_path / "vault")
    where = {"KEYS_URL": apart.as_uri(), "SEREN_INSTALLATION_KEY": f"command:cat {tmp_path / 'vault'}"}
    assert seren("audit", "verify", "--data", lived_in, **where).code == 0
    where["SEREN_INSTALLATION_KEY"] = "command:false"
    said = seren("audit", "verify", "--data", lived_in, **where)
    assert (said.code, "gave none" in said.err, "Traceback" in said.err) == (1, True, False)
    assert not (lived_in / "keys").exists()


@pytest.fixture
def rhian(now):
    """A mother, and words sealed for her."""
    provider = open_provider(name="Hill Lane", now=now)
    adult = Person(provider_id=provider.id, given_name="Rhian", known_since=now, phone="01234 567890")
    with db.writing(housekeeping=True):
        adult.save(force_insert=True)
    return adult


@pytest.mark.django_db
def test_keys_older_than_the_backup_are_refused_with_what_to_do(rhian, tmp_path, capsys):
    place = Ground(tmp_path, settings.KEYS, "")
    restore._need_every_key(place)
    with opened(settings.KEYS) as keys:
        keys.execute("DELETE FROM subject_key WHERE subject = ?", [str(rhian.pk)])
    with pytest.raises(Trouble, match=f"1 subjects .* seren keys restore FILE --data {tmp_path} --replace"):
        restore._need_every_key(place)
    assert capsys.readouterr().out == ""


@pytest.mark.django_db
def test_who_was_erased_since_the_backup_rightly_has_none(rhian, tmp_path, capsys):
    forget(rhian.pk)
    restore._need_every_key(Ground(tmp_path, settings.KEYS, ""))
    assert "1 subjects were erased since" in capsys.readouterr().out


SEAL_FOR_RHIAN = """
import sys
from seren.doors.commands import opening
opening.open_existing(sys.argv[1])
from seren.foundation.kernel import clock, db
from seren.people.accounts.models import Person
from seren.people.provision.domain import open_provider
hill = open_provider(name="Hill Lane", now=clock.now())
with db.writing(housekeeping=True):
    adult = Person(provider_id=hill.id, given_name="Rhian", known_since=clock.now(), phone="01234 567890")
    adult.save(force_insert=True)
print(adult.pk)
"""
HER_PHONE = """
import sys
from seren.doors.commands import opening
opening.open_existing(sys.argv[1])
from seren.foundation.access.door import SystemReason, system
from seren.people.accounts.models import Person
print(system(SystemReason.MENDING, Person).get(pk=sys.argv[2]).phone)
"""


def test_an_old_backup_of_data_shows_nothing_of_the_erased(live, tmp_path):
    """Rhian is erased after the backup. Her row comes back, and what was sealed in it stays shut."""
    rhian = UUID(python("-c", SEAL_FOR_RHIAN, live).out.strip())
    assert seren("backup", tmp_path / "b.zip", "--data", live).code == 0
    assert "567890" in python("-c", HER_PHONE, live, rhian).out
    store.forget(live / "keys", rhian, date(2025, 5, 14))
    store.close()
    shutil.copytree(live / "keys", tmp_path / "new" / "keys")
    said = seren("restore", tmp_path / "b.zip", "--data", tmp_path / "new")
    assert (said.code, "1 subjects were erased since" in said.out) == (0, True), said.all
    asked = python("-c", HER_PHONE, tmp_path / "new", rhian)
    assert (asked.code, "KeyMissing" in asked.err, "567890" in asked.all) == (1, True, False)
