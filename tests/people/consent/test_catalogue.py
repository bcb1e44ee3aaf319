"""The catalogue says what the law and practice say, and every question is one a parent can answer."""

import re
import tomllib
from datetime import date

import pytest

from seren.people.consent.terms import WHEN_DISPUTED, Code, Disputed, Group
from seren.people.consent.words import MUST_SAY, PARTS, BadCatalogue, catalogue, permission, read
from seren.people.consent.words.catalogue import FILE
from seren.people.consent.words.checks import the_catalogue_is_in_order

TODAY = date(2025, 5, 14)

# Code, kind, evidence, renewal, force in England and in Wales: domain.md 5B read line by line.
TABLE = """
out-routine          policy        written           yearly    policy   should
out-specific         policy        written           event     policy   should
transport            policy        written           yearly    policy   should
photo-journal-own    told          none              none      policy   should
photo-journal-others data          written           yearly    policy   should
photo-display        data          written           yearly    policy   should
photo-web            data-consent  written           yearly    policy   should
photo-social         data-consent  written           yearly    policy   should
photo-press          data-consent  written           event     policy   should
photo-student        data-consent  written           student   policy   should
video                data          written           yearly    policy   should
sun-cream            policy        written           yearly    policy   should
nappy-cream          policy        written           change    policy   should
plasters             policy        written           yearly    policy   policy
face-paint           policy        written           yearly    policy   policy
med-named            medical       written           course    must     should
paracetamol          medical       written-and-call  yearly    must     should
antihistamine        medical       written-and-call  yearly    must     should
emerg-treat          information   written           yearly    policy   should
intimate-care        policy        written           change    policy   policy
collect              policy        written           change    policy   should
share-hv             permission    any               purpose   policy   policy
share-sen            permission    any               referral  policy   policy
share-next           permission    any               once      policy   policy
share-other          permission    any               yearly    must     policy
share-cin            service       any               referral  policy   policy
observer             told          none              none      policy   policy
first-aid-student    policy        written           event     policy   policy
animals              policy        written           yearly    policy   policy
food-tasting         policy        written           yearly    policy   policy
swim                 policy        written           activity  policy   policy
forest               policy        written           activity  policy   policy
climb                policy        written           activity  policy   policy
screen               policy        written           yearly    policy   policy
walk-home            policy        written           yearly    policy   policy
contact-directory    data-consent  written           yearly    product  product
marketing            data-consent  written           none      must     must
"""
NAMED = {"photo-social", "sun-cream", "nappy-cream", "med-named", "out-specific", "photo-press", "collect"}


def test_every_line_of_the_table_is_in_the_catalogue_and_no_other():
    said = {
        (one.code, one.kind, one.evidence, one.renewal, one.force["england"], one.force["wales"])
        for one in catalogue()
    }
    assert said == {tuple(line.split()) for line in TABLE.strip().splitlines()}


def test_start_finds_nothing_wrong():
    assert the_catalogue_is_in_order() == []


@pytest.mark.parametrize("one", catalogue(), ids=lambda one: str(one.code))
def test_each_says_what_for_who_sees_it_how_long_and_the_way_out(one):
    for part in PARTS:
        assert one.words[part]["en"].strip()
        assert one.words[part]["cy"].strip()
        assert one.words[part]["cy"] != one.words[part]["en"]
    assert one.label["en"] != one.label["cy"]


@pytest.mark.parametrize("one", catalogue(), ids=lambda one: str(one.code))
def test_each_is_plain_enough_for_a_reader_of_ten(one):
    for language in ("en", "cy"):
        text = " ".join(one.words[part][language] for part in PARTS)
        lengths = [len(sentence.split()) for sentence in re.split(r"[.?]\s*", text) if sentence]
        assert max(lengths) <= 20
        assert sum(lengths) / len(lengths) <= 12
        assert "!" not in text
        assert "'" not in text
        assert '"' not in text


def test_what_is_asked_of_one_thing_names_it():
    assert {one.code for one in catalogue() if one.named} >= NAMED
    assert not permission(Code.PHOTO_WEB, TODAY).named


