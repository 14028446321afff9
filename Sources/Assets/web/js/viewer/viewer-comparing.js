// Two panes side by side, each with a list of what it may show: the demand's other images, then those of earlier demands.
// Tied, one follows the other.
import { choiceWords } from "./viewer-views.js";

export function followComparing(desk) {
    const { viewer, views, panes } = desk;
    const earlierButtons = [...viewer.querySelectorAll('[data-act="earlier"]')];
    const tieButton = viewer.querySelector('[data-act="tie"]');
    const isOn = () => panes.length > 1;

    const open = (view) => {
        if (isOn()) return desk.show(panes[1], view);
        const pane = desk.add();
        viewer.classList.add("comparing");
        for (const one of panes) one.element.prepend(choice(desk, one));
        desk.onShown = () => panes.forEach(tellChoice);
        desk.show(pane, view);
        desk.activate(pane);
        if (document.activeElement === panes[0].frame) pane.frame.focus();
        tell();
    };
    const close = () => {
        const [kept, ...others] = panes;
        for (const pane of others) pane.element.remove();
        panes.length = 1;
        kept.element.querySelector(".pane-choice")?.remove();
        viewer.classList.remove("comparing");
        desk.onShown = null;
        desk.active = null;
        desk.activate(kept);
        desk.say("Une seule image");
        tell();
    };
    const tell = () => {
        desk.press("compare", isOn());
        desk.press("tie", desk.isTied);
        if (tieButton) tieButton.hidden = !isOn();
    };
    /** The next one of the demand, or the first of an earlier one. */
    const likely = () => {
        const shown = panes[0].view;
        const others = views.filter((view) => view !== shown && view.file.kind !== "waiting");
        const rest = others.filter((view) => view.file !== shown.file);
        return rest.find((view) => !view.file.group && view.file.position > shown.file.position) ?? rest[0] ?? others[0];
    };

    return {
        start: () => {
            for (const button of earlierButtons) button.hidden = false;
            tell();
        },
        acts: {
            compare: () => {
                if (isOn()) return close();
                const view = likely();
                if (view) open(view);
            },
            tie: () => {
                if (!isOn()) return;
                desk.isTied = !desk.isTied;
                if (desk.isTied) panes.find((one) => one !== desk.active).follow(desk.active);
                tell();
                desk.say(desk.isTied ? "Les deux images bougent ensemble" : "Chaque image bouge seule");
            },
            earlier: (button) => open(views.find((view) => view.file.group === button.dataset.group)),
        },
    };
}

function choice(desk, pane) {
    const label = document.createElement("label");
    label.className = "pane-choice";
    const name = document.createElement("span");
    name.className = "visually-hidden";
    name.textContent = pane === desk.panes[0] ? "Image de gauche" : "Image de droite";
    const list = document.createElement("select");
    list.className = "input";
    for (const group of new Set(desk.views.map((view) => view.file.group))) {
        const part = document.createElement("optgroup");
        part.label = group || "Cette demande";
        desk.views.forEach((view, index) => {
            if (view.file.group === group && view.file.kind !== "waiting") part.append(new Option(choiceWords(view), index));
        });
        list.append(part);
    }
    list.addEventListener("change", () => desk.show(pane, desk.views[Number(list.value)]));
    pane.tellChoice = () => { list.value = String(desk.views.indexOf(pane.view)); };
    label.append(name, list);
    return label;
}

function tellChoice(pane) {
    pane.tellChoice?.();
}
