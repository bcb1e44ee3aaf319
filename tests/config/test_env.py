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
    monkeypatch.delenv("KEYS_URL", raising=False)
    assert env.read().keys == tmp_path / "keys"
    monkeypatch.setenv("KEYS_URL", (tmp_path / "a part").as_uri())
    assert env.read().keys == tmp_path / "a part"


@pytest.mark.parametrize("url", ["s3://bucket/keys", "/keys", "file:keys", "file://elsewhere/keys"])
def test_keys_lie_in_a_folder_of_this_machine(monkeypatch, url):
    monkeypatch.setenv("KEYS_URL", url)
    with pytest.raises(env.BadKnob, match="KEYS_URL"):
        env.read()


def test_keys_never_lie_where_a_backup_would_take_them_in(monkeypatch, tmp_path):
    monkeypatch.setenv("SEREN_DATA", str(tmp_path))
    monkeypatch.setenv("KEYS_URL", (tmp_path / "media" / "keys").as_uri())
    with pytest.raises(env.BadKnob, match="media"):
        env.read()
    monkeypatch.delenv("KEYS_URL")
    monkeypatch.setenv("SEREN_INSTALLATION_KEY", str(tmp_path / "media" / "our.key"))
    with pytest.raises(env.BadKnob, match="media"):
        env.read()


def test_the_installation_key_is_a_file_or_what_a_command_prints(monkeypatch, tmp_path):
    monkeypatch.setenv("SEREN_INSTALLATION_KEY", f"file://{tmp_path}/our.key")
    assert env.read().installation_key == f"{tmp_path}/our.key"
    monkeypatch.setenv("SEREN_INSTALLATION_KEY", "command:vault read seren")
    assert env.read().installation_key == "command:vault read seren"


def test_every_knob_is_listed():
    assert "DATABASE_URL" in env.names()
    assert {"SEREN_BIND", "KEYS_URL", "SEREN_INSTALLATION_KEY"} <= set(env.names())
    assert len(env.names()) == len(env.Env.__dataclass_fields__)
