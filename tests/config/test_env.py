"""The knobs: typed, in one list, and a wrong one is named."""

import pytest

from seren.config import env


def test_a_wrong_number_names_its_knob(monkeypatch):
    monkeypatch.setenv("SEREN_MAX_UPLOAD_MB", "plenty")
    with pytest.raises(env.BadKnob, match="SEREN_MAX_UPLOAD_MB"):
        env.read()


def test_another_kind_of_database_is_refused(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "mysql://localhost/seren")
    with pytest.raises(env.BadKnob, match="postgresql"):
        env.read()


def test_the_keys_lie_with_the_data_unless_they_are_kept_apart(monkeypatch, tmp_path):
    monkeypatch.setenv("SEREN_DATA", str(tmp_path))
    monkeypatch.delenv("SEREN_KEYS", raising=False)
    assert env.read().keys == tmp_path / "keys"
    monkeypatch.setenv("SEREN_KEYS", str(tmp_path / "apart"))
    assert env.read().keys == tmp_path / "apart"


def test_every_knob_is_listed():
    assert "DATABASE_URL" in env.names()
    assert "SEREN_BIND" in env.names()
    assert len(env.names()) == len(env.Env.__dataclass_fields__)
