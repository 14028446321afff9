"""What only a script does on the page of acts: copying a value, or an act whole, in the order of billing software."""
import pytest


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_a_value_and_a_whole_act_are_copied(person):
    expert = person(permissions=["clipboard-read", "clipboard-write"])
    expert.enter("Médecin")
    page = expert.page
    page.goto("/a-coter")
    card = page.locator("[data-act]").first
    copied = lambda: page.evaluate("navigator.clipboard.readText()")

    code = card.locator("[data-act-value]").first.input_value()
    card.get_by_role("button", name="Copier Acte").click()
    page.wait_for_function("document.querySelector('[data-copied]').textContent === 'Copié.'")
    assert copied() == code in ("RQD", "TE2")

    card.get_by_role("button", name="Copier tout").click()
    page.wait_for_function("navigator.clipboard.readText().then(text => text.includes('\\n'))")
    lines = [line.split("\t") for line in copied().split("\n")]
    assert [line[0] for line in lines][:5] == ["Acte", "Montant", "Date de l’acte", "Nom de naissance", "Nom utilisé"]
    assert len(lines) == 12 and all(len(line) == 2 for line in lines)


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_without_a_script_each_value_can_be_selected_and_an_act_marked(person):
    expert = person(java_script_enabled=False)
    expert.enter("Médecin")
    page = expert.page
    page.goto("/a-coter")
    card = page.locator("[data-act]").first
    assert card.locator("[data-act-value]").count() == 12
    assert card.get_by_role("button", name="Copier tout").count() == 0
    title = card.get_attribute("id")
    card.get_by_role("button", name="Marquer comme coté").click()
    assert page.get_by_text("Acte marqué comme coté").is_visible()
    assert page.locator(f"[id='{title}']").count() == 0
