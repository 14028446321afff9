// A file of text chosen instead of pasted: it fills the text beside it, and nothing leaves before the form is sent.
for (const chooser of document.querySelectorAll("[data-text-file]")) {
    const input = chooser.querySelector("input[type=file]");
    const said = chooser.querySelector("[role=status]");
    const area = document.getElementById(chooser.dataset.textFile);
    chooser.hidden = false;
    input.addEventListener("change", async () => {
        const [file] = input.files;
        if (!file) return;
        if (file.size > Number(area.dataset.limit)) {
            said.textContent = `« ${file.name} » est trop grand.`;
            return;
        }
        area.value = words(await file.arrayBuffer());
        area.dispatchEvent(new Event("input", { bubbles: true }));
        said.textContent = `« ${file.name} » est dans le texte ci-dessus. Vérifiez, puis invitez.`;
        area.focus();
    });
}

/** UTF-8, or what spreadsheets in French write instead. */
function words(bytes) {
    try {
        return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    } catch {
        return new TextDecoder("windows-1252").decode(bytes);
    }
}
