// Phrases by shortcut: « /limite » then a space or Tab puts the phrase in its place. While a word that begins with « / » is
// typed, a list shows those that fit: arrows, Enter, or the pointer.
const picker = document.querySelector("[data-phrases]");
const text = document.getElementById(picker.dataset.phrases);
const select = picker.querySelector("select");
const used = picker.querySelector("[data-used-phrases]");
const phrases = [...(select?.options ?? [])].filter((option) => option.value)
    .map((option) => ({ id: option.value, ...option.dataset }));
const mostShown = 8;
const written = /(?:^|\s)\/([\p{L}\p{N}-]{0,20})$/u;

const list = document.createElement("ul");
list.id = "phrases-liste";
list.className = "phrase-list";
list.hidden = true;
list.setAttribute("role", "listbox");
list.setAttribute("aria-label", "Phrases");
let shown = [];
let current = 0;

if (phrases.length) start();

function start() {
    text.after(list);
    text.setAttribute("aria-controls", list.id);
    text.setAttribute("aria-autocomplete", "list");
    text.setAttribute("aria-haspopup", "listbox");
    text.addEventListener("input", follow);
    text.addEventListener("keydown", press);
    text.addEventListener("blur", close);
    // The list keeps the focus in the text.
    list.addEventListener("pointerdown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => {
        const item = event.target.closest("[role=option]");
        if (item) choose(shown[[...list.children].indexOf(item)]);
    });
    picker.querySelector("[data-insert-phrase]").addEventListener("click", (event) => {
        event.preventDefault();
        const phrase = phrases.find(({ id }) => id === select.value);
        if (!phrase) return;
        text.focus();
        put(phrase, text.selectionStart, text.selectionEnd);
        select.value = "";
    });
}

/** What is being typed after « / », up to the caret; null when nothing is. */
function begun() {
    if (text.selectionStart !== text.selectionEnd) return null;
    return written.exec(text.value.slice(0, text.selectionStart))?.[1].toLowerCase() ?? null;
}

function follow() {
    const word = begun();
    shown = word === null ? [] : phrases
        .filter(({ shortcut, title }) => shortcut.startsWith(word) || (word.length > 1 && title.toLowerCase().includes(word)))
        .slice(0, mostShown);
    current = 0;
    show();
}

function show() {
    list.hidden = shown.length === 0;
    list.replaceChildren(...shown.map((phrase, place) => {
        const item = document.createElement("li");
        item.id = `phrase-${place}`;
        item.setAttribute("role", "option");
        item.setAttribute("aria-selected", String(place === current));
        const key = document.createElement("kbd");
        key.textContent = `/${phrase.shortcut}`;
        item.append(key, ` ${phrase.title}`);
        return item;
    }));
    if (list.hidden) text.removeAttribute("aria-activedescendant");
    else text.setAttribute("aria-activedescendant", `phrase-${current}`);
}

function close() {
    shown = [];
    show();
}

function press(event) {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    if (shown.length && event.key in steps) {
        current = (current + steps[event.key] + shown.length) % shown.length;
        show();
    } else if (shown.length && event.key === "Enter" && !event.shiftKey) {
        choose(shown[current]);
    } else if (shown.length && event.key === "Escape") {
        event.stopPropagation();
        close();
    } else if (event.key === " " || (event.key === "Tab" && !event.shiftKey)) {
        const word = begun();
        const phrase = word && phrases.find(({ shortcut }) => shortcut === word);
        if (!phrase) return;
        choose(phrase);
    } else {
        return;
    }
    event.preventDefault();
}

/** In the place of what was typed after « / ». */
function choose(phrase) {
    const caret = text.selectionStart;
    const start = caret - (begun()?.length ?? 0) - 1;
    put(phrase, Math.max(0, start), caret);
    close();
}

function put(phrase, start, end) {
    text.setSelectionRange(start, end);
    // So that it can be undone, and is saved as what is typed is.
    if (!document.execCommand("insertText", false, phrase.text)) {
        text.setRangeText(phrase.text, start, end, "end");
        text.dispatchEvent(new Event("input", { bubbles: true }));
    }
    used.value = `${used.value} ${phrase.id}`.trim();
}
