"""An expert who never leaves the keyboard."""


def test_lists_are_walked_and_opened_by_keys(person):
    expert = person()
    expert.enter("Dermatologue")
    expert.page.goto("/demandes?vue=a-prendre")
    rows = expert.page.locator("[data-worklist] a")
    assert rows.count() > 1
    expert.page.keyboard.press("j")
    first = expert.page.evaluate("document.activeElement.getAttribute('href')")
    expert.page.keyboard.press("j")
    second = expert.page.evaluate("document.activeElement.getAttribute('href')")
    assert first and second and first != second
    expert.page.keyboard.press("k")
    assert expert.page.evaluate("document.activeElement.getAttribute('href')") == first
    expert.page.keyboard.press("Enter")
    expert.page.wait_for_url(f"**{first}")


def test_the_first_tab_stop_skips_to_the_content(person):
    visitor = person()
    visitor.page.goto("/demo")
    visitor.page.keyboard.press("Tab")
    assert visitor.page.evaluate("document.activeElement.className") == "skip"
    visitor.page.keyboard.press("Enter")
    assert visitor.page.evaluate("document.activeElement.id") == "contenu"
