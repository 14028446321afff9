// The slots of the page, read again from the server when something was joined or removed; lines on their way stay.

export const region = () => document.querySelector("[data-slots]");
export const slots = () => [...document.querySelectorAll("[data-slot]")];

export function slotNamed(code) {
    return slots().find((slot) => slot.dataset.slot === code) ?? slots().at(-1);
}

/** With a script the plain button gives way, several files may be chosen, and a telephone offers its camera. */
export function dress() {
    const hasCamera = matchMedia("(pointer: coarse)").matches;
    for (const button of document.querySelectorAll("[data-send-plainly]")) button.hidden = true;
    for (const slot of slots()) slot.querySelector("input[type=file]").multiple = true;
    for (const button of document.querySelectorAll("[data-camera]")) button.hidden = !hasCamera;
}

let reading = null;
let isAsked = false;

/** Several joinings at once are one reading. Says whether the page was there. */
export async function readAgain() {
    isAsked = true;
    reading ??= (async () => {
        let isTaken = false;
        while (isAsked) {
            isAsked = false;
            isTaken = await take(fetch(location.href, { headers: { Accept: "text/html" } }));
        }
        return isTaken;
    })().finally(() => { reading = null; });
    return reading;
}

/** Takes the slots of a page; says whether there were any. */
export async function take(asked) {
    let answer;
    try {
        answer = await asked;
    } catch {
        return false;
    }
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.querySelector("[data-slots]");
    if (!fresh || !region()) return false;
    const lines = new Map(slots().map((slot) => [slot.dataset.slot, [...slot.querySelector("[data-sendings]").children]]));
    const focused = document.activeElement?.id;
    region().replaceChildren(...document.adoptNode(fresh).childNodes);
    for (const [code, kept] of lines) slotNamed(code)?.querySelector("[data-sendings]").append(...kept);
    // On a demand already sent, what was joined stands with its question.
    const shown = document.querySelector("[data-joined]");
    const joined = page.querySelector("[data-joined]");
    if (shown && joined) shown.replaceChildren(...document.adoptNode(joined).childNodes);
    dress();
    if (focused && document.activeElement === document.body) document.getElementById(focused)?.focus({ preventScroll: true });
    adoptVersion(page);
    return true;
}

/** The text's form keeps pace, should a file have changed the demand's version. */
function adoptVersion(page) {
    const fresh = page.querySelector("#brouillon [name=_version]");
    const field = document.querySelector("#brouillon [name=_version]");
    if (fresh && field) field.value = fresh.value;
}
