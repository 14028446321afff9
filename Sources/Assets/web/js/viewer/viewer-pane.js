// A frame and the view in it: enlarged, moved, turned, lightened. Sizes and filters are set on the elements themselves;
// the page has no style of its own.
import { carried, fitted, held, largestScale, standing, whole, zoomed } from "./viewer-geometry.js";
import { bringSharper } from "./viewer-sharper.js";
import { bringText } from "./viewer-text.js";
import { sentence } from "./viewer-views.js";

export class Pane {
    /** - onMoved: called with the pane after each change of place, to tie another and to say the enlargement. */
    constructor(onMoved) {
        this.onMoved = onMoved;
        this.place = whole;
        this.element = make("div", "pane");
        this.frame = make("div", "frame");
        this.frame.tabIndex = 0;
        this.frame.setAttribute("role", "group");
        this.caption = make("div", "pane-caption");
        this.element.append(this.frame, this.caption);
        new ResizeObserver(() => this.draw()).observe(this.frame);
    }

    get isEnlarged() {
        return this.place.scale > 1.001;
    }

    /** Shows a view, whole. */
    show(view) {
        this.view = view;
        this.place = whole;
        this.frame.replaceChildren(view.canvas);
        this.frame.setAttribute("aria-label", sentence(view));
        this.caption.replaceChildren(...(view.caption ? [view.caption] : []));
        this.isPicture = !view.canvas.querySelector(".sheet, .text");
        this.frame.classList.toggle("reading", !this.isPicture);
        if (view.file.kind === "text") bringText(view);
        const image = this.picture();
        if (image && !image.complete) image.addEventListener("load", () => this.draw(), { once: true });
        this.draw();
    }

    /** The screen picture: the one that says how large the image is when the page did not. */
    picture() {
        return [...this.view.canvas.querySelectorAll("img:not(.sharper)")].at(-1) ?? null;
    }

    /** Of the image itself; of its screen picture while nothing else is known. */
    natural() {
        const image = this.picture();
        const { width, height } = this.view.file;
        if (width > 1 && height > 1 && this.view.file.kind === "image") return { width, height };
        if (image?.naturalWidth) return { width: image.naturalWidth, height: image.naturalHeight };
        return { width: Math.max(1, width), height: Math.max(1, height) };
    }

    box() {
        return { width: this.frame.clientWidth, height: this.frame.clientHeight };
    }

    zoom(factor, point = { x: 0, y: 0 }) {
        if (!this.isPicture) return;
        this.move(zoomed(this.place, factor, point, largestScale(this.natural(), this.size)));
    }

    pan(dx, dy) {
        this.move({ ...this.place, x: this.place.x + dx, y: this.place.y + dy });
    }

    fit() {
        this.move(whole);
    }

    /** Whole, or four times nearer at the point: what a double click does. */
    toggle(point) {
        if (this.isEnlarged) this.fit();
        else this.zoom(4, point);
    }

    turn() {
        if (!this.isPicture) return;
        this.view.turn = (this.view.turn + 1) % 4;
        this.place = whole;
        this.draw();
        this.onMoved(this);
    }

    move(place) {
        if (!this.isPicture) return;
        this.place = place;
        this.draw();
        this.onMoved(this);
    }

    /** The same part at the same enlargement as the other pane. */
    follow(other) {
        if (!this.isPicture || !other.isPicture) return;
        this.place = carried(other.place, other.shown, this.shown);
        this.draw();
    }

    draw() {
        if (!this.view || !this.isPicture || !this.frame.clientWidth) return;
        const frame = this.box();
        const { turn, light, canvas } = this.view;
        this.size = fitted(frame, this.natural(), turn);
        this.shown = standing(this.size, turn);
        this.place = held(this.place, frame, this.shown);
        const { scale, x, y } = this.place;
        canvas.style.width = `${this.size.width}px`;
        canvas.style.height = `${this.size.height}px`;
        canvas.style.transform =
            `translate(-50%, -50%) translate(${x}px, ${y}px) scale(${scale}) rotate(${turn * 90}deg)`;
        canvas.style.filter = light.brightness === 100 && light.contrast === 100
            ? "" : `brightness(${light.brightness}%) contrast(${light.contrast}%)`;
        canvas.classList.add("placed");
        this.frame.classList.toggle("enlarged", this.isEnlarged);
        bringSharper(this);
    }
}

function make(name, className) {
    const element = document.createElement(name);
    element.className = className;
    return element;
}
