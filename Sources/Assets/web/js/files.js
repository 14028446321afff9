// Files that are joined or withdrawn while a demand is open appear, or go, without a word of what is being typed being lost.
import { onNews, readPage } from "./stream.js";

const region = () => document.querySelector("[data-files]");
const names = (part) => [...part.querySelectorAll("[data-file]")].map((file) => file.dataset.file).join(" ");

onNews(async () => {
    const page = await readPage(region()?.dataset.trace);
    const now = region();
    const next = page?.querySelector("[data-files]");
    // The same files: what the reader has enlarged, turned or compared stays as it is.
    if (!now || !next || names(next) === names(now)) return;
    now.replaceChildren(...document.adoptNode(next).childNodes);
    if (now.querySelector("[data-viewer]")) {
        const { startAll } = await import("./viewer.js");
        startAll();
    }
    const said = document.querySelector("[data-files-said]");
    if (said) said.textContent = "Les images de la demande ont changé.";
}, { pause: 50, concerns: (id) => id === region()?.dataset.files });
