// Keys of the list: J and K go down and up, Enter opens the link that has the focus, the first one when nothing has.
import { isWriting } from "./main.js";

const links = () => [...document.querySelectorAll("[data-row-link]")];

addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return;
    if (event.key === "Enter" && (!document.activeElement || document.activeElement === document.body)) {
        links()[0]?.click();
        return;
    }
    const step = { j: 1, k: -1, J: 1, K: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const all = links();
    const at = all.indexOf(document.activeElement);
    if (at === all.length - 1 && step === 1) {
        document.querySelector("[data-next-page]")?.focus();
        return;
    }
    const link = all[at === -1 ? (step === 1 ? 0 : all.length - 1) : Math.max(0, at + step)];
    link?.focus();
    link?.scrollIntoView({ block: "nearest" });
});
