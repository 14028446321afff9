// The viewer over the whole window: the screen itself where the browser allows it. What is behind can neither be reached
// nor read meanwhile.

let covered = [];

export function isFull(viewer) {
    return viewer.classList.contains("filling");
}

export async function fill(viewer) {
    viewer.classList.add("filling");
    for (let element = viewer; element !== document.body; element = element.parentElement) {
        for (const other of element.parentElement.children) {
            if (other === element || other.inert) continue;
            other.inert = true;
            covered.push(other);
        }
    }
    try {
        await viewer.requestFullscreen?.();
    } catch {
        // The window alone is filled.
    }
}

export async function leave(viewer) {
    viewer.classList.remove("filling");
    for (const other of covered) other.inert = false;
    covered = [];
    if (document.fullscreenElement === viewer) await document.exitFullscreen();
}

/** Escape and the browser's own way out. */
export function followLeaving(viewer, onLeft) {
    document.addEventListener("fullscreenchange", () => {
        if (isFull(viewer) && document.fullscreenElement === null) leave(viewer).then(onLeft);
    });
    addEventListener("keydown", (event) => {
        if (event.key !== "Escape" || !isFull(viewer)) return;
        event.preventDefault();
        leave(viewer).then(onLeft);
    });
}
