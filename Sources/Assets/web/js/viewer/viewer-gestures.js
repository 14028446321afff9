// A pane under a mouse, a finger or two: drag moves, wheel and pinch enlarge, a double click goes near and back, a swipe
// over a whole image goes to the next.

const swipe = 60;
let lastScroll = -1000;
addEventListener("scroll", () => { lastScroll = performance.now(); }, { passive: true });

/** - step: called with 1 or -1 for the next or the previous view. */
export function followGestures(pane, step) {
    const frame = pane.frame;
    const pointers = new Map();
    let start = null;

    /** From the frame's middle. */
    const at = (event) => {
        const box = frame.getBoundingClientRect();
        return { x: event.clientX - box.left - box.width / 2, y: event.clientY - box.top - box.height / 2 };
    };
    const spread = () => {
        const [a, b] = [...pointers.values()];
        return { distance: Math.hypot(a.x - b.x, a.y - b.y), x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
    };

    frame.addEventListener("pointerdown", (event) => {
        if (!pane.isPicture || (event.pointerType === "mouse" && event.button !== 0)) return;
        pointers.set(event.pointerId, at(event));
        frame.setPointerCapture(event.pointerId);
        start = pointers.size === 1 ? { ...at(event), touch: event.pointerType !== "mouse", isAlone: true } : null;
        frame.classList.add("held");
    });
    frame.addEventListener("pointermove", (event) => {
        const before = pointers.get(event.pointerId);
        if (!before) return;
        const now = at(event);
        if (pointers.size === 2) {
            const earlier = spread();
            pointers.set(event.pointerId, now);
            const later = spread();
            pane.zoom(later.distance / Math.max(1, earlier.distance), later);
            pane.pan(later.x - earlier.x, later.y - earlier.y);
            return;
        }
        pointers.set(event.pointerId, now);
        if (pane.isEnlarged) pane.pan(now.x - before.x, now.y - before.y);
    });
    const end = (event) => {
        if (!pointers.delete(event.pointerId)) return;
        const now = at(event);
        if (event.type === "pointerup" && start?.touch && !pane.isEnlarged) {
            const across = now.x - start.x;
            if (Math.abs(across) > swipe && Math.abs(across) > 2 * Math.abs(now.y - start.y)) step(across < 0 ? 1 : -1);
        }
        start = null;
        if (!pointers.size) frame.classList.remove("held");
    };
    frame.addEventListener("pointerup", end);
    frame.addEventListener("pointercancel", end);
    frame.addEventListener("dblclick", (event) => {
        if (pane.isPicture) pane.toggle(at(event));
    });
    frame.addEventListener("wheel", (event) => {
        // A page that is being scrolled goes on; a whole image lets it go by.
        if (!pane.isPicture || (performance.now() - lastScroll < 300 && !event.ctrlKey)) return;
        if (event.deltaY > 0 && !pane.isEnlarged && !event.ctrlKey) return;
        event.preventDefault();
        const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
        pane.zoom(Math.exp(-event.deltaY * lines * (event.ctrlKey ? 0.01 : 0.0025)), at(event));
    }, { passive: false });
}
