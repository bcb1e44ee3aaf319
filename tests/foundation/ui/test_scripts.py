"""The script helps and never hinders: each act below also works without it, where that can be."""

import re
from collections.abc import Callable
from urllib.request import urlopen

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
Look = Callable[..., Page]


@pytest.fixture
def heard(site: str) -> Callable[[], list[str]]:
    """What the server was given, so far. Asked beside the browser."""

    def lines() -> list[str]:
        with urlopen(f"{site}/heard/", timeout=20) as said:
            return said.read().decode().split("\n")

    return lines


def complaints(page: Page) -> list[str]:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    return said


def test_after_a_swap_focus_stands_on_the_new_part(look: Look):
    page = look("/swap/")
    said = complaints(page)
    page.get_by_role("link", name="Show older").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Six stars")).to_be_focused()
    expect(page.locator("#live")).to_have_text("Three older stars are shown.")
    assert page.title() == "After"
    assert said == []


def test_a_swap_without_script_is_a_plain_link(look: Look):
    page = look("/swap/", java_script_enabled=False)
    page.get_by_role("link", name="Show older").click()
    assert page.url.endswith("/swap/")


def test_waiting_is_shown_and_a_form_is_sent_once(look: Look, heard: Callable[[], list[str]]):
    page = look("/swap/")
    before = heard().count("slow")
    button = page.locator("#send")
    button.dblclick()
    expect(page.locator("#part")).to_have_attribute("aria-busy", "true")
    expect(button).to_have_attribute("aria-busy", "true")
    button.click(force=True)
    expect(page.get_by_role("heading", name="Sent")).to_be_visible()
    expect(page.locator("#part")).not_to_have_attribute("aria-busy", "true")
    expect(page.locator("#live")).to_have_text("Sent to Sian.")
    expect(button).not_to_have_attribute("aria-busy", "true")
    assert heard().count("slow") == before + 1


def test_what_breaks_is_said_and_nothing_is_lost(look: Look):
    page = look("/swap/")
    page.locator("#gone").click()
    expect(page.get_by_role("alert")).to_contain_text("What you wrote is still here")
    expect(page.get_by_role("heading", name="Three stars")).to_be_visible()


def test_only_our_own_answers_become_markup(look: Look):
    page = look("/today/")
    refused = page.evaluate("""() => {
      try { document.createElement("p").innerHTML = "<img src=x onerror=alert(1)>"; return "taken"; }
      catch (error) { return error.name; }
    }""")
    assert refused == "TypeError"


def test_markup_of_one_answer_is_not_a_pass_for_later(look: Look):
    page = look("/swap/")
    page.get_by_role("link", name="Show older").click()
    expect(page.get_by_role("heading", name="Six stars")).to_be_visible()
    refused = page.evaluate("""() => {
      try { document.createElement("p").innerHTML = "<b>other</b>"; return "taken"; }
      catch (error) { return error.name; }
    }""")
    assert refused == "TypeError"


def test_the_list_of_faults_has_focus_and_leads_to_the_fields(look: Look):
    for script in (True, False):
        page = look("/form/", java_script_enabled=script)
        page.get_by_role("button", name="Send to Sian").click()
        summary = page.get_by_role("alert")
        expect(summary).to_be_visible()
        assert page.title().startswith("Put this right")
        expect(summary).to_be_focused()
        links = summary.get_by_role("link")
        assert links.count() >= 4
        for number in range(links.count()):
            words = links.nth(number).inner_text()
            target = links.nth(number).get_attribute("href") or ""
            field = page.locator(target)
            assert field.count() == 1, target
            group = page.locator(f".field:has({target})")
            expect(group.locator(".wrong")).to_contain_text(words)


def test_what_is_wrong_is_read_with_its_field(look: Look):
    page = look("/form/")
    page.get_by_role("button", name="Send to Sian").click()
    field = page.get_by_label("What happened?")
    told = (field.get_attribute("aria-describedby") or "").split()
    words = " ".join(page.locator(f"#{one}").inner_text() for one in told)
    assert "In any language." in words
    assert "Write something here." in words
    assert field.get_attribute("aria-invalid") == "true"


def test_a_long_form_is_kept_while_it_is_written(look: Look, heard: Callable[[], list[str]]):
    page = look("/heard/")
    page.clock.install()
    page.goto(page.url.replace("heard", "form"))
    page.get_by_label("What happened?").fill("She counted the stairs")
    page.clock.run_for(4000)
    assert not [line for line in heard() if "counted" in line]
    page.clock.run_for(2000)
    expect(page.locator("[data-draft-status]")).to_contain_text("Kept at")
    kept = [line for line in heard() if "counted" in line]
    assert len(kept) == 1
    assert "csrf" not in kept[0]


