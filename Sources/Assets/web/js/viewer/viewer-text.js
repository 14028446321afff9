// A text is read in the frame, as text and nothing else.
const limit = 200000;

export async function bringText(view) {
    if (view.isAsked) return;
    view.isAsked = true;
    const sheet = view.canvas.querySelector(".sheet");
    const page = document.createElement("pre");
    page.className = "text";
    page.tabIndex = 0;
    page.setAttribute("aria-label", "Texte");
    try {
        const answer = await fetch(view.file.full);
        if (!answer.ok) throw new Error(String(answer.status));
        const text = await answer.text();
        page.textContent = text.length > limit ? `${text.slice(0, limit)}\n[…] Ouvrez le document pour lire la suite.` : text;
        sheet.replaceWith(page);
    } catch {
        view.isAsked = false;
        sheet.lastElementChild.textContent = "Ce texte n’a pas pu être lu. Ouvrez le document, ou réessayez.";
    }
}
