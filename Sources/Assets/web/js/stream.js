// What happens in the house, told to the page that is looked at: ids alone, each page reads again with its reader's own rights.
//
// One stream for the page in front: a browser has six connections to a server (HTTP/1.1), and many tabs.
/**
 * Calls `act` when one of the demands that `concerns` names has changed, and after a silence in which nobody listened;
 * several changes within `pause` milliseconds are one call.
 */
export function onNews(act, { pause = 400, concerns = () => true } = {}) {
    let source = null;
    let waiting = null;
    let wasAway = false;

    const soon = () => {
        clearTimeout(waiting);
        waiting = setTimeout(act, pause);
    };
    const listen = () => {
        if (source || document.hidden) return;
        source = new EventSource("/evenements");
        source.addEventListener("demande", (event) => { if (concerns(JSON.parse(event.data).id)) soon(); });
        source.addEventListener("alarme", () => { if (concerns(null)) soon(); });
        // What changed while nobody listened was told to nobody.
        source.addEventListener("open", () => {
            if (wasAway) soon();
            wasAway = true;
        });
    };
    const leave = () => {
        source?.close();
        source = null;
    };
    listen();
    document.addEventListener("visibilitychange", () => (document.hidden ? leave() : listen()));
    addEventListener("pagehide", leave);
}

/** Reads this page again; `trace` says which opening the reading rides on, so that it is not written as a new one. */
export async function readPage(trace) {
    const url = new URL(location.href);
    if (trace) url.searchParams.set("trace", trace);
    let answer;
    try {
        answer = await fetch(url, { headers: { Accept: "text/html" } });
    } catch {
        return null;
    }
    if (!answer.ok || answer.redirected) return null;
    return new DOMParser().parseFromString(await answer.text(), "text/html");
}
