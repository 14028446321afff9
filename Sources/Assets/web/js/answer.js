// Keys of the answer: 1 to 9 choose the orientation, a letter the gravity; Escape leaves the text for them; D asks for more;
// Ctrl or ⌘ + Enter sends, with Shift goes on to the next demand.
import { isWriting } from "./main.js";

const form = document.querySelector("form[data-answer]");
const text = form.querySelector("textarea");

addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) return send(event);
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (event.key === "Escape" && event.target === text) return text.blur();
    if (isWriting(event.target)) return;
    // The key's place, not its character: figures ask for Shift on a French keyboard.
    const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1];
    const letter = /^[a-z]$/i.test(event.key) ? event.key.toLowerCase() : null;
    if (letter === "d") return ask(event);
    const choice = (digit && form.querySelector(`[data-key="${digit}"]`))
        ?? (letter && form.querySelector(`[data-letter="${letter}"]`));
    if (!choice) return;
    event.preventDefault();
    choice.focus();
    choice.click();
    // Chosen, what is left is to write.
    if (digit && text.value.trim() === "") text.focus();
});

function send(event) {
    if (!form.contains(event.target) && event.target !== document.body) return;
    event.preventDefault();
    const next = event.shiftKey ? form.querySelector('[data-send="envoyer-suivante"]') : null;
    form.requestSubmit(next ?? form.querySelector('[data-send="envoyer"]'));
}

function ask(event) {
    const act = document.getElementById("demander-precision");
    if (!act) return;
    event.preventDefault();
    act.open = true;
    act.querySelector("[data-sentence]").focus();
}