def test_what_was_typed_is_still_there_after_a_refusal(look: Look):
    page = look("/form/", java_script_enabled=False)
    page.get_by_label("What happened?").fill("  Two lines\nand a <b>")
    page.get_by_label("Month").fill("13")
    page.get_by_label("brave").check()
    page.get_by_role("button", name="Send to Sian").click()
    assert page.get_by_label("What happened?").input_value() == "  Two lines\nand a <b>"
    assert page.get_by_label("Month").input_value() == "13"
    assert page.get_by_label("brave").is_checked()


def test_undo_counts_down_and_the_button_stays(look: Look, heard: Callable[[], list[str]]):
    page = look("/star/")
    page.clock.install()
    page.get_by_role("button", name="We love this").click()
    bar = page.get_by_role("status").filter(has_text="Sent to Sian.")
    digits = bar.locator("[data-countdown]")
    expect(digits).to_have_text(re.compile(r"^(10|9)$"))
    page.clock.run_for(5000)
    expect(digits).to_have_text(re.compile(r"^[45]$"))
    page.clock.run_for(6000)
    expect(digits).to_have_text("")
    undo = bar.get_by_role("button", name="Undo")
    expect(undo).to_be_visible()
    undo.click()
    expect(page.get_by_role("status").filter(has_text="Taken back.")).to_be_visible()
    assert heard().count("undone") >= 1
    page.reload()
    expect(page.get_by_text("Taken back.")).to_have_count(0)


def test_undo_works_without_script(look: Look, heard: Callable[[], list[str]]):
    page = look("/star/", java_script_enabled=False)
    before = heard().count("undone")
    page.get_by_role("button", name="We love this").click()
    page.get_by_role("button", name="Undo").click()
    assert heard().count("undone") == before + 1


def test_a_button_that_says_why_does_nothing(look: Look):
    page = look("/gallery/")
    page.get_by_role("button", name="Choose a child first").click(force=True)
    assert page.url.endswith("/gallery/")


PICTURE = """() => new Promise((done) => {
  const canvas = document.createElement("canvas");
  canvas.width = 3200; canvas.height = 1200;
  canvas.getContext("2d").fillRect(0, 0, 3200, 1200);
  canvas.toBlob((blob) => {
    const basket = new DataTransfer();
    basket.items.add(new File([blob, "Exif GPS 51.5"], "IMG_home.jpg", { type: "image/jpeg" }));
    const input = document.querySelector("input[type=file]");
    input.files = basket.files;
    input.dispatchEvent(new Event("change"));
    done();
  }, "image/jpeg");
})"""


def test_photos_are_made_smaller_and_lose_their_place(look: Look, heard: Callable[[], list[str]]):
    page = look("/photos/")
    page.evaluate(PICTURE)
    expect(page.get_by_text("Your photos are ready to send.")).to_be_visible()
    size = page.evaluate("""async () => {
      const [file] = document.querySelector("input[type=file]").files;
      const picture = await createImageBitmap(file);
      return [file.name, picture.width, picture.height, (await file.text()).includes("GPS")];
    }""")
    assert size == ["photo.jpg", 1600, 600, False]
    page.get_by_role("button", name="Send").click()
    page.wait_for_url("**/today/")
    assert "photo.jpg image/jpeg False" in heard()


def test_a_picture_the_browser_cannot_read_goes_as_it_is(look: Look, heard: Callable[[], list[str]]):
    page = look("/photos/")
    page.set_input_files("input[type=file]", {"name": "x.heic", "mimeType": "image/heic", "buffer": b"Exif"})
    expect(page.get_by_text("Your photos are ready to send.")).to_be_visible()
    page.get_by_role("button", name="Send").click()
    page.wait_for_url("**/today/")
    assert "x.heic image/heic True" in heard()


def test_nothing_comes_from_outside_and_nothing_is_refused(look: Look, site: str):
    page = look("/star/")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    said = complaints(page)
    for address in ("/today/", "/stars/", "/desk/", "/form/", "/gallery/"):
        page.goto(site + address)
    assert said == []
    assert [url for url in asked if not url.startswith((site, "data:"))] == []


def test_a_choice_of_language_or_theme_needs_no_script(look: Look, site: str):
    page = look("/stars/?who=mali&theme=night", java_script_enabled=False)
    assert page.url == f"{site}/stars/?who=mali"
    assert page.locator("html").get_attribute("data-theme") == "night"
    page.get_by_role("link", name="Cymraeg").click()
    assert page.url == f"{site}/stars/?who=mali"
    cookies = {cookie["name"]: cookie for cookie in page.context.cookies()}
    assert cookies["seren-lang"]["value"] == "cy"
    assert cookies["seren-lang"]["httpOnly"]
