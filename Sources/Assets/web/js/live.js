// A list that is open follows what happens: the server says that something changed, the page reads itself again.
import { onNews, readPage } from "./stream.js";

const region = () => document.querySelector("[data-follows]");

onNews(async () => {
    const page = await readPage(region()?.dataset.trace);
    const now = region();
    const next = page?.querySelector("[data-follows]");
    if (!now || !next || next.isEqualNode(now)) return;
    const focused = now.contains(document.activeElement) ? document.activeElement.getAttribute("href") : null;
    const ticked = new Set(Array.from(now.querySelectorAll("input[type=checkbox]:checked"), (box) => box.value));
    now.replaceWith(document.adoptNode(next));
    // A line that changed meanwhile bears another value: it is to be read before it is ticked again.
    for (const box of next.querySelectorAll("input[type=checkbox]")) box.checked ||= ticked.has(box.value);
    if (focused) document.querySelector(`[data-follows] a[href="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
    const said = document.querySelector("[data-followed]");
    if (said) said.textContent = said.dataset.followed;
});
