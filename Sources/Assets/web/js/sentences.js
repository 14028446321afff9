// Ready sentences: ticking one writes it into the text, where it can be edited; figures tick them while their act is in use,
// Ctrl or ⌘ + Enter sends it.
import { isWriting } from "./main.js";

for (const group of document.querySelectorAll("[data-sentences]")) start(group);

function start(group) {
    const text = document.getElementById(group.dataset.sentences);
    const ticks = [...group.querySelectorAll("[data-sentence]")];
    const lines = () => text.value.split("\n").filter((line) => line.trim() !== "");
    const write = (written) => {
        text.value = written.join("\n");
        text.dispatchEvent(new Event("input", { bubbles: true }));
    };
    const follow = (tick) => {
        const sentence = tick.dataset.sentence;
        if (!sentence) return tick.checked && text.focus();
        const others = lines().filter((line) => line !== sentence);
        write(tick.checked ? [...others, sentence] : others);
    };

    // Ticked without a script, or put back by the browser.
    for (const tick of ticks) if (tick.checked && tick.dataset.sentence) follow(tick);
    group.addEventListener("change", (event) => follow(event.target));
    // What is sent is the text: the ticks have done their work.
    text.form.addEventListener("formdata", (event) => event.formData.delete(ticks[0].name));
    text.form.addEventListener("keydown", (event) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            text.form.requestSubmit();
        }
        if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return;
        const place = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1];
        const tick = place && group.querySelector(`[data-place="${place}"]`);
        if (!tick) return;
        // Elsewhere on the page the figures are the orientation's.
        event.preventDefault();
        event.stopPropagation();
        tick.focus();
        tick.click();
    });
}
