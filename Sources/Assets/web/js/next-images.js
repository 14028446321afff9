// While an answer is written, the first images of the next demand are fetched, to stand there at once after « Envoyer et
// suivante ». They are held in this page's memory, handed to a worker as the answer leaves, and written nowhere.
const form = document.querySelector("form[data-prepare]");
const mostBytes = 8 << 20;
let ready = [];

if ("serviceWorker" in navigator && !savesData()) whenIdle(prepare);

/** Who counts bytes, or has a line where images would hold up the answer, is left alone. */
function savesData() {
    const line = navigator.connection;
    return line?.saveData === true || /2g$/.test(line?.effectiveType ?? "")
        || matchMedia("(prefers-reduced-data: reduce)").matches;
}

/** This demand's own images come first. */
function whenIdle(work) {
    const wait = () => (window.requestIdleCallback ?? setTimeout)(work);
    if (document.readyState === "complete") wait();
    else addEventListener("load", wait, { once: true });
}

async function prepare() {
    try {
        await navigator.serviceWorker.register(form.dataset.worker, { scope: "/demandes/" });
        const answer = await fetch(form.dataset.prepare, { priority: "low" });
        if (!answer.ok) return;
        let bytes = 0;
        for (const address of (await answer.text()).split("\n").filter(Boolean)) {
            const image = await fetch(address, { priority: "low" });
            const type = image.headers.get("Content-Type") ?? "";
            if (!image.ok || !type.startsWith("image/")) return;
            const body = await image.arrayBuffer();
            bytes += body.byteLength;
            if (bytes > mostBytes) return;
            ready.push({ path: new URL(address, location.href).pathname, type, body });
        }
    } catch {
        // Not prepared: the next page loads its images as any page does.
    }
}

form.addEventListener("submit", async (event) => {
    if (event.submitter?.value !== "envoyer-suivante" || ready.length === 0) return;
    const images = ready;
    ready = [];
    const registration = await navigator.serviceWorker.getRegistration("/demandes/");
    registration?.active?.postMessage({ images }, images.map(({ body }) => body));
});
