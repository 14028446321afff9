// The files of a demand, one at a time or two side by side. Without this script they stand one under the other.
import { isWriting } from "./main.js";
import { followComparing } from "./viewer-comparing.js";
import { followGestures } from "./viewer-gestures.js";
import { asked } from "./viewer-keys.js";
import { followLight } from "./viewer-light.js";
import { Pane } from "./viewer-pane.js";
import { fill, followLeaving, isFull, leave } from "./viewer-screen.js";
import { readViews, sentence, shortPlace } from "./viewer-views.js";

const scales = new Intl.NumberFormat("fr-FR", { maximumFractionDigits: 1 });

startAll();

/** Those of the page that have not been started. */
export function startAll() {
    for (const viewer of document.querySelectorAll("[data-viewer]:not(.live)")) {
        if (viewer.querySelector("[data-stage]")) start(viewer);
    }
}

function start(viewer) {
    const part = (selector) => viewer.querySelector(selector);
    const views = readViews(viewer);
    const own = views.filter((view) => !view.file.group);
    const stage = part("[data-stage]");
    const bar = part("[data-viewer-bar]");
    const panes = [];
    const desk = { viewer, views, stage, panes, active: null, isTied: true, add, show, press, say, activate };

    function add() {
        const pane = new Pane((moved) => {
            const other = panes.find((one) => one !== moved);
            if (other && desk.isTied) other.follow(moved);
            if (moved === desk.active) tellScale();
        });
        followGestures(pane, step);
        pane.element.addEventListener("pointerdown", () => activate(pane));
        pane.element.addEventListener("focusin", () => activate(pane));
        panes.push(pane);
        stage.append(pane.element);
        return pane;
    }

    function activate(pane) {
        if (desk.active === pane) return;
        desk.active = pane;
        for (const one of panes) one.element.classList.toggle("active", one === pane && panes.length > 1);
        tell();
    }

    /** A view is in one pane at most: asked for where the other has it, the two change places. */
    function show(pane, view, isSaid = true) {
        const other = panes.find((one) => one !== pane && one.view === view);
        const former = pane.view;
        pane.show(view);
        if (other && former) other.show(former);
        desk.onShown?.();
        tell();
        if (isSaid) say(sentence(view));
        preload(view);
    }

    function step(by) {
        const pane = desk.active;
        const taken = panes.find((one) => one !== pane)?.view;
        const free = own.filter((view) => view !== taken);
        if (free.length < 2) return;
        const at = free.indexOf(pane.view);
        show(pane, at < 0 ? free[0] : free[(at + by + free.length) % free.length]);
    }

    function tell() {
        const view = desk.active?.view;
        if (!view) return;
        const count = part("[data-viewer-count]");
        if (count) count.textContent = shortPlace(view);
        [...viewer.querySelectorAll("[data-show]")].forEach((link, index) => {
            const isShown = panes.some((pane) => !pane.view?.file.group && pane.view?.file.position === index + 1);
            link.toggleAttribute("data-shown", isShown);
            if (isShown) link.setAttribute("aria-current", "true");
            else link.removeAttribute("aria-current");
        });
        light.tell();
        tellScale();
    }

    function tellScale() {
        const { scale } = desk.active.place;
        part("[data-viewer-scale]").textContent = scale < 1.01 ? "entière" : `× ${scales.format(scale)}`;
    }

    function press(act, isOn) {
        bar.querySelector(`[data-act="${act}"]`)?.setAttribute("aria-pressed", String(Boolean(isOn)));
    }

    function say(words) {
        part("[data-viewer-said]").textContent = words;
    }

    /** The next picture is there before it is asked for. */
    function preload(view) {
        const next = own[own.indexOf(view) + 1]?.canvas.querySelector("img");
        const bring = () => { next.loading = "eager"; };
        if (next && globalThis.requestIdleCallback) requestIdleCallback(bring);
        else if (next) setTimeout(bring, 500);
    }

    const light = followLight(desk);
    const comparing = followComparing(desk);
    const acts = {
        previous: () => step(-1),
        next: () => step(1),
        in: () => desk.active.zoom(1.5),
        out: () => desk.active.zoom(1 / 1.5),
        fit: () => desk.active.fit(),
        toggle: () => desk.active.toggle(),
        rotate: () => desk.active.turn(),
        full: async () => {
            await (isFull(viewer) ? leave(viewer) : fill(viewer));
            press("full", isFull(viewer));
        },
        ...light.acts,
        ...comparing.acts,
    };

    viewer.classList.add("live");
    bar.hidden = false;
    for (const act of ["light", "compare", "full"]) press(act, false);
    activate(add());
    show(desk.active, own[0], false);
    comparing.start();
    followLeaving(viewer, () => {
        press("full", false);
        bar.querySelector('[data-act="full"]').focus();
    });

    viewer.addEventListener("click", (event) => {
        const button = event.target.closest("[data-act]");
        if (button) acts[button.dataset.act]?.(button);
        const link = event.target.closest("[data-show]");
        if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        const position = [...viewer.querySelectorAll("[data-show]")].indexOf(link) + 1;
        show(desk.active, own.find((view) => view.file.position === position));
    });
    addEventListener("keydown", (event) => {
        // Keys are the first viewer's, unless another is in use.
        const used = document.activeElement?.closest("[data-viewer]") ?? document.querySelector("[data-viewer].live");
        if (used !== viewer || isWriting(event.target) || event.defaultPrevented) return;
        // Arrows also move between the keys of an orientation, and through a text.
        if (event.key.startsWith("Arrow") && event.target.closest?.("input, summary, .text")) return;
        const wish = asked(event, desk.active.isEnlarged);
        if (!wish) return;
        if (wish.act && !acts[wish.act]) return;
        event.preventDefault();
        if (wish.pan) desk.active.pan(...wish.pan);
        else acts[wish.act]();
    });
}
