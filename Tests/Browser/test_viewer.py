"""The viewer, on the page that shows every component: what a hand, a keyboard or a screen reader finds there."""
import re

import pytest
from playwright.sync_api import expect

# Pages are drawn by the same code whatever keeps the rows.
pytestmark = pytest.mark.parametrize("engine", ["sqlite"], indirect=True)


@pytest.fixture
def viewer(person):
    """Two photographs, a document of three pages, a text, one file that waits, and two of an earlier demand."""
    page = person().page
    page.goto("/style")
    found = page.locator("[data-viewer].live").first
    found.scroll_into_view_if_needed()
    return found


def frame(viewer, pane=0):
    return viewer.locator(".pane .frame").nth(pane)


def place(viewer, pane=0):
    """Where the image stands: its enlargement, and the shift of its middle."""
    return frame(viewer, pane).evaluate("""frame => {
        const turned = new DOMMatrix(getComputedStyle(frame.querySelector(".canvas")).transform);
        const [a, b] = [frame, frame.querySelector(".canvas")].map(e => e.getBoundingClientRect());
        return {
            scale: Math.round(Math.hypot(turned.a, turned.b) * 100) / 100,
            x: Math.round((b.left + b.right - a.left - a.right) / 2),
            y: Math.round((b.top + b.bottom - a.top - a.bottom) / 2),
        };
    }""")


def filter_of(viewer, pane=0):
    return frame(viewer, pane).locator(".canvas").evaluate("canvas => canvas.style.filter")


def press(viewer, *keys):
    frame(viewer).focus()
    for key in keys:
        viewer.page.keyboard.press(key)


def said(viewer):
    return viewer.locator("[data-viewer-said]")


def tool(viewer, act):
    return viewer.locator(f"[data-act='{act}']").first


def test_one_image_is_large_and_the_others_are_a_strip(viewer):
    expect(viewer.locator(".pane")).to_have_count(1)
    expect(viewer.locator("[data-show]")).to_have_count(5)
    expect(frame(viewer)).to_have_attribute(
        "aria-label", "Image 1 sur 5, centrée, prise le 22 novembre 2026")
    expect(viewer.locator("[data-viewer-count]")).to_have_text("1/5")
    expect(viewer.get_by_text("Images non destinées au diagnostic primaire.")).to_be_visible()
    viewer.locator("[data-show]").nth(1).click()
    expect(viewer.locator("[data-viewer-count]")).to_have_text("2/5")
    expect(viewer.locator("[data-show]").nth(1)).to_have_attribute("aria-current", "true")
    expect(said(viewer)).to_have_text(re.compile("Image 2 sur 5, large"))


def test_next_goes_page_by_page_and_comes_round(viewer):
    places = []
    for _ in range(8):
        places.append(viewer.locator("[data-viewer-count]").inner_text())
        press(viewer, "ArrowRight")
    assert places == [
        "1/5", "2/5", "3/5 · page 1/3", "3/5 · page 2/3", "3/5 · page 3/3", "4/5", "5/5", "1/5"]


def test_keys_enlarge_move_and_fit(viewer):
    expect(viewer.locator("[data-viewer-scale]")).to_have_text("entière")
    press(viewer, "+", "+")
    assert place(viewer)["scale"] == 2.25
    expect(viewer.locator("[data-viewer-scale]")).to_have_text("× 2,3")
    before = place(viewer)
    press(viewer, "ArrowRight", "ArrowDown")
    after = place(viewer)
    assert (after["x"], after["y"]) == (before["x"] - 60, before["y"] - 60), "arrows move an enlarged image"
    expect(viewer.locator("[data-viewer-count]")).to_have_text("1/5")
    press(viewer, "-")
    assert place(viewer)["scale"] == 1.5
    press(viewer, "0")
    assert place(viewer) == {"scale": 1, "x": 0, "y": 0}


def test_a_letter_that_is_typed_is_no_command(viewer):
    field = viewer.page.locator("#style-question")
    before = field.input_value()
    field.focus()
    viewer.page.keyboard.type("+rv")
    assert place(viewer)["scale"] == 1 and viewer.locator(".pane").count() == 1
    assert len(field.input_value()) == len(before) + 3


def test_the_wheel_enlarges_under_the_pointer(viewer):
    box = frame(viewer).bounding_box()
    viewer.page.wait_for_timeout(350)  # a page that is being scrolled is left alone
    viewer.page.mouse.move(box["x"] + box["width"] / 4, box["y"] + box["height"] / 2)
    viewer.page.mouse.wheel(0, -300)
    expect(viewer.locator("[data-viewer-scale]")).not_to_have_text("entière")
    assert place(viewer)["x"] > 0, "what is left of the middle stays under the pointer: the image goes right"
    for _ in range(20):
        viewer.page.mouse.wheel(0, 300)
    expect(viewer.locator("[data-viewer-scale]")).to_have_text("entière")


