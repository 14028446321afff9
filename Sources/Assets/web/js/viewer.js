// Photographs one at a time: arrows go from one to the other, Z enlarges, R turns, C strengthens the contrast.
import { isWriting } from "./main.js";

for (const viewer of document.querySelectorAll("[data-viewer]")) start(viewer);

function start(viewer) {
    const photos = [...viewer.querySelectorAll("[data-photo]")];
    const bar = viewer.querySelector("[data-viewer-bar]");
    if (!photos.length || !bar) return;
    const count = viewer.querySelector("[data-viewer-count]");
    let at = 0;

    const show = (index) => {
        at = (index + photos.length) % photos.length;
        photos.forEach((photo, position) => { photo.hidden = position !== at; });
        count.textContent = `${at + 1}/${photos.length}`;
        press("zoom", viewer.classList.remove("zoomed"));
    };
    const press = (act, isOn = false) => {
        bar.querySelector(`[data-act="${act}"]`)?.setAttribute("aria-pressed", String(Boolean(isOn)));
    };
    const acts = {
        previous: () => show(at - 1),
        next: () => show(at + 1),
        zoom: () => {
            press("zoom", viewer.classList.toggle("zoomed"));
            const frame = photos[at].querySelector(".frame");
            frame.scrollTo((frame.scrollWidth - frame.clientWidth) / 2, (frame.scrollHeight - frame.clientHeight) / 2);
        },
        rotate: () => {
            const image = photos[at].querySelector("img");
            if (image) image.dataset.turn = (Number(image.dataset.turn ?? 0) + 1) % 4;
        },
        contrast: () => press("contrast", viewer.classList.toggle("contrasted")),
    };

    viewer.classList.add("live");
    bar.hidden = false;
    press("zoom");
    press("contrast");
    show(0);

    bar.addEventListener("click", (event) => acts[event.target.closest("[data-act]")?.dataset.act]?.());
    for (const photo of photos) {
        const frame = photo.querySelector("a.frame");
        if (!frame.querySelector("img")) continue;
        frame.addEventListener("click", (event) => {
            if (event.ctrlKey || event.metaKey || event.shiftKey) return;
            event.preventDefault();
            acts.zoom();
        });
    }
    addEventListener("keydown", (event) => {
        if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return;
        // Arrows also move between the keys of an orientation.
        if (event.key.startsWith("Arrow") && event.target.matches?.("input")) return;
        const act = { ArrowLeft: "previous", ArrowRight: "next", z: "zoom", r: "rotate", c: "contrast" }[
            event.key.length === 1 ? event.key.toLowerCase() : event.key];
        if (!act || (photos.length < 2 && (act === "previous" || act === "next"))) return;
        event.preventDefault();
        acts[act]();
    });
}
