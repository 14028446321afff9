// What happens in the house, told to the pages that are looked at: ids alone, each page reads again with its reader's own rights.
//
// One stream a browser, however many windows show a page: a browser has six connections to a server (HTTP/1.1). Whichever page
// holds the lock listens, and passes on what it hears; when it goes, the browser gives the lock to the next.
const others = new BroadcastChannel("essaim-events");
/** A page that could not listen asks again after that. */
const patience = 30_000;

const hearers = [];
let leave = null;

/**
 * Calls `act` when a demand that `concerns` names has changed, and after a silence in which nobody listened; several changes
 * within `pause` milliseconds are one call. `concerns` is given the demand's id (null for an alarm), and whether someone else
 * did it.
 */
export function onNews(act, { pause = 400, concerns = () => true } = {}) {
    let waiting = null;
    hearers.push((event) => {
        if (!event.missed && !concerns(event.id ?? null, event.news === true)) return;
        clearTimeout(waiting);
        waiting = setTimeout(act, pause);
    });
    if (hearers.length === 1) begin();
}

function begin() {
    others.addEventListener("message", (message) => { if (!document.hidden) hear(message.data); });
    document.addEventListener("visibilitychange", () => (document.hidden ? stop() : again()));
    addEventListener("pagehide", stop);
    // Back from the browser's memory.
    addEventListener("pageshow", (event) => { if (event.persisted) again(); });
    if (!document.hidden) join();
}

function hear(event) {
    for (const hearer of hearers) hearer(event);
}

function pass(event) {
    hear(event);
    others.postMessage(event);
}

function again() {
    // What changed while nobody looked was told to nobody here.
    hear({ missed: true });
    join();
}

function stop() {
    leave?.();
    leave = null;
}

/** Waits for the lock, as long as the page is in front. Without locks (an address that is not secure), each page listens. */
function join() {
    if (leave || document.hidden) return;
    const asked = performance.now();
    const listening = new AbortController();
    leave = () => listening.abort();
    if (!navigator.locks) {
        listen(listening, false);
        return;
    }
    // Waited for: another page listened until now, and nobody did in between.
    const hold = () => listen(listening, performance.now() - asked > 1000);
    navigator.locks.request("essaim-events", { signal: listening.signal }, hold).catch(() => {});
}

/** Until the page leaves; a stream that the server refuses is given up for a while, to whichever page waits. */
function listen(listening, hasMissed) {
    return new Promise((ended) => {
        const source = new EventSource("/evenements");
        let isLate = hasMissed;
        const end = () => {
            source.close();
            ended();
        };
        listening.signal.addEventListener("abort", end);
        source.addEventListener("demande", (event) => pass(JSON.parse(event.data)));
        source.addEventListener("alarme", () => pass({}));
        source.addEventListener("open", () => {
            if (isLate) pass({ missed: true });
            isLate = true;
        });
        source.addEventListener("error", () => {
            if (source.readyState !== EventSource.CLOSED) return;
            stop();
            setTimeout(join, patience);
        });
        if (listening.signal.aborted) end();
    });
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
