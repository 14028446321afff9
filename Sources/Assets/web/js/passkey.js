// Keys of the browser: what the page gives becomes options, what the authenticator answers becomes hidden fields.
const fields = {
    create: (answer) => ({
        cle_identifiant: answer.rawId, cle_navigateur: answer.response.clientDataJSON,
        cle_nouvelle: answer.response.attestationObject,
    }),
    get: (answer) => ({
        cle_identifiant: answer.rawId, cle_navigateur: answer.response.clientDataJSON,
        cle_authentificateur: answer.response.authenticatorData, cle_signature: answer.response.signature,
    }),
};
const minutes = 60_000;

if (window.PublicKeyCredential) {
    for (const box of document.querySelectorAll("[data-passkey]")) offer(box);
    for (const words of document.querySelectorAll("[data-passkey-absent]")) words.hidden = true;
}

function offer(box) {
    const form = box.closest("form");
    const trouble = box.querySelector("[data-passkey-trouble]");
    box.hidden = false;
    let isReady = false;
    form.addEventListener("submit", async (event) => {
        if (isReady) return;
        event.preventDefault();
        event.stopImmediatePropagation();
        trouble.textContent = "";
        try {
            const challenge = box.dataset.challenge ?? await ask(form);
            const answer = box.dataset.passkey === "create" ? await make(box, challenge) : await sign(box, challenge);
            for (const [name, value] of Object.entries(fields[box.dataset.passkey](answer))) {
                form.elements[name].value = text(value);
            }
            isReady = true;
            form.requestSubmit();
        } catch (fault) {
            trouble.textContent = words(fault);
        }
    });
}

/** A key alone is to say who: the server is asked what it is to sign. */
async function ask(form) {
    const answer = await fetch("/connexion/cle/defi", { method: "POST" });
    if (!answer.ok) throw new Error();
    const [step, challenge] = (await answer.text()).split(" ");
    form.elements._etape.value = step;
    return challenge;
}

function make(box, challenge) {
    return navigator.credentials.create({
        publicKey: {
            challenge: bytes(challenge),
            rp: { id: location.hostname, name: "Essaim" },
            user: { id: bytes(box.dataset.handle), name: box.dataset.login, displayName: box.dataset.name },
            pubKeyCredParams: [-8, -7, -257].map((alg) => ({ type: "public-key", alg })),
            authenticatorSelection: { residentKey: "preferred", userVerification: "required" },
            excludeCredentials: known(box),
            attestation: "none",
            timeout: 5 * minutes,
        },
    });
}

function sign(box, challenge) {
    return navigator.credentials.get({
        publicKey: {
            challenge: bytes(challenge), rpId: location.hostname, allowCredentials: known(box),
            userVerification: "required", timeout: 5 * minutes,
        },
    });
}

function known(box) {
    return box.dataset.passkeys.split(" ").filter(Boolean).map((id) => ({ type: "public-key", id: bytes(id) }));
}

function words(fault) {
    switch (fault.name) {
    case "NotAllowedError": return "Rien n’a été confirmé. Recommencez quand vous voulez.";
    case "InvalidStateError": return "Cet appareil a déjà une clé pour ce compte.";
    default: return "La clé d’accès n’a pas répondu. Recommencez, ou prenez un code.";
    }
}

function bytes(text) {
    const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
    return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
}

function text(buffer) {
    const binary = Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join("");
    return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
