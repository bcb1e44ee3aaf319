"""A copy of the keys: eight words open it, no others; put back it brings everybody but the erased."""

import json
import shutil
import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seren.foundation.kernel import clock
from seren.foundation.sealing import copies, erased, recovery, root, store
from seren.foundation.sealing.connection import opened
from seren.foundation.sealing.putting_back import OfAnother, lives, put_back
from seren.foundation.sealing.rotation import NotYet, rotate
from tests.foundation.sealing.dying import dies

MALI, GETHIN, ELIN = (uuid.UUID(int=number) for number in (1, 2, 3))
WORDS = "acorn bracelet chestnut daffodil emerald cabbage canoe harvest"
OTHERS = "acorn bracelet chestnut daffodil emerald cabbage canoe lantern"


@pytest.fixture(autouse=True)
def _cheap(monkeypatch):
    monkeypatch.setattr(recovery.Cost, "__init__", cheap)


def cheap(cost, iterations=1, lanes=1, memory=64):
    for name, value in (("iterations", iterations), ("lanes", lanes), ("memory", memory)):
        object.__setattr__(cost, name, value)
    cost.__post_init__()


def taken(folder):
    return copies.seal(copies.take(folder, "2025-05-14T10:40:00+00:00"), WORDS)


def afresh():
    store.close()
    root.current.cache_clear()
    store._wrapper.cache_clear()
    store.purpose_key.cache_clear()


def keys_in(folder):
    afresh()
    there = [who for who in (MALI, GETHIN, ELIN) if not store.lacking(folder, [who])]
    return {who: store.data_key(folder, who, make=False) for who in there}


def test_everybodys_key_and_the_audits_come_back(both, tmp_path):
    before, codes = keys_in(both), store.purpose_key(both, "audit:entry")
    put_back(tmp_path / "new", copies.unseal(taken(both), WORDS))
    assert keys_in(tmp_path / "new") == before
    assert store.purpose_key(tmp_path / "new", "audit:entry") == codes
    assert root.current(tmp_path / "new") == root.current(both)
    assert sorted(path.name for path in (tmp_path / "new").iterdir()) == [
        "installation.key",
        "subjects.sqlite3",
    ]


def test_after_the_key_was_changed_too(both, tmp_path):
    before, codes = keys_in(both), store.purpose_key(both, "audit:entry")
    rotate(both)
    put_back(tmp_path / "new", copies.unseal(taken(both), WORDS))
    assert keys_in(tmp_path / "new") == before
    assert store.purpose_key(tmp_path / "new", "audit:entry") == codes


def test_other_words_open_nothing(both):
    with pytest.raises(copies.WrongWords):
        copies.unseal(taken(both), OTHERS)


def test_no_key_lies_open_in_the_file(both):
    raw = taken(both)
    assert root.current(both) not in raw
    assert root.current(both).hex().encode() not in raw
    assert str(MALI).encode() not in raw


