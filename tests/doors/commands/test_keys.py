"""`seren keys`: a manager keeps the keys apart from the data, and gets both back."""

import re
import shutil
import subprocess
import sys
from datetime import date
from uuid import UUID

import pytest

from seren.foundation.sealing import root, store
from tests.doors.commands.running import ROOT, Said, environment, make, python, seren

MALI, GETHIN = UUID(int=1), UUID(int=2)


@pytest.fixture
def lived_in(live):
    """Two have words sealed for them."""
    for who in (MALI, GETHIN):
        store.data_key(live / "keys", who, make=True)
    store.close()
    return live


def backup(data, file):
    """The eight words that were shown."""
    said = seren("keys", "backup", file, "--data", data)
    assert said.code == 0, said.all
    return re.search(r"^    (\w+(?: \w+){7})$", said.out, re.MULTILINE)[1]


def restore(data, file, words, *more):
    done = subprocess.run(
        [sys.executable, "-m", "seren", "keys", "restore", str(file), "--data", str(data), *more],
        env=environment(), input=words, capture_output=True, text=True, timeout=120, check=False, cwd=ROOT,
    )  # fmt: skip
    return Said(done.returncode, done.stdout, done.stderr)


def test_data_and_keys_come_back_from_their_two_files(lived_in, tmp_path):
    words = backup(lived_in, tmp_path / "keys.sealed")
    assert seren("backup", tmp_path / "b.zip", "--data", lived_in).code == 0
    new = tmp_path / "new"
    said = restore(new, tmp_path / "keys.sealed", words)
    assert (said.code, "are back" in said.out) == (0, True), said.all
    assert seren("restore", tmp_path / "b.zip", "--data", new).code == 0
    assert "verify" in seren("audit", "verify", "--data", new).out
    assert store.data_key(new / "keys", MALI, make=False) == store.data_key(
        lived_in / "keys", MALI, make=False
    )
    for path in (new, new / "keys", *(new / "keys").iterdir(), tmp_path / "keys.sealed"):
        assert path.stat().st_mode & 0o077 == 0, path


def test_or_the_data_first_and_then_the_keys(lived_in, tmp_path):
    words = backup(lived_in, tmp_path / "keys.sealed")
    assert seren("backup", tmp_path / "b.zip", "--data", lived_in).code == 0
    new = tmp_path / "new"
    said = seren("restore", tmp_path / "b.zip", "--data", new)
    assert (said.code, f"seren keys restore FILE --data {new}" in said.out) == (0, True), said.all
    assert restore(new, tmp_path / "keys.sealed", words).code == 0
    again = seren("restore", tmp_path / "b.zip", "--data", new)
    assert (again.code, "opens with the keys" in again.out) == (0, True), again.all


def test_wrong_words_write_nothing(lived_in, tmp_path):
    words = backup(lived_in, tmp_path / "keys.sealed").split()
    new = tmp_path / "new"
    words[0] = "acorn" if words[0] != "acorn" else "amber"
    said = restore(new, tmp_path / "keys.sealed", " ".join(words))
    assert (said.code, "do not open" in said.err) == (1, True)
    assert "typed 2" in restore(new, tmp_path / "keys.sealed", "acorn amber").err
    assert "typed 0" in restore(new, tmp_path / "keys.sealed", "").err
    assert not new.exists()


def test_a_damaged_file_is_told_before_words_are_asked_for(lived_in, tmp_path):
    backup(lived_in, tmp_path / "keys.sealed")
    raw = bytearray((tmp_path / "keys.sealed").read_bytes())
    raw[-60] ^= 1
    (tmp_path / "keys.sealed").write_bytes(raw)
    said = restore(tmp_path / "new", tmp_path / "keys.sealed", "")
    assert (said.code, "damaged" in said.err) == (1, True)
    assert "no backup of keys" in restore(tmp_path / "new", ROOT / "LICENSE", "").err
    assert "cannot be read" in restore(tmp_path / "new", tmp_path / "nothing", "").err


def test_living_keys_give_way_only_where_it_is_said(lived_in, tmp_path):
    words = backup(lived_in, tmp_path / "keys.sealed")
    seren("keys", "rotate", "--data", lived_in)
    key = (lived_in / "keys" / "installation.key").read_bytes()
    said = restore(lived_in, tmp_path / "keys.sealed", words)
    assert (said.code, "--replace" in said.err) == (1, True)
    assert (lived_in / "keys" / "installation.key").read_bytes() == key
    assert restore(lived_in, tmp_path / "keys.sealed", words, "--replace").code == 0
    assert (lived_in / "keys" / "installation.key").read_bytes() != key
    assert seren("audit", "verify", "--data", lived_in).code == 0


def test_the_erased_do_not_come_back_with_an_older_backup(lived_in, tmp_path):
    words = backup(lived_in, tmp_path / "keys.sealed")
    store.forget(lived_in / "keys", MALI, date(2025, 5, 14))
    store.close()
    said = restore(lived_in, tmp_path / "keys.sealed", words, "--replace")
    assert said.code == 0, said.all
    assert store.lacking(lived_in / "keys", [MALI, GETHIN]) == [MALI]


SEAL_FOR = """
import sys
from seren.doors.commands import opening
opening.open_existing(sys.argv[1])
from seren.foundation.kernel import clock, db, ids
from seren.people.accounts.models import Person
from seren.people.provision.domain import open_provider
hill = open_provider(name="Hill Lane", now=clock.now())
for name in sys.argv[2:]:
    with db.writing(housekeeping=True):
        adult = Person(provider_id=hill.id, given_name=name, known_since=clock.now(), phone="01234 567890")
        adult.save(force_insert=True)
    print(adult.pk)
"""


