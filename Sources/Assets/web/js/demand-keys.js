// Keys of a demand: P takes it, A opens the answer.
import { isWriting } from "./main.js";

const acts = { p: '[data-act="prendre"]', a: "[data-primary]" };

addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isWriting(event.target)) return;
    const act = document.querySelector(acts[event.key.toLowerCase()] ?? "#none");
    if (!act) return;
    event.preventDefault();
    act.click();
});
