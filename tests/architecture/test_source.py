"""The whole source keeps the laws."""

import subprocess
import sys
from configparser import ConfigParser

import pytest
from django.apps import apps

from seren.foundation.access.door import Protected
from tests.architecture.lint import doors, source, styles, templates, text
from tests.architecture.lint.faults import ROOT, files

pytestmark = pytest.mark.static


def shown(faults):
    return "\n".join(str(fault) for fault in faults)


def test_rows_clock_and_lengths_are_asked_for_properly():
    unprotected = {model.__name__ for model in apps.get_models() if not issubclass(model, Protected)}
    faults = [f for path, code in files(".py", under="seren/") for f in source.check(path, code, unprotected)]
    assert not faults, shown(faults)


def test_private_modules_are_private():
    faults = [fault for path, code in files(".py", under="seren/") for fault in doors.check(path, code)]
    assert not faults, shown(faults)


def test_every_word_of_a_template_is_translatable_and_no_part_is_raw():
    pages = [(path, code) for path, code in files(".html", ".txt", under="seren/") if "/templates/" in path]
    faults = [fault for path, code in pages for fault in templates.check(path, code)]
    assert not faults, shown(faults)


def test_our_styles_serve_both_directions():
    faults = [fault for path, code in files(".css", under="seren/") for fault in styles.check(path, code)]
    assert not faults, shown(faults)


def test_no_file_names_a_package_index_or_one_machine():
    faults = list(text.check_all())
    assert not faults, shown(faults)


def test_every_locked_library_has_its_hashes():
    for path, lines in files(".txt", under="requirements/"):
        entries = lines.replace("\\\n", " ").splitlines()
        loose = [entry for entry in entries if "--hash=sha256:" not in entry]
        assert not loose, f"{path}: {loose}"
        assert ":" + "//" not in lines


def test_imports_point_the_way_the_house_is_built():
    linter = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"],
        cwd=ROOT, capture_output=True, text=True,
    )  # fmt: skip
    assert linter.returncode == 0, linter.stdout + linter.stderr


def test_every_room_is_under_the_contract_of_rooms():
    contracts = ConfigParser()
    contracts.read(ROOT / ".importlinter")
    listed = set(contracts["importlinter:contract:rooms"]["containers"].split())
    there = {
        f"seren.{floor}.{room.name}"
        for floor in ("people", "partnership")
        for room in (ROOT / "seren" / floor).iterdir()
        if (room / "__init__.py").exists()
    }
    assert there == listed
