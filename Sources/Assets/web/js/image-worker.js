// Gives a page the images that the page before it fetched. In memory, for a minute, and in no cache: nothing of a patient
// stays on the disk of a shared computer, and what is not here comes from the server as ever.
const lasts = 60_000;
const images = new Map();

addEventListener("install", (event) => {
    skipWaiting();
    // Pages never wait for this worker, where browsers know how to say so.
    const route = () => event.addRoutes?.({ condition: { requestMode: "navigate" }, source: "network" });
    event.waitUntil(Promise.resolve().then(route).catch(() => {}));
});

addEventListener("message", (event) => {
    images.clear();
    for (const { path, type, body } of event.data?.images ?? []) {
        if (/^\/demandes\/[^/]+\/photos\//.test(path) && type.startsWith("image/")) images.set(path, { type, body });
    }
    setTimeout(() => images.clear(), lasts);
});

addEventListener("fetch", (event) => {
    const { request } = event;
    const image = request.method === "GET" && request.destination === "image"
        ? images.get(new URL(request.url).pathname) : undefined;
    if (!image) return;
    event.respondWith(new Response(image.body, {
        headers: {
            "Content-Type": image.type, "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff",
            "Content-Security-Policy": "default-src 'none'; sandbox",
        },
    }));
});
