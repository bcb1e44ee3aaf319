"""The installation key is changed: everybody's words still open, and the old key opens nothing."""

import uuid

import pytest

from seren.foundation.sealing import root, store
from seren.foundation.sealing.connection import opened, said
from seren.foundation.sealing.rotation import NotYet, rotate
from seren.foundation.sealing.wrapping import unwrap, wrapper
from tests.doors.commands.running import python
from tests.foundation.sealing.dying import dies

MALI, GETHIN = uuid.UUID(int=1), uuid.UUID(int=2)


def afresh():
    """As a process that starts now sees it."""
    store.close()
    root.current.cache_clear()
    store._wrapper.cache_clear()
    store.purpose_key.cache_clear()


def key_of(folder, who):
    return store.data_key(folder, who, make=False)


def test_everybodys_key_is_the_same_after_it(keys):
    before = {who: store.data_key(keys, who, make=True) for who in (MALI, GETHIN)}
    codes, old = store.purpose_key(keys, "audit:entry"), root.current(keys)
    assert rotate(keys) == 2
    assert {who: key_of(keys, who) for who in before} == before
    afresh()
    assert {who: key_of(keys, who) for who in before} == before
    assert store.purpose_key(keys, "audit:entry") == codes, "the audit still verifies"
    assert root.current(keys) != old
    assert not root.next_place(keys).exists()


def test_the_old_key_opens_nothing_any_more(keys):
    store.data_key(keys, MALI, make=True)
    old = root.current(keys)
    rotate(keys)
    root.place(keys).write_bytes(old)
    afresh()
    with pytest.raises(root.KeysMissing, match="not the one"):
        key_of(keys, MALI)


def test_changed_twice_it_still_opens(keys):
    before, codes = store.data_key(keys, MALI, make=True), store.purpose_key(keys, "audit:entry")
    rotate(keys)
    rotate(keys)
    afresh()
    assert key_of(keys, MALI) == before
    assert store.purpose_key(keys, "audit:entry") == codes


def test_a_process_that_goes_on_meanwhile_wraps_with_the_new_key(keys):
    """It has the old key in mind; a child that joins now must not be wrapped with it."""
    store.data_key(keys, MALI, make=True)
    code = "import sys, pathlib; from seren.foundation.sealing import rotation as r; "
    changed = python("-c", code + "r.rotate(pathlib.Path(sys.argv[1]))", keys)
    assert changed.code == 0, changed.all
    made = store.data_key(keys, GETHIN, make=True)
    afresh()
    assert key_of(keys, GETHIN) == made


def test_a_key_wrapped_while_it_is_changed_is_wrapped_again(keys, monkeypatch):
    """Between reading which key is in force and keeping the child's, another process changed it."""
    stale = [said(opened(keys), "wrapped_by")]
    rotate(keys)
    monkeypatch.setattr(store, "_wrapper", lambda folder, name: wrapper(root.derive(name, "any")))
    monkeypatch.setattr(store, "said", lambda keys, name: stale.pop() if stale else said(keys, name))
    store._make(keys, GETHIN)
    monkeypatch.undo()
    (wrapped,) = opened(keys).execute("SELECT wrapped FROM subject_key").fetchone()
    now = wrapper(root.derive(said(opened(keys), "wrapped_by"), "any"))
    assert len(unwrap(now, GETHIN.bytes, bytes(wrapped))) == root.LENGTH


STEPS = {
    "before the new key is written": "disk.write_new = die",
    "before anything is wrapped": "rotation._wrap_anew = die",
    "half way through": (
        "calls = []\nwrap = rotation.wrap\n"
        "rotation.wrap = lambda *words: die() if len(calls) > 20 else (calls.append(1), wrap(*words))[1]"
    ),
    "when all is wrapped and not kept": "rotation.say = die",
    "when it is kept and the key not in its place": "rotation.os.replace = die",
    "when the key is in its place": "rotation.disk.sync_folder = die",
}


@pytest.mark.parametrize("step", STEPS.values(), ids=STEPS)
def test_killed_at_any_step_it_opens_and_can_be_changed_again(keys, step):
    everybody = [uuid.UUID(int=number) for number in range(1, 41)]
    with store.together(keys):
        before = {who: store.data_key(keys, who, make=True) for who in everybody}
    codes = store.purpose_key(keys, "audit:entry")
    code = (
        "import sys, pathlib\nfrom seren.foundation.sealing import disk, rotation\n"
        f"{step}\nrotation.rotate(pathlib.Path(sys.argv[1]))"
    )
    dies(code, keys)
    for _ in range(2):
        afresh()
        assert {who: key_of(keys, who) for who in everybody} == before
        assert store.purpose_key(keys, "audit:entry") == codes
        assert rotate(keys) == len(everybody)


def test_where_a_command_gives_the_key_the_new_one_waits_for_it(keys, tmp_path):
    vault = tmp_path / "vault"
    vault.write_text(root.current(keys).hex())
    root.place(keys).unlink()
    root.comes_from(keys, f"command:cat {vault}")
    before = store.data_key(keys, MALI, make=True)
    rotate(keys)
    waiting = root.next_place(keys)
    afresh()
    assert key_of(keys, MALI) == before, "it opens with the one that waits"
    with pytest.raises(NotYet, match="waits"):
        rotate(keys)
    vault.write_text(waiting.read_bytes().hex())
    assert rotate(keys) == 1
    vault.write_text(waiting.read_bytes().hex())
    waiting.unlink()
    afresh()
    assert key_of(keys, MALI) == before


def test_a_command_that_gives_no_key_is_said(keys):
    root.comes_from(keys, "command:false")
    root.current.cache_clear()
    with pytest.raises(root.KeysMissing, match="gave none"):
        root.current(keys)
    root.comes_from(keys, "command:echo word")
    with pytest.raises(root.KeysMissing, match="32 bytes"):
        root.current(keys)


def test_the_key_is_made_where_the_settings_say(tmp_path):
    folder, elsewhere = tmp_path / "keys", tmp_path / "our.key"
    root.comes_from(folder, str(elsewhere))
    root.make(folder)
    assert elsewhere.read_bytes() == root.current(folder)
    assert [path.name for path in folder.iterdir()] == ["subjects.sqlite3"]
    rotate(folder)
    assert elsewhere.read_bytes() == root.current(folder)


def test_the_store_says_which_key_it_needs(keys):
    assert said(opened(keys), "wrapped_by") == root.name_of(root.current(keys))