@pytest.mark.parametrize("place", ["magic", "how", "body", "digest", "end"])
def test_a_byte_that_changed_is_damage_not_wrong_words(both, place):
    raw = bytearray(taken(both))
    if place == "end":
        raw = raw[:-100]
    else:
        raw[{"magic": 3, "how": 30, "body": len(raw) // 2, "digest": -1}[place]] ^= 1
    with pytest.raises(copies.NotACopy):
        copies.unseal(bytes(raw), WORDS)


def test_a_file_made_to_choke_the_machine_is_refused(both):
    how, _, body = copies.whole(taken(both))
    how["argon2id"]["memory"] = 1 << 24
    raw = b"seren-keys 1\n" + json.dumps(how).encode() + b"\n" + body
    with pytest.raises(copies.NotACopy, match="second line"):
        copies.unseal(raw + copies.hashlib.sha256(raw).digest(), WORDS)


def test_one_key_in_it_that_does_not_open_stops_all(both):
    copy = copies.take(both, "2025-05-14T10:40:00+00:00")
    copy.subjects[str(MALI)] = copy.subjects[str(GETHIN)]
    with pytest.raises(copies.NotACopy, match="does not open"):
        copies.unseal(copies.seal(copy, WORDS), WORDS)


def test_a_damaged_key_does_not_spoil_the_copy_of_the_others(both):
    with opened(both) as keys:
        keys.execute("UPDATE subject_key SET wrapped = x'00' WHERE subject = ?", (str(MALI),))
    copy = copies.take(both, "2025-05-14T10:40:00+00:00")
    assert (list(copy.subjects), copy.closed) == ([str(GETHIN)], 1)
    assert copies.unseal(copies.seal(copy, WORDS), WORDS).subjects == copy.subjects


def test_who_was_erased_since_does_not_come_back(both, tmp_path):
    """The copy is older than the erasing; the log beside the store knows of it."""
    raw = taken(both)
    store.forget(both, MALI, clock.today())
    put_back(both, copies.unseal(raw, WORDS))
    assert list(keys_in(both)) == [GETHIN]
    with pytest.raises(store.KeyMissing):
        store.data_key(both, MALI, make=True)


def test_who_was_erased_before_does_not_come_back_beside_an_older_store(both, tmp_path):
    """The log in the copy knows of it; the folder has an older store, with her key."""
    shutil.copytree(both, tmp_path / "older")
    store.forget(both, MALI, clock.today())
    put_back(tmp_path / "older", copies.unseal(taken(both), WORDS))
    assert list(keys_in(tmp_path / "older")) == [GETHIN]
    assert erased.read(tmp_path / "older") == {str(MALI): "2025-05-14"}


def test_a_child_who_joined_since_keeps_her_key(both):
    raw = taken(both)
    elin = store.data_key(both, ELIN, make=True)
    rotate(both)
    put_back(both, copies.unseal(raw, WORDS))
    assert keys_in(both)[ELIN] == elin
    assert len(keys_in(both)) == 3


def test_a_store_that_does_not_open_is_put_aside_not_lost(both):
    raw, key = taken(both), root.current(both)
    elin = store.data_key(both, ELIN, make=True)
    store.close()
    root.place(both).unlink()
    root.current.cache_clear()
    store._wrapper.cache_clear()
    aside = put_back(both, copies.unseal(raw, WORDS)).aside
    assert list(keys_in(both)) == [MALI, GETHIN]
    found = aside.parent.parent / "found"
    found.mkdir()
    shutil.copy(aside, found / "subjects.sqlite3")
    (found / "installation.key").write_bytes(key)
    assert keys_in(found)[ELIN] == elin


def test_keys_of_another_installation_never_take_the_place_of_these(both, tmp_path):
    """Its audit would no longer verify, and no fingerprint be found."""
    root.make(tmp_path / "another")
    before = keys_in(both)
    with pytest.raises(OfAnother, match="not those of"):
        put_back(both, copies.unseal(taken(tmp_path / "another"), WORDS))
    assert keys_in(both) == before
    assert not root.next_place(both).exists()


def test_a_lost_store_comes_back_beside_a_key_that_was_changed(both):
    rotate(both)
    raw, before = taken(both), keys_in(both)
    rotate(both)
    store.close()
    (both / "subjects.sqlite3").unlink()
    put_back(both, copies.unseal(raw, WORDS))
    assert keys_in(both) == before


def test_a_damaged_installation_key_gives_way(both):
    raw, before = taken(both), keys_in(both)
    root.place(both).write_bytes(b"not a key")
    afresh()
    put_back(both, copies.unseal(raw, WORDS))
    assert keys_in(both) == before


def test_a_key_that_still_waits_for_its_place_is_not_overwritten(both, tmp_path):
    raw = taken(both)
    (tmp_path / "vault").write_bytes(root.current(both))
    root.comes_from(both, f"command:cat {tmp_path / 'vault'}")
    rotate(both)
    before = keys_in(both)
    with pytest.raises(NotYet):
        put_back(both, copies.unseal(raw, WORDS))
    assert keys_in(both) == before


STEPS = {
    "before the log": "erased.add = die",
    "before the key": "disk.write_new = die",
    "before the store": "putting_back._take_in = die",
    "half way through the store": "putting_back.say = die",
    "before the key is in its place": "rotation.os.replace = die",
}


@pytest.mark.parametrize("step", STEPS.values(), ids=STEPS)
@pytest.mark.parametrize("into", ["nothing", "a store"])
def test_killed_at_any_step_nobodys_key_is_lost(both, tmp_path, step, into):
    raw = taken(both)
    (tmp_path / "copy").write_bytes(raw)
    target = tmp_path / "target"
    if into == "a store":
        shutil.copytree(both, target)
        store.data_key(target, ELIN, make=True)
        rotate(target)
    before = keys_in(target) if into == "a store" else keys_in(both)
    code = (
        "import sys, pathlib\nfrom seren.foundation.sealing import copies, disk, erased, putting_back\n"
        "from seren.foundation.sealing import recovery, rotation\n"
        "from tests.foundation.sealing import test_copies_of_the_keys as here\n"
        "recovery.Cost.__init__ = here.cheap\n"
        "copy = copies.unseal(pathlib.Path(sys.argv[1]).read_bytes(), here.WORDS)\n"
        f"{step}\nputting_back.put_back(pathlib.Path(sys.argv[2]), copy)"
    )
    dies(code, tmp_path / "copy", target, DJANGO_SETTINGS_MODULE="seren.config.settings.test")
    afresh()
    if into == "a store":
        assert keys_in(target) == before
    put_back(target, copies.unseal(raw, WORDS))
    assert keys_in(target) == before


def test_a_folder_with_a_key_or_a_store_lives(both, tmp_path):
    assert not lives(tmp_path / "new")
    assert lives(both)
    root.place(both).unlink()
    assert lives(both)


def test_the_words_are_plain_and_far_apart():
    words = recovery.every_word()
    assert len(set(words)) == len(words) >= 2048
    assert all(word.isascii() and word.isalpha() and word.islower() and 4 <= len(word) <= 8 for word in words)
    assert len({word[:4] for word in words}) == len(words)
    holes = [word[:at] + "?" + word[at + 1 :] for word in words for at in range(len(word))]
    assert len(set(holes)) == len(holes), "one wrong letter never makes another word"


@given(
    st.sampled_from([str.upper, str.title, lambda w: w.replace(" ", "\n"), lambda w: w.replace(" ", ", ")])
)
def test_however_they_are_typed_they_are_the_words(typing):
    assert recovery.typed(typing(WORDS)) == WORDS


def test_a_word_that_is_none_of_them_is_named():
    with pytest.raises(recovery.BadWords, match=r"“chesnut” is none of the words\. Is it “chestnut”"):
        recovery.typed(WORDS.replace("chestnut", "chesnut"))
    with pytest.raises(recovery.BadWords, match="You typed 7"):
        recovery.typed(WORDS.removeprefix("acorn "))


def test_fresh_words_are_eight_and_never_the_same():
    assert recovery.typed(recovery.fresh()) != recovery.typed(recovery.fresh())
