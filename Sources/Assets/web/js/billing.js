// Copies what billing software asks for: one value, or an act whole, in the order of the card. Without it, each value
// stands in a field that can be selected.
const said = document.querySelector("[data-copied]");

for (const button of document.querySelectorAll("[data-copy-value]")) {
    const field = document.getElementById(button.dataset.copyValue);
    offer(button, () => field.value, () => field.select());
}

for (const button of document.querySelectorAll("[data-copy-act]")) {
    const fields = [...button.closest("[data-act]").querySelectorAll("[data-act-value]")];
    const lines = () => fields.map((field) => `${field.dataset.actValue}\t${field.value}`).join("\n");
    offer(button, lines, () => fields[0]?.select());
}

/** Shows the button; where the browser refuses to copy, the value is selected, ready to be copied by hand. */
function offer(button, text, select) {
    const title = button.firstChild;
    const word = title.textContent;
    button.hidden = false;
    button.addEventListener("click", async () => {
        try {
            await navigator.clipboard.writeText(text());
            title.textContent = "Copié";
            if (said) said.textContent = "Copié.";
            setTimeout(() => { title.textContent = word; if (said) said.textContent = ""; }, 2000);
        } catch {
            select();
        }
    });
}
