// What every page gains from a script. Without it, everything still works: nothing here is needed to read or to send.
import { startKeeping, forgetAll } from "./keeping.js";

document.documentElement.dataset.live = "";

const has = (selector) => document.querySelector(selector) !== null;

guardDoubleSending();
countCharacters();
closeMenus();
showKeyHints();
startKeeping();
offerPrinting();
offerCopying();
document.querySelector("[data-faults]")?.focus();
document.querySelector("form[data-leave]")?.addEventListener("submit", forgetAll);

if (has("[data-follows]")) import("./worklist.js");
if (has("[data-follows]")) import("./live.js");
else if (has("[data-news]")) import("./news.js");
if (has("[data-files]")) import("./files.js");
if (has("[data-viewer]")) import("./viewer.js");
if (has("[data-answer]")) import("./answer.js");
if (has("[data-prepare]")) import("./next-images.js");
if (has("[data-sentences]")) import("./sentences.js");
if (has("[data-phrases]")) import("./phrases.js");
if (has("[data-text-file]")) import("./text-file.js");
if (has("[data-passkey]")) import("./passkey.js");
if (has("[data-see-before]")) import("./see-before.js");
if (document.body.dataset.page === "demande") import("./demand-keys.js");
if (has("[data-when-item]")) import("./draft.js");
if (has("[data-acts], [data-copy-value]")) import("./billing.js");
if (has("[data-slots]")) import("./uploads.js");

/** A form leaves once: a second click finds it busy. The button is disabled after its value has been read. */
function guardDoubleSending() {
    addEventListener("submit", (event) => {
        const form = event.target;
        if (!form.matches("form[data-once]") || event.defaultPrevented) return;
        if (form.getAttribute("aria-busy") === "true") {
            event.preventDefault();
            return;
        }
        form.setAttribute("aria-busy", "true");
    });
    // A page that comes back from the browser's memory is ready again.
    addEventListener("pageshow", () => {
        for (const form of document.querySelectorAll("form[aria-busy]")) form.removeAttribute("aria-busy");
    });
}

/** Says what is left as the limit draws near. Counts code points, as the server does characters, or a little more. */
function countCharacters() {
    const figures = new Intl.NumberFormat("fr-FR");
    for (const area of document.querySelectorAll("textarea[data-limit]")) {
        const counter = document.querySelector(`[data-counter="${CSS.escape(area.id)}"]`);
        const limit = Number(area.dataset.limit);
        if (!counter || !limit) continue;
        const said = counter.textContent;
        const show = () => {
            const count = [...area.value].length;
            const left = limit - count;
            counter.classList.toggle("near", left >= 0 && left <= limit / 10);
            counter.classList.toggle("over", left < 0);
            if (left < 0) counter.textContent = `${figures.format(-left)} caractères de trop`;
            else if (count > limit / 2) counter.textContent = `${figures.format(left)} caractères restants`;
            else counter.textContent = said;
            counter.hidden = count <= limit / 2;
        };
        area.addEventListener("input", show);
        show();
    }
}

/** A menu closes on Escape and on a click elsewhere. */
function closeMenus() {
    const menus = document.querySelectorAll("details[data-menu]");
    addEventListener("click", (event) => {
        for (const menu of menus) if (!menu.contains(event.target)) menu.open = false;
    });
    addEventListener("keydown", (event) => {
        if (event.key !== "Escape") return;
        for (const menu of menus) {
            if (!menu.open) continue;
            menu.open = false;
            menu.querySelector("summary").focus();
        }
    });
}

/** The sheet to hand over: printing needs a script. */
function offerPrinting() {
    for (const button of document.querySelectorAll("[data-print]")) {
        button.hidden = false;
        button.addEventListener("click", () => print());
    }
}

/** Copies a field whole; where the browser refuses, it is selected, ready to be copied by hand. */
function offerCopying() {
    for (const button of document.querySelectorAll("[data-copy]")) {
        const field = document.getElementById(button.dataset.copy);
        const title = button.textContent;
        button.hidden = false;
        button.addEventListener("click", async () => {
            field.select();
            try {
                await navigator.clipboard.writeText(field.value);
                button.textContent = "Clé copiée";
                setTimeout(() => { button.textContent = title; }, 2000);
            } catch {
                field.focus();
            }
        });
    }
}

/** `?` shows and hides the keys of the page. */
function showKeyHints() {
    const hints = document.querySelector("[data-key-hints]");
    if (!hints) return;
    addEventListener("keydown", (event) => {
        if (event.key === "?" && !isWriting(event.target)) hints.hidden = !hints.hidden;
    });
}

/** Whether keys belong to what is being typed. */
export function isWriting(target) {
    return target instanceof Element && target.closest("input:not([type=radio], [type=checkbox], [type=range]), textarea, select") !== null;
}
