// The whole image is asked for only when its screen picture would be shown larger than it is, and laid over it.

/** What a browser draws of a whole file; any other keeps its screen picture. */
export function bringSharper(pane) {
    const { view, place, size } = pane;
    const screen = pane.picture();
    if (view.file.kind !== "image" || view.sharper || !screen?.naturalWidth) return;
    const wanted = size.width * place.scale * devicePixelRatio;
    if (wanted <= screen.naturalWidth * 1.1 || pane.natural().width <= screen.naturalWidth) return;
    const image = new Image();
    view.sharper = image;
    image.className = "sharper";
    image.alt = "";
    image.src = view.file.full;
    pane.element.classList.add("sharpening");
    const end = () => pane.element.classList.remove("sharpening");
    image.decode().then(() => {
        view.canvas.append(image);
        end();
    }, end);
}
