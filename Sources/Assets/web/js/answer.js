// Keys of the answer: 1 to 9 choose the orientation, Ctrl or ⌘ + Enter sends, with Shift goes on to the next demand.
import { isWriting } from "./main.js";

const form = document.querySelector("form[data-answer]");

addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
        if (!form.contains(event.target) && event.target !== document.body) return;
        event.preventDefault();
        const next = event.shiftKey ? form.querySelector('[data-send="envoyer-suivante"]') : null;
        form.requestSubmit(next ?? form.querySelector('[data-send="envoyer"]'));
        return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return;
    // The key's place, not its character: figures ask for Shift on a French keyboard.
    const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1];
    const choice = digit && form.querySelector(`[data-key="${digit}"]`);
    if (!choice) return;
    event.preventDefault();
    choice.focus();
    choice.click();
});
