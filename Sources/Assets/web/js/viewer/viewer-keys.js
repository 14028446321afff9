// The viewer from the keyboard. Letters are read as they are typed; + − 0 by their place too, since a French keyboard
// asks for Shift; − of its upper row is the key 6, which belongs to the orientation.

const letters = {
    z: "toggle", r: "rotate", l: "light", x: "relight", v: "compare", t: "tie", f: "full", p: "previous", s: "next",
    b: "brighter", c: "stronger",
};
const places = { Equal: "in", Minus: "out", NumpadAdd: "in", NumpadSubtract: "out", Digit0: "fit", Numpad0: "fit" };
const arrows = { ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60] };

/** What a key asks for: { act }, { pan } for an arrow over an enlarged image, or null. */
export function asked(event, isEnlarged) {
    if (event.ctrlKey || event.metaKey || event.altKey) return null;
    if (event.key in arrows) {
        if (isEnlarged) return { pan: arrows[event.key] };
        return { ArrowLeft: { act: "previous" }, ArrowRight: { act: "next" } }[event.key] ?? null;
    }
    const letter = event.key.length === 1 ? letters[event.key.toLowerCase()] : undefined;
    if (letter === "brighter") return { act: event.shiftKey ? "darker" : "brighter" };
    if (letter === "stronger") return { act: event.shiftKey ? "weaker" : "stronger" };
    if (letter) return { act: letter };
    if (event.code in places) return { act: places[event.code] };
    if (event.key === "+") return { act: "in" };
    if (event.key === "-" && !event.code.startsWith("Digit")) return { act: "out" };
    return null;
}
