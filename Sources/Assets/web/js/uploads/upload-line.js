// What is seen of a file on its way: a small picture, its name, a bar with words, and what one may do.
const sizes = new Intl.NumberFormat("fr-FR", { maximumFractionDigits: 1 });

const sentences = {
    preparing: () => "Préparation",
    waiting: () => "En attente",
    sending: ({ sent, total }) => `${percent(sent, total)} % de ${weight(total)}`,
    checking: () => "Envoyée, vérification en cours",
    cut: ({ seconds }) => navigator.onLine
        ? `Ligne coupée, l’envoi reprend dans ${seconds} s` : "Pas de réseau, l’envoi reprendra seul",
    busy: ({ words }) => words || "Le serveur est occupé, l’envoi reprendra seul.",
    stopped: ({ sent, total }) => sent ? `Arrêtée à ${percent(sent, total)} %` : "Pas encore envoyée",
    joined: () => "Jointe. Elle apparaîtra au prochain chargement de la page.",
    refused: ({ words }) => words || "Ce fichier n’a pas été accepté. Choisissez-en un autre.",
    gone: ({ words }) => words || "Session terminée, ou demande fermée aux ajouts. Le fichier est gardé sur cet appareil : "
        + "reconnectez-vous, puis reprenez.",
};
const offered = {
    preparing: ["stop"], waiting: ["stop"], sending: ["stop"], checking: [], cut: ["resume", "stop"],
    busy: ["resume", "stop"], stopped: ["resume", "remove"], joined: [], refused: ["close"], gone: ["resume", "remove"],
};
const quiet = ["preparing", "waiting", "sending", "checking", "joined"];
const names = { stop: "Arrêter", resume: "Reprendre", remove: "Retirer", close: "Fermer" };

export class Line {
    /** - acts: { stop, resume, remove, close }, each called when its button is used. */
    constructor(file, acts) {
        this.element = make("li", "sending");
        this.bar = make("progress", "sending-bar");
        this.bar.max = 1;
        this.words = make("span", "sending-words");
        this.buttons = make("span", "sending-buttons");
        const text = make("span", "sending-text");
        const name = make("span", "sending-name");
        name.textContent = file.name;
        this.note = make("span", "sending-note");
        text.append(name, this.note, this.bar, this.words);
        // Percents are seen; what happens is also said.
        this.said = make("span", "visually-hidden");
        this.said.setAttribute("role", "status");
        this.element.append(preview(file.blob), text, this.buttons, this.said);
        this.bar.setAttribute("aria-label", `Envoi de ${file.name}`);
        this.file = file;
        this.acts = acts;
    }

    /** What the file became on the way: « réduite à 12 millions de pixels, jamais moins ». */
    remark(note) {
        this.note.textContent = note;
    }

    /** Shows a state; buttons are made again only when they change, so that the focus stays. */
    tell(report) {
        const total = this.file.blob.size;
        const sent = report.sent ?? this.sent ?? 0;
        this.sent = sent;
        this.bar.value = total ? sent / total : 0;
        this.bar.hidden = ["refused", "joined", "gone"].includes(report.state);
        this.words.textContent = sentences[report.state]({ ...report, sent, total });
        if (this.state === report.state) return;
        this.state = report.state;
        this.element.dataset.state = report.state;
        this.said.textContent = quiet.includes(report.state) ? "" : `${this.file.name} : ${this.words.textContent}`;
        const hadFocus = this.buttons.contains(document.activeElement);
        this.buttons.replaceChildren(...offered[report.state].map((act) => this.button(act)));
        if (hadFocus) this.buttons.querySelector("button")?.focus();
    }

    button(act) {
        const button = make("button", "button quiet small");
        button.type = "button";
        button.textContent = names[act];
        button.setAttribute("aria-label", `${names[act]}, ${this.file.name}`);
        button.addEventListener("click", () => this.acts[act]());
        return button;
    }
}

function preview(blob) {
    const frame = make("span", "sending-picture");
    if (!blob.type.startsWith("image/")) return frame;
    const image = new Image();
    image.alt = "";
    image.onload = () => URL.revokeObjectURL(image.src);
    image.onerror = () => {
        URL.revokeObjectURL(image.src);
        image.remove();
    };
    image.src = URL.createObjectURL(blob);
    frame.append(image);
    return frame;
}

function make(name, className) {
    const element = document.createElement(name);
    element.className = className;
    return element;
}

function percent(sent, total) {
    return total ? Math.floor((100 * sent) / total) : 0;
}

function weight(bytes) {
    return bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} Ko` : `${sizes.format(bytes / 1e6)} Mo`;
}
