// What is typed and not yet saved: kept in this tab, saved by itself when the server can be reached.
//
// A form says `data-keep="name"` to be kept in the tab's storage, and `data-autosave` to be posted as it is filled.
// An automatic save is the form's own POST with the header `X-Essaim-Autosave: 1`, a key of its own and no button.
// The server answers 2xx with `X-Essaim-Version`, the demand's version from now on; 409 when someone else changed it.

import { forget } from "./upload-store.js";

const prefix = "essaim.keep.";
const unseen = ["_csrf", "_cle", "_version"];

export function startKeeping() {
    const forms = [...document.querySelectorAll("form[data-keep]")];
    dropWhatWasSent(forms);
    for (const form of forms) {
        restore(form);
        follow(form);
    }
    for (const form of document.querySelectorAll("form[data-forget]")) {
        form.addEventListener("submit", () => sessionStorage.removeItem(prefix + form.dataset.forget));
    }
}

/** Nothing of this person stays after they leave: neither what was typed nor files chosen. */
export function forgetAll() {
    forget();
    for (const key of Object.keys(sessionStorage)) if (key.startsWith(prefix)) sessionStorage.removeItem(key);
}

/** A form that was sent, and whose page did not come back, has arrived. The sign-in page proves nothing. */
function dropWhatWasSent(forms) {
    if (document.body.dataset.page === "connexion" || document.body.dataset.page === "erreur") return;
    const here = forms.map((form) => prefix + form.dataset.keep);
    for (const key of Object.keys(sessionStorage)) {
        if (key.startsWith(prefix) && !here.includes(key) && read(key)?.sent) sessionStorage.removeItem(key);
    }
}

function read(key) {
    try {
        return JSON.parse(sessionStorage.getItem(key));
    } catch {
        return null;
    }
}

function typed(form) {
    return [...new FormData(form)].filter(([name, value]) => !unseen.includes(name) && typeof value === "string");
}

function version(form) {
    return form.elements.namedItem("_version")?.value ?? "";
}

function restore(form) {
    const key = prefix + form.dataset.keep;
    const kept = read(key);
    if (!kept || JSON.stringify(kept.fields) === JSON.stringify(typed(form))) {
        sessionStorage.removeItem(key);
        return;
    }
    const notice = document.createElement("div");
    notice.className = "notice information";
    notice.setAttribute("role", "status");
    const sentence = document.createElement("p");
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button quiet small";
    notice.append(sentence, button);
    form.before(notice);
    if (kept.version === version(form)) {
        const saved = typed(form);
        fill(form, kept.fields);
        sentence.textContent = "Votre texte non enregistré a été repris sur cet appareil.";
        button.textContent = "Revenir à la version enregistrée";
        button.addEventListener("click", () => {
            fill(form, saved);
            sessionStorage.removeItem(key);
            notice.remove();
        });
    } else {
        sentence.textContent = "Un texte non enregistré est gardé sur cet appareil. La demande a changé depuis.";
        button.textContent = "Reprendre mon texte";
        button.addEventListener("click", () => {
            fill(form, kept.fields);
            notice.remove();
        });
    }
}

/** Puts values back where they were typed. */
function fill(form, fields) {
    const values = new Map();
    for (const [name, value] of fields) values.set(name, [...(values.get(name) ?? []), value]);
    for (const control of form.elements) {
        if (!control.name || unseen.includes(control.name) || control.type === "submit" || control.type === "file") continue;
        const wanted = values.get(control.name) ?? [];
        if (control.type === "radio" || control.type === "checkbox") control.checked = wanted.includes(control.value);
        else if (control.localName !== "fieldset") control.value = wanted[0] ?? "";
        control.dispatchEvent(new Event("input", { bubbles: true }));
    }
}

function follow(form) {
    const key = prefix + form.dataset.keep;
    const state = document.querySelector("[data-saved]");
    let timer, leaving = false, blocked = false, running = false, again = false;

    const keep = (sent = false) => {
        const kept = { fields: typed(form), version: version(form), sent };
        try {
            sessionStorage.setItem(key, JSON.stringify(kept));
        } catch {
            // The tab's storage is full or refused: the automatic save remains.
        }
    };

    const say = (words, isTrouble = false) => {
        if (!state) return;
        state.textContent = words;
        state.classList.toggle("trouble", isTrouble);
    };

    const save = async () => {
        if (leaving || blocked || !form.hasAttribute("data-autosave")) return;
        if (running) {
            again = true;
            return;
        }
        running = true;
        const body = new URLSearchParams([...new FormData(form)].filter(([, value]) => typeof value === "string"));
        const before = JSON.stringify(typed(form));
        body.set("_cle", crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`);
        try {
            const reply = await fetch(form.action, {
                method: "POST", body, redirect: "manual", credentials: "same-origin",
                headers: { "X-Essaim-Autosave": "1" },
            });
            if (reply.ok) {
                const next = reply.headers.get("X-Essaim-Version");
                const field = form.elements.namedItem("_version");
                if (next && field) field.value = next;
                if (JSON.stringify(typed(form)) === before) sessionStorage.removeItem(key);
                else keep();
                say("Enregistré à l’instant");
            } else if (reply.status === 409) {
                blocked = true;
                say("Modifié ailleurs pendant que vous écriviez : enregistrez pour comparer les deux versions.", true);
            } else {
                blocked = true;
                say("Non enregistré : votre texte est gardé sur cet appareil.", true);
            }
        } catch {
            say("Pas de réseau : votre texte est gardé sur cet appareil.", true);
            timer = setTimeout(save, 15000);
        }
        running = false;
        if (again) {
            again = false;
            schedule();
        }
    };

    const schedule = () => {
        clearTimeout(timer);
        timer = setTimeout(save, 2500);
    };

    // Controls outside the form that belong to it speak through the document.
    document.addEventListener("input", (event) => {
        if (event.target.form !== form || !event.isTrusted) return;
        keep();
        schedule();
    });
    form.addEventListener("submit", () => {
        leaving = true;
        clearTimeout(timer);
        keep(true);
    });
    addEventListener("pageshow", () => { leaving = false; });
    addEventListener("online", save);
}