def test_silence_keeps_a_policy_and_ends_what_stands_on_consent():
    lapsing = {one.code for one in catalogue() if one.lapses}
    assert {"photo-web", "photo-social", "photo-display", "video", "contact-directory"} <= lapsing
    assert not lapsing & {"out-routine", "sun-cream", "plasters", "emerg-treat", "marketing"}


def test_two_who_disagree_stop_a_picture_and_not_first_aid():
    assert permission(Code.PHOTO_WEB, TODAY).disputed is Disputed.NO
    assert permission(Code.PHOTO_SOCIAL, TODAY).disputed is Disputed.NO
    assert permission(Code.PLASTERS, TODAY).disputed is Disputed.GOES_ON
    assert permission(Code.OUT_SPECIFIC, TODAY).disputed is Disputed.DECIDE
    assert set(WHEN_DISPUTED) == set(Group)


def test_other_words_are_another_version():
    one, other = permission(Code.PHOTO_WEB, TODAY), permission(Code.VIDEO, TODAY)
    assert one.version != other.version
    assert one.version == permission(Code.PHOTO_WEB, TODAY).version


def broken(tmp_path, old, new, times=1):
    text = FILE.read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "permissions.toml"
    path.write_text(text.replace(old, new, times), encoding="utf-8")
    with pytest.raises(BadCatalogue) as bad:
        read(path)
    return bad.value.faults


@pytest.mark.parametrize("part", MUST_SAY)
def test_a_question_that_lacks_one_of_the_four_stops_the_start(tmp_path, part):
    line = next(
        line for line in FILE.read_text(encoding="utf-8").splitlines() if line.startswith(f"{part} = ")
    )
    assert f"out-routine: {part}: nothing is said" in broken(tmp_path, line, "")


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('kind = "policy"', 'kind = "habit"', "out-routine: kind is one of"),
        ('evidence = "written"', 'evidence = "said"', "out-routine: evidence is one of"),
        ('renewal = "yearly"', 'renewal = "often"', "out-routine: renewal is one of"),
        ('england = "policy"', 'england = "law"', "out-routine: england is one of"),
        ('picture = "journal"', 'picture = "poster"', "photo-journal-own: picture is one of"),
        ('group = "trips"', 'group = "trips"\npicture = "press"', "out-routine: a picture, and nothing else"),
        ('duration = "kept"', 'duration = "ends"', "out-routine: the duration tells its last day"),
        ("short walks near by", "walks near {setting}", "out-routine: question: the languages have"),
        ("on foot.", "on foot, and any other place.", "out-routine: purpose: says more than it names"),
        ("this trip: {scope}", "this trip: {place}", "out-specific: question: unknown gap place"),
        ("cy = \"Rydym yn cerdded", "fr = \"Rydym yn cerdded", "out-routine: purpose: nothing in cy"),
        ('code = "out-routine"', 'code = "out-specific"', "out-routine: nothing asks for it"),
        ("from = 2020-01-01", 'from = "2020"', "pack: needs a day"),
        ('if_no = "stays"', 'if_not = "stays"', "out-routine: unknown if_not"),
    ],
)  # fmt: skip
def test_a_catalogue_out_of_order_stops_the_start(tmp_path, old, new, fault):
    faults = broken(tmp_path, old, new)
    assert any(one.startswith(fault) for one in faults), faults


def test_two_versions_of_one_code_do_not_stand_at_once(tmp_path):
    text = FILE.read_text(encoding="utf-8")
    entry = "[[permission]]" + text.split("[[permission]]")[1]
    path = tmp_path / "permissions.toml"
    path.write_text(text + "\n" + entry, encoding="utf-8")
    with pytest.raises(BadCatalogue, match="two are in force at once"):
        read(path)
    ended = text.replace('code = "out-routine"', 'code = "out-routine"\nto = 2024-12-31')
    path.write_text(
        ended + "\n" + entry.replace('"out-routine"', '"out-routine"\nfrom = 2025-01-01'), encoding="utf-8"
    )
    assert len(read(path)) == len(catalogue()) + 1


def test_the_file_is_what_it_says_it_is():
    table = tomllib.loads(FILE.read_text(encoding="utf-8"))
    used = {part: {entry.get(part) for entry in table["permission"] if isinstance(entry.get(part), str)}
            for part in table["shared"]}  # fmt: skip
    assert used == {part: set(named) for part, named in table["shared"].items()}
