// One request about a file under way, with its progress. Rejects when the line is cut, or when nothing moves for too long.
const stillSending = 30000;
const stillAnswering = 120000;

/** { status, offset, retryAfter, text }: `offset` is what the server holds durably, null when it does not say. */
export function exchange(method, address, { headers = {}, body = null, signal, onSent = () => {} }) {
    return new Promise((resolve, reject) => {
        const request = new XMLHttpRequest();
        let clock;
        const within = (milliseconds) => {
            clearTimeout(clock);
            clock = setTimeout(() => request.abort(), milliseconds);
        };
        const stop = () => request.abort();
        const fail = () => {
            end();
            reject(new Error("cut"));
        };
        const end = () => {
            clearTimeout(clock);
            signal?.removeEventListener("abort", stop);
        };
        request.open(method, address);
        for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
        request.upload.onprogress = (event) => {
            within(stillSending);
            onSent(event.loaded);
        };
        request.upload.onload = () => within(stillAnswering);
        request.onload = () => {
            end();
            resolve({
                status: request.status,
                offset: number(request.getResponseHeader("Upload-Offset")),
                retryAfter: number(request.getResponseHeader("Retry-After")),
                // A sentence for the person; a page (an error of something in between) is not shown.
                text: (request.getResponseHeader("Content-Type") ?? "").startsWith("text/plain") ? request.responseText.trim() : "",
            });
        };
        request.onerror = fail;
        request.onabort = fail;
        signal?.addEventListener("abort", stop);
        if (signal?.aborted) {
            fail();
            return;
        }
        within(stillSending);
        request.send(body);
    });
}

function number(text) {
    return text !== null && /^\d+$/.test(text) ? Number(text) : null;
}