def test_a_drag_never_takes_the_image_out_of_its_frame(viewer):
    box = frame(viewer).bounding_box()
    middle = (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    viewer.page.mouse.dblclick(*middle)
    before = place(viewer)
    assert before["scale"] == 4
    viewer.page.mouse.move(*middle)
    viewer.page.mouse.down()
    viewer.page.mouse.move(middle[0] + 50, middle[1] + 30, steps=3)
    viewer.page.mouse.up()
    assert place(viewer) == {"scale": 4, "x": before["x"] + 50, "y": before["y"] + 30}
    viewer.page.mouse.down()
    viewer.page.mouse.move(middle[0] + 9000, middle[1], steps=3)
    viewer.page.mouse.up()
    gap = frame(viewer).evaluate(
        "frame => frame.querySelector('.canvas').getBoundingClientRect().left - frame.getBoundingClientRect().left")
    assert gap <= 1, "no further than its edge"
    viewer.page.mouse.dblclick(*middle)
    assert place(viewer)["scale"] == 1


def test_two_fingers_enlarge(people, server):
    page = people(server, viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True).page
    page.goto("/style")
    viewer = page.locator("[data-viewer].live").first
    frame(viewer).scroll_into_view_if_needed()
    box = frame(viewer).bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    hand = page.context.new_cdp_session(page)

    def touch(kind, *points):
        hand.send("Input.dispatchTouchEvent", {
            "type": kind, "touchPoints": [{"x": px, "y": py, "id": number} for number, (px, py) in enumerate(points)]})

    touch("touchStart", (x - 30, y), (x + 30, y))
    for spread in (40, 60, 90):
        touch("touchMove", (x - spread, y), (x + spread, y))
    touch("touchEnd")
    assert 2.5 < place(viewer)["scale"] < 3.5, place(viewer)
    tool(viewer, "fit").click()
    touch("touchStart", (x + 100, y))
    touch("touchMove", (x, y))
    touch("touchMove", (x - 100, y))
    touch("touchEnd")
    expect(viewer.locator("[data-viewer-count]")).to_have_text("2/5")


def test_the_whole_image_is_asked_for_only_when_it_would_be_seen(viewer):
    sharper = frame(viewer).locator("img.sharper")
    expect(sharper).to_have_count(0)
    press(viewer, "+", "+", "+", "+")
    expect(sharper).to_have_count(1)
    press(viewer, "0", "+", "+", "+", "+")
    expect(sharper).to_have_count(1)


def test_a_turn_keeps_the_whole_image_in_its_frame(viewer):
    for quarter in (90, 180, 270, 0):
        tool(viewer, "rotate").click()
        turned, inside = frame(viewer).evaluate("""frame => {
            const canvas = frame.querySelector(".canvas"), m = new DOMMatrix(getComputedStyle(canvas).transform);
            const [a, b] = [frame, canvas].map(e => e.getBoundingClientRect());
            return [(Math.round(Math.atan2(m.b, m.a) * 180 / Math.PI) + 360) % 360,
                b.left >= a.left - 1 && b.right <= a.right + 1 && b.top >= a.top - 1 && b.bottom <= a.bottom + 1];
        }""")
        assert turned == quarter and inside


def test_light_is_set_by_sliders_and_keys_and_put_back(viewer):
    press(viewer, "b", "b", "Shift+C")
    assert filter_of(viewer) == "brightness(120%) contrast(90%)"
    expect(said(viewer)).to_have_text("Contraste 90 %")
    tool(viewer, "light").click()
    slider = viewer.get_by_label("Luminosité")
    expect(slider).to_be_focused()
    assert slider.input_value() == "120"
    slider.fill("180")
    assert filter_of(viewer) == "brightness(180%) contrast(90%)"
    viewer.page.keyboard.press("ArrowLeft")
    assert filter_of(viewer) == "brightness(175%) contrast(90%)", "arrows are the slider's, not the viewer's"
    viewer.get_by_role("button", name="Remettre").click()
    assert filter_of(viewer) == "" and slider.input_value() == "100"


def test_light_and_turn_stay_with_their_image(viewer):
    press(viewer, "b", "ArrowRight")
    assert filter_of(viewer) == ""
    press(viewer, "ArrowLeft")
    assert filter_of(viewer) == "brightness(110%) contrast(100%)"


def test_two_images_move_together_until_they_are_untied(viewer):
    press(viewer, "v")
    expect(viewer.locator(".pane")).to_have_count(2)
    assert frame(viewer, 1).get_attribute("aria-label").startswith("Image 2 sur 5")
    frame(viewer).focus()
    viewer.page.keyboard.press("+")
    viewer.page.keyboard.press("ArrowRight")
    assert place(viewer, 0) == place(viewer, 1) and place(viewer)["scale"] == 1.5 and place(viewer)["x"] < 0
    viewer.page.keyboard.press("t")
    viewer.page.keyboard.press("+")
    assert (place(viewer, 0)["scale"], place(viewer, 1)["scale"]) == (2.25, 1.5)
    viewer.page.keyboard.press("t")
    assert place(viewer, 0)["scale"] == place(viewer, 1)["scale"] == 2.25
    viewer.page.keyboard.press("v")
    expect(viewer.locator(".pane")).to_have_count(1)


def test_an_image_of_an_earlier_demand_stands_beside(viewer):
    viewer.get_by_role("button", name="Demande du 3 mars 2026").click()
    expect(frame(viewer, 1)).to_have_attribute(
        "aria-label", "Image, Demande du 3 mars 2026, centrée, prise le 3 mars 2026")
    choices = viewer.get_by_label("Image de droite")
    assert choices.locator("optgroup").evaluate_all("groups => groups.map(group => group.label)") == [
        "Cette demande", "Demande du 3 mars 2026"]
    choices.select_option(label="Large, prise le 3 mars 2026")
    expect(frame(viewer, 1)).to_have_attribute("aria-label", re.compile("large, prise le 3 mars 2026"))


def test_what_one_pane_has_and_the_other_asks_for_changes_sides(viewer):
    press(viewer, "v")
    left, right = viewer.get_by_label("Image de gauche"), viewer.get_by_label("Image de droite")
    left.select_option(index=1)
    assert frame(viewer, 0).get_attribute("aria-label").startswith("Image 2")
    assert frame(viewer, 1).get_attribute("aria-label").startswith("Image 1")
    assert (left.input_value(), right.input_value()) == ("1", "0")


def test_a_text_is_read_as_text(viewer):
    viewer.locator("[data-show]").nth(3).click()
    expect(viewer.locator(".pane .text")).to_contain_text("Marges latérales")
    press(viewer, "+")
    expect(viewer.locator("[data-viewer-scale]")).to_have_text("entière")


def test_a_file_that_the_antivirus_has_not_read_is_not_shown(viewer):
    viewer.locator("[data-show]").nth(4).click()
    expect(viewer.locator(".pane .frame")).to_contain_text("En attente de l’analyse antivirus")
    assert frame(viewer).locator("img").count() == 0


def test_the_viewer_fills_the_screen_and_gives_it_back(viewer):
    before = frame(viewer).bounding_box()["width"]
    press(viewer, "f")
    expect(tool(viewer, "full")).to_have_attribute("aria-pressed", "true")
    expect(viewer).to_have_class(re.compile("filling"))
    assert frame(viewer).bounding_box()["width"] > before
    assert viewer.page.evaluate("document.querySelector('header.top').inert"), "nothing behind it is reached"
    press(viewer, "f")
    expect(tool(viewer, "full")).to_have_attribute("aria-pressed", "false")
    assert not viewer.page.evaluate("document.querySelector('header.top').inert")
    assert frame(viewer).bounding_box()["width"] == before


def test_every_tool_is_named_and_large_enough_for_a_thumb(people, server):
    page = people(server, viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True).page
    page.goto("/style")
    viewer = page.locator("[data-viewer].live").first
    tool(viewer, "light").click()
    for button in viewer.locator("button:visible, [data-show], input[type=range]").all():
        box = button.bounding_box()
        assert box["height"] >= 44 and box["width"] >= 44, button.evaluate("button => button.outerHTML")
    for button in viewer.locator("button.tool:visible").all():
        assert button.get_attribute("aria-label") and button.get_attribute("title")


def test_without_script_it_is_a_list_of_images(people, server):
    page = people(server, java_script_enabled=False).page
    page.goto("/style")
    figures = page.locator("[data-viewer] [data-stage] [data-photo]")
    assert figures.count() == 5 and all(figure.is_visible() for figure in figures.all())
    assert not page.locator("[data-viewer-bar]").first.is_visible()
    page.get_by_text("Demande du 3 mars 2026, 2 images").click()
    assert page.locator("[data-earlier] [data-photo]").first.is_visible()


def test_the_answering_page_loads_small_pictures_and_the_whole_one_on_demand(person):
    expert = person()
    expert.enter("Dermatologue")
    page = expert.page
    page.goto("/demandes?vue=miennes")
    demand = page.locator("[data-worklist] a").first.get_attribute("href")
    asked = []
    # Its own: those of the next demand are prepared beside.
    page.on("request", lambda request: asked.append(request.url.split("?")[0].rsplit("/", 1)[1])
            if f"{demand}/photos/" in request.url else None)
    page.goto(f"{demand}/repondre")
    viewer = page.locator("[data-viewer].live")
    viewer.wait_for()
    page.wait_for_load_state("load")
    assert "ecran" in asked and "vignette" in asked
    assert set(asked) <= {"ecran", "vignette"}, asked
    assert asked.count("ecran") <= 2, "the one shown, and the next when nothing else is to be done"


def test_the_page_does_not_move_when_the_script_takes_over(person):
    """Cumulative layout shift of the answering page, from its first paint on."""
    expert = person()
    expert.enter("Dermatologue")
    page = expert.page
    page.goto("/demandes?vue=miennes")
    answering = page.locator("[data-worklist] a").first.get_attribute("href") + "/repondre"
    page.add_init_script("""
        window.shifted = 0;
        new PerformanceObserver(list => {
            for (const entry of list.getEntries()) window.shifted += entry.value;
        }).observe({type: "layout-shift", buffered: true});
    """)
    page.goto(answering)
    page.locator("[data-viewer].live").wait_for()
    page.wait_for_load_state("load")
    page.evaluate("new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)))")
    assert page.evaluate("window.shifted") < 0.02
