// Photographs and documents joined to a demand without leaving the page, over lines that are cut.
import { followChoices } from "./upload-choosing.js";
import { dress, readAgain, region, slotNamed, take } from "./upload-region.js";
import { Sending } from "./upload-sending.js";
import { kept } from "./upload-store.js";

/** `Upload.limit`, which the server holds to. */
const heaviest = 52_428_800;
const sendings = new Set();
const seen = new Set();

// « /demandes/{id}/photos », where the forms post: files under way stand beside, under « depots/ ».
const place = region().querySelector("[data-upload]").action;
const demand = new URL(place).pathname;
const site = {
    address: (token) => new URL(`depots/${token}`, place).pathname,
    credentials: () => ({ "X-Essaim-Token": region().querySelector("[name=_csrf]").value }),
    joined: async (sending) => {
        if (await readAgain()) sending.line.element.remove();
        sendings.delete(sending);
        say(slotNamed(sending.record.slot), `${sending.record.name} : fichier joint`);
    },
    ended: (sending) => {
        sendings.delete(sending);
        seen.delete(signature(sending.record));
        offerUnsent();
    },
};

dress();
followChoices(add);
followRemovals();
resumeKept();
addEventListener("beforeunload", (event) => {
    if ([...sendings].some((sending) => sending.isUnderWay)) event.preventDefault();
});

function add(files, slot) {
    const twice = [];
    for (const file of files) {
        const record = {
            token: draw(), demand, slot: slot.dataset.slot, name: file.name, size: file.size, date: file.lastModified, blob: file,
        };
        if (seen.has(signature(record))) {
            twice.push(file.name);
            continue;
        }
        seen.add(signature(record));
        const sending = follow(record, true);
        if (file.size > heaviest) sending.line.tell({ state: "refused", words: tooHeavy(file.name) });
        else if (file.size === 0) sending.line.tell({ state: "refused", words: "Ce fichier est vide. Choisissez-en un autre." });
        else sending.start();
    }
    const words = twice.length > 1 ? "déjà choisis, envoyés une seule fois" : "déjà choisi, envoyé une seule fois";
    say(slot, twice.length ? `${twice.join(", ")} : ${words}` : "");
}

function follow(record, isNew) {
    const sending = new Sending(record, site, isNew);
    sendings.add(sending);
    slotNamed(record.slot).querySelector("[data-sendings]").append(sending.line.element);
    return sending;
}

/** The same file chosen twice for a place is sent once. */
function signature({ slot, name, size, date }) {
    return JSON.stringify([slot, name, size, date]);
}

/** 32 hexadecimal digits that nobody guesses. */
function draw() {
    return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function tooHeavy(name) {
    return `${name} pèse plus de 50 Mo. Envoyez-le en plusieurs parties, ou réduit.`;
}

function say(slot, words) {
    const state = slot?.querySelector("[data-upload-state]");
    if (state) state.textContent = words;
}

/** What an earlier page, or a closed tab, had not sent to its end. */
async function resumeKept() {
    for (const record of await kept(demand)) {
        if ([...sendings].some((sending) => sending.record.token === record.token)) continue;
        seen.add(signature(record));
        follow(record, false).wasKept = true;
    }
    offerUnsent();
}

function offerUnsent() {
    const notice = document.querySelector("[data-unsent]");
    const waiting = [...sendings].filter((sending) => sending.wasKept && !sending.isUnderWay);
    notice.hidden = !waiting.length;
    if (!waiting.length) return;
    const sentence = document.createElement("p");
    sentence.textContent = waiting.length > 1
        ? `${waiting.length} fichiers pas encore envoyés, gardés sur cet appareil.`
        : "1 fichier pas encore envoyé, gardé sur cet appareil.";
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button secondary small";
    button.textContent = "Reprendre l’envoi";
    button.addEventListener("click", () => {
        for (const sending of waiting) if (!sending.isUnderWay) sending.resume();
        notice.hidden = true;
    });
    notice.replaceChildren(sentence, button);
}

/** Removing a file is its form's own sending, answered by the page. */
function followRemovals() {
    document.addEventListener("submit", async (event) => {
        const form = event.target;
        if (!form.closest("[data-slots]") || event.defaultPrevented) return;
        event.preventDefault();
        if (form.matches("[data-upload]")) return;
        const slot = form.closest("[data-slot]");
        const body = new URLSearchParams(new FormData(form));
        if (await take(fetch(form.action, { method: "POST", body }))) return;
        form.removeAttribute("aria-busy");
        say(slot, "Le fichier n’a pas été retiré. Vérifiez le réseau, puis recommencez.");
    });
}
