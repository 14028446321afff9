// A demand being written: questions that depend on others, and photographs sent one by one without leaving the page.
showWhatApplies();
addEventListener("change", showWhatApplies);
startUploads();

/** Shows an item only when the one it depends on has one of the awaited values. What is hidden keeps its value. */
function showWhatApplies() {
    for (const item of document.querySelectorAll("[data-when-item]")) {
        const awaited = item.dataset.whenValues.split("|");
        const given = [...document.getElementsByName(item.dataset.whenItem)]
            .filter((control) => (control.type !== "radio" && control.type !== "checkbox") || control.checked)
            .map((control) => control.value);
        item.hidden = !given.some((value) => awaited.includes(value));
    }
}

/** The same forms, sent by the script: the answer is the draft's page, of which only the photographs are taken. */
function startUploads() {
    const slots = document.querySelector("[data-slots]");
    if (!slots) return;
    hideButtons(slots);

    slots.addEventListener("change", (event) => {
        const form = event.target.closest("form[data-upload]");
        if (!form || event.target.type !== "file" || !event.target.files.length) return;
        send(slots, form, event.target.files[0]);
    });
    slots.addEventListener("submit", (event) => {
        event.preventDefault();
        const form = event.target;
        const file = form.querySelector("input[type=file]")?.files[0];
        if (form.matches("[data-upload]") && !file) return;
        send(slots, form, file);
    });
}

/** Choosing a file sends it: its button is only for when there is no script, or when sending failed. */
function hideButtons(slots) {
    for (const button of slots.querySelectorAll("form[data-upload] button")) button.hidden = true;
}

function send(slots, form, file) {
    const state = form.querySelector("[data-upload-state]");
    const progress = document.createElement("progress");
    progress.max = 1;
    progress.value = 0;
    form.setAttribute("aria-busy", "true");
    if (state) {
        state.replaceChildren(...preview(file), `Envoi de ${file?.name ?? "la photo"}`, progress);
    }

    const request = new XMLHttpRequest();
    request.open("POST", form.action);
    request.responseType = "document";
    request.timeout = 120000;
    if (form.matches("[data-upload]")) {
        request.upload.onprogress = (event) => {
            if (event.lengthComputable) progress.value = event.loaded / event.total;
        };
    }
    const fail = (words) => {
        form.removeAttribute("aria-busy");
        const button = form.querySelector("button");
        if (button) button.hidden = false;
        if (state) state.replaceChildren(words);
    };
    request.onload = () => {
        const fresh = request.response?.querySelector("[data-slots]");
        if (!fresh) {
            fail(request.status === 413
                ? "La photo est trop lourde. Reprenez-la en plus petit."
                : "La photo n’a pas été envoyée. Enregistrez votre brouillon, puis recommencez.");
            return;
        }
        slots.replaceChildren(...document.adoptNode(fresh).childNodes);
        hideButtons(slots);
        adoptVersion(request.response);
    };
    request.onerror = () => fail("Pas de réseau : la photo n’est pas partie. Elle est toujours choisie, recommencez.");
    request.ontimeout = request.onerror;
    const body = form.matches("[data-upload]") ? new FormData(form) : new URLSearchParams(new FormData(form));
    request.send(body);
}

/** What is being sent, at once. */
function preview(file) {
    if (!file?.type.startsWith("image/")) return [];
    const image = new Image();
    image.className = "upload-preview";
    image.alt = "";
    image.onload = image.onerror = () => URL.revokeObjectURL(image.src);
    image.src = URL.createObjectURL(file);
    return [image];
}

/** The text's form keeps pace, should a photograph have changed the demand's version. */
function adoptVersion(page) {
    const fresh = page.querySelector("#brouillon [name=_version]");
    const field = document.querySelector("#brouillon [name=_version]");
    if (fresh && field) field.value = fresh.value;
}
