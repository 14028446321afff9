// A list that is open follows what happens: the server says that something changed, the page reads itself again.
import { onNews, readPage } from "./stream.js";

const region = () => document.querySelector("[data-follows]");

onNews(async () => {
    const page = await readPage(region()?.dataset.trace);
    const now = region();
    const next = page?.querySelector("[data-follows]");
    if (!now || !next || next.isEqualNode(now)) return;
    const focused = now.contains(document.activeElement) ? document.activeElement.getAttribute("href") : null;
    now.replaceWith(document.adoptNode(next));
    if (focused) document.querySelector(`[data-follows] a[href="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
    const said = document.querySelector("[data-followed]");
    if (said) said.textContent = said.dataset.followed;
});
