// What there is to show: a view for each page of each file, read from the figures of the page. A view keeps its own turn
// and light; its picture moves from one pane to the other and is never asked for twice.

/** All views in order, those of the demand first, then those of earlier ones. */
export function readViews(viewer) {
    const figures = [...viewer.querySelectorAll("[data-photo]")];
    const own = figures.filter((figure) => !figure.closest("[data-earlier]"));
    return figures.flatMap((figure) => {
        const group = figure.closest("[data-earlier]")?.dataset.earlier ?? "";
        const addresses = figure.dataset.pages ? figure.dataset.pages.split(" ") : [];
        const file = {
            kind: figure.dataset.kind,
            word: figure.dataset.word,
            words: figure.dataset.words,
            full: figure.dataset.full,
            width: Number(figure.dataset.width),
            height: Number(figure.dataset.height),
            group,
            position: group ? 0 : own.indexOf(figure) + 1,
            count: own.length,
            pageCount: Math.max(1, addresses.length),
        };
        const caption = figure.querySelector("figcaption");
        return Array.from({ length: file.pageCount }, (_, index) => ({
            file,
            caption: caption?.cloneNode(true) ?? null,
            page: index + 1,
            canvas: index === 0 ? figure.querySelector("[data-canvas]") : pageCanvas(addresses[index], file, index + 1),
            turn: 0,
            light: { brightness: 100, contrast: 100 },
        }));
    });
}

function pageCanvas(address, file, page) {
    const canvas = document.createElement("span");
    canvas.className = "canvas";
    const image = new Image();
    image.loading = "lazy";
    image.decoding = "async";
    image.alt = `${file.word}, page ${page}`;
    image.width = Math.max(1, file.width);
    image.height = Math.max(1, file.height);
    image.src = address;
    canvas.append(image);
    return canvas;
}

/** « Image 2 sur 5, centrée, prise le 22 novembre 2026 », « Document 3 sur 5, page 2 sur 3, … ». */
export function sentence({ file, page }) {
    const rank = file.group ? `${file.word}, ${file.group}` : `${file.word} ${file.position} sur ${file.count}`;
    const sheet = file.pageCount > 1 ? `, page ${page} sur ${file.pageCount}` : "";
    return `${rank}${sheet}, ${file.words}`;
}

/** « 2/5 », « 3/5 · page 2/3 »; an earlier one says whose it is. */
export function shortPlace({ file, page }) {
    const rank = file.group ? "Avant" : `${file.position}/${file.count}`;
    return file.pageCount > 1 ? `${rank} · page ${page}/${file.pageCount}` : rank;
}

/** In a list: « Centrée, prise le … ». */
export function choiceWords({ file, page }) {
    const words = file.words.charAt(0).toUpperCase() + file.words.slice(1);
    return file.pageCount > 1 ? `${words}, page ${page}/${file.pageCount}` : words;
}
