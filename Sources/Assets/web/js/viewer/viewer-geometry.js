// Where an image stands in its frame. Lengths are CSS pixels; a place is { scale, x, y }: the enlargement over the whole
// image shown, and how far its middle is from the frame's.

export const whole = Object.freeze({ scale: 1, x: 0, y: 0 });

/** The largest size of the image, unturned, that the frame holds once it is turned by quarters. */
export function fitted(frame, image, turn) {
    const isLying = turn % 2 === 1;
    const [width, height] = isLying ? [frame.height, frame.width] : [frame.width, frame.height];
    const ratio = Math.min(width / image.width, height / image.height);
    return { width: image.width * ratio, height: image.height * ratio };
}

/** What it takes up once turned. */
export function standing(size, turn) {
    return turn % 2 === 1 ? { width: size.height, height: size.width } : size;
}

/** Four times its own pixels, and always enough to see something more. */
export function largestScale(image, fit) {
    return Math.min(40, Math.max(4, (4 * image.width) / Math.max(1, fit.width)));
}

/** Nearer or farther by `factor`, what is under `point` (from the frame's middle) staying under it. */
export function zoomed(place, factor, point, largest) {
    const scale = Math.min(largest, Math.max(1, place.scale * factor));
    const kept = scale / place.scale;
    return { scale, x: point.x - (point.x - place.x) * kept, y: point.y - (point.y - place.y) * kept };
}

/** No further than its edges: an image never leaves its frame, and what is smaller stays in the middle. */
export function held(place, frame, shown) {
    const room = (length, limit) => Math.max(0, (length * place.scale - limit) / 2);
    const within = (value, most) => Math.min(most, Math.max(-most, value)) || 0;
    return {
        scale: place.scale,
        x: within(place.x, room(shown.width, frame.width)),
        y: within(place.y, room(shown.height, frame.height)),
    };
}

/** The same part of another image: as parts of what each takes up, so that two sizes are compared alike. */
export function carried(place, from, to) {
    return {
        scale: place.scale,
        x: (place.x / Math.max(1, from.width)) * to.width,
        y: (place.y / Math.max(1, from.height)) * to.height,
    };
}
