// What others did while a page is read: one line in the corner, which moves nothing. A list that follows shows it itself.
import { onNews } from "./stream.js";

const line = document.querySelector("[data-news]");
const shown = location.pathname.match(/^\/demandes\/([^/]+)/)?.[1];
const title = document.title;
const changed = new Set();

onNews(() => {
    if (changed.size === 0) return;
    if (changed.has(shown)) {
        line.textContent = "Cette demande a changé\u00a0: relire";
        line.href = location.href;
    } else {
        line.textContent = changed.size === 1 ? "1 nouvelle" : `${changed.size} nouvelles`;
    }
    line.hidden = false;
    document.title = `(${changed.size}) ${title}`;
}, {
    concerns: (id, isByOthers) => {
        if (id && isByOthers) changed.add(id);
        return isByOthers;
    },
});