def test_an_old_backup_of_data_shows_nothing_of_the_erased(live, tmp_path):
    """Rhian is erased after the backup. Her row comes back, and what was sealed in it stays shut."""
    rhian, _ = map(UUID, python("-c", SEAL_FOR, live, "Rhian", "Owen").out.split())
    assert seren("backup", tmp_path / "b.zip", "--data", live).code == 0
    store.forget(live / "keys", rhian, date(2025, 5, 14))
    store.close()
    new = tmp_path / "new"
    shutil.copytree(live / "keys", new / "keys")
    said = seren("restore", tmp_path / "b.zip", "--data", new)
    assert (said.code, "1 subjects were erased since" in said.out) == (0, True), said.all
    read = "import sys; from seren.doors.commands import opening; opening.open_existing(sys.argv[1]); "
    read += "from seren.foundation.access.door import SystemReason as R, system; "
    read += "from seren.people.accounts.models import Person; "
    asked = python("-c", read + f"print(system(R.MENDING, Person).get(pk='{rhian}').phone)", new)
    assert (asked.code, "KeyMissing" in asked.err, "567890" in asked.all) == (1, True, False)


def test_keys_older_than_the_backup_are_refused_with_what_to_do(live, tmp_path):
    python("-c", SEAL_FOR, live, "Rhian")
    words = backup(live, tmp_path / "keys.sealed")
    python("-c", SEAL_FOR, live, "Owen")
    newer = backup(live, tmp_path / "newer.sealed")
    assert seren("backup", tmp_path / "b.zip", "--data", live).code == 0
    new = tmp_path / "new"
    assert restore(new, tmp_path / "keys.sealed", words).code == 0
    said = seren("restore", tmp_path / "b.zip", "--data", new)
    assert (said.code, f"keys restore FILE --data {new} --replace" in said.err) == (1, True), said.all
    assert restore(new, tmp_path / "newer.sealed", newer, "--replace").code == 0
    again = seren("restore", tmp_path / "b.zip", "--data", new)
    assert (again.code, "opens with the keys" in again.out) == (0, True), again.all


def test_without_the_key_store_a_restored_backup_is_not_opened(live, tmp_path):
    """The installation key alone is there, and with it the right secret key: that is not enough."""
    python("-c", SEAL_FOR, live, "Rhian")
    assert seren("backup", tmp_path / "b.zip", "--data", live).code == 0
    new = tmp_path / "new"
    (new / "keys").mkdir(parents=True)
    shutil.copy(live / "keys" / "installation.key", new / "keys")
    said = seren("restore", tmp_path / "b.zip", "--data", new)
    assert "Without its keys nothing sealed opens" in said.out
    assert f"seren keys restore FILE --data {new}" in said.out
    refused = seren("audit", "verify", "--data", new)
    assert (refused.code, "keys restore" in refused.err) == (1, True)
    assert not (new / "keys" / "subjects.sqlite3").exists()


def test_a_backup_of_keys_overwrites_no_file(lived_in, tmp_path):
    (tmp_path / "keys.sealed").write_text("mine")
    said = seren("keys", "backup", tmp_path / "keys.sealed", "--data", lived_in)
    assert (said.code, "never overwrites" in said.err) == (1, True)
    assert not re.search(r"^    \w+ \w+", said.out, re.MULTILINE), "no words of a file that is not there"
    assert (tmp_path / "keys.sealed").read_text() == "mine"
    assert "no keys" in seren("keys", "backup", tmp_path / "k", "--data", tmp_path / "empty").err


def test_after_a_change_of_the_key_the_audit_still_verifies(lived_in):
    key = (lived_in / "keys" / "installation.key").read_bytes()
    said = seren("keys", "rotate", "--data", lived_in)
    assert (said.code, "2 keys" in said.out) == (0, True), said.all
    assert (lived_in / "keys" / "installation.key").read_bytes() != key
    assert seren("audit", "verify", "--data", lived_in).code == 0


def test_keys_may_lie_elsewhere_and_the_installation_key_in_a_vault(lived_in, tmp_path):
    apart = tmp_path / "apart"
    shutil.move(lived_in / "keys", apart)
    (apart / "installation.key").rename(tmp_path / "vault")
    where = {"KEYS_URL": apart.as_uri(), "SEREN_INSTALLATION_KEY": f"command:cat {tmp_path / 'vault'}"}
    assert seren("audit", "verify", "--data", lived_in).code == 1
    assert seren("audit", "verify", "--data", lived_in, **where).code == 0
    where["SEREN_INSTALLATION_KEY"] = str(tmp_path / "vault")
    assert seren("audit", "verify", "--data", lived_in, **where).code == 0
    where["SEREN_INSTALLATION_KEY"] = "command:false"
    said = seren("audit", "verify", "--data", lived_in, **where)
    assert (said.code, "gave none" in said.err, "Traceback" in said.err) == (1, True, False)
    assert not (lived_in / "keys").exists()


def test_a_new_installation_makes_its_key_where_it_is_told(tmp_path):
    make(tmp_path / "data", SEREN_INSTALLATION_KEY=str(tmp_path / "our.key"))
    assert (tmp_path / "our.key").stat().st_size == root.LENGTH
    assert not (tmp_path / "data" / "keys" / "installation.key").exists()
