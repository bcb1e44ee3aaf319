"""Who is erased stays erased: the log has it before the key goes, and no copy of the keys brings it back."""

import re
import shutil
import uuid

import pytest

from seren.foundation.kernel import clock
from seren.foundation.sealing import erased, store
from seren.foundation.sealing.connection import opened
from seren.foundation.sealing.wrapping import KeyMissing
from tests.foundation.sealing.dying import dies

MALI, GETHIN = uuid.UUID(int=1), uuid.UUID(int=2)


def test_mali_is_erased_and_gethin_is_not(both):
    store.forget(both, MALI, clock.today())
    assert (both / "erased.log").read_text() == f"2025-05-14 {MALI}\n"
    assert store.lacking(both, [MALI, GETHIN]) == [MALI]
    assert store.gone(both, [MALI, GETHIN]) == [MALI]
    with pytest.raises(KeyMissing):
        store.data_key(both, MALI, make=False)


def test_mali_gets_no_new_key(both):
    """An old backup brought her household's row back, and somebody saves it."""
    store.forget(both, MALI, clock.today())
    with pytest.raises(KeyMissing):
        store.data_key(both, MALI, make=True)


def test_erased_twice_she_is_in_the_log_once(both):
    store.forget(both, MALI, clock.today())
    store.forget(both, MALI, clock.today())
    assert erased.measure(both)[0] == 1


def test_an_old_store_put_back_by_hand_does_not_bring_her_back(both, tmp_path):
    shutil.copy(both / "subjects.sqlite3", tmp_path / "older.sqlite3")
    store.forget(both, MALI, clock.today())
    store.close()
    shutil.copy(tmp_path / "older.sqlite3", both / "subjects.sqlite3")
    assert store.lacking(both, [MALI, GETHIN]) == [MALI]


@pytest.mark.parametrize("step", ["store.drop = die", "erased.note = lambda *w: (note(*w), die())"])
def test_killed_between_log_and_key_the_log_wins(both, step):
    store.close()
    code = (
        "import sys, pathlib, uuid, datetime\nfrom seren.foundation.sealing import erased, store\n"
        f"note = erased.note\n{step}\n"
        "store.forget(pathlib.Path(sys.argv[1]), uuid.UUID(int=1), datetime.date(2025, 5, 14))"
    )
    dies(code, both)
    assert erased.read(both) == {str(MALI): "2025-05-14"}
    assert store.lacking(both, [MALI, GETHIN]) == [MALI]


def test_killed_before_the_log_she_is_not_erased(both):
    store.close()
    code = (
        "import sys, pathlib, uuid, datetime\nfrom seren.foundation.sealing import erased, store\n"
        "erased.note = die\n"
        "store.forget(pathlib.Path(sys.argv[1]), uuid.UUID(int=1), datetime.date(2025, 5, 14))"
    )
    dies(code, both)
    assert store.lacking(both, [MALI, GETHIN]) == []


def test_a_line_cut_short_is_no_erasure_and_spoils_none(both):
    (both / "erased.log").write_text(f"2025-05-13 {GETHIN}"[:30])
    store.forget(both, MALI, clock.today())
    assert erased.read(both) == {str(MALI): "2025-05-14"}
    store.close()
    assert store.lacking(both, [MALI, GETHIN]) == [MALI]
    store.forget(both, GETHIN, clock.today())
    store.close()
    assert store.lacking(both, [MALI, GETHIN]) == [MALI, GETHIN]


def test_her_wrapped_key_is_nowhere_in_the_folder(both):
    wrapped = opened(both).execute("SELECT wrapped FROM subject_key WHERE subject = ?", (str(MALI),))
    key = bytes(wrapped.fetchone()[0])
    assert found(both, key)
    store.forget(both, MALI, clock.today())
    assert not found(both, key)
    assert not [path for path in both.iterdir() if re.search("journal|wal", path.name)]


def found(folder, key):
    return [path.name for path in folder.iterdir() if key in path.read_bytes()]
