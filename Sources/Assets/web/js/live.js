// A list that is open follows what happens: the server says that something changed, the page reads itself again.
// Events carry ids alone; what is shown is read with the reader's own rights.
const region = () => document.querySelector("[data-follows]");
const pause = 400;
let source = null;
let waiting = null;
let wasAway = false;

listen();
// One stream for the page that is looked at: a browser has six connections to a server (HTTP/1.1), and many tabs.
document.addEventListener("visibilitychange", () => (document.hidden ? leave() : listen()));
addEventListener("pagehide", leave);

function listen() {
    if (source || document.hidden) return;
    source = new EventSource("/evenements");
    source.addEventListener("demande", soon);
    source.addEventListener("alarme", soon);
    // What changed while nobody listened was told to nobody.
    source.addEventListener("open", () => {
        if (wasAway) soon();
        wasAway = true;
    });
}

function leave() {
    source?.close();
    source = null;
}

/** Several changes at once are one reading. */
function soon() {
    clearTimeout(waiting);
    waiting = setTimeout(refresh, pause);
}

/** The same page; a list says which opening its refreshes ride on, so that they are not written as new ones. */
function address() {
    const url = new URL(location.href);
    const trace = region()?.dataset.trace;
    if (trace) url.searchParams.set("trace", trace);
    return url;
}

async function refresh() {
    let answer;
    try {
        answer = await fetch(address(), { headers: { Accept: "text/html" } });
    } catch {
        return;
    }
    const now = region();
    if (!answer.ok || answer.redirected || !now) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const next = page.querySelector("[data-follows]");
    if (!next || next.isEqualNode(now)) return;
    const focused = now.contains(document.activeElement) ? document.activeElement.getAttribute("href") : null;
    now.replaceWith(document.adoptNode(next));
    if (focused) document.querySelector(`[data-follows] a[href="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
    const said = document.querySelector("[data-followed]");
    if (said) said.textContent = said.dataset.followed;
}
