// A file carried piece by piece until it is joined: what is durable on the server is never sent twice, and a line that was
// cut is tried again by itself.
import { exchange } from "./upload-exchange.js";

/** Seconds before each new try; the last one again and again. */
export const pauses = [1, 2, 5, 10];
const firstPiece = 512 * 1024;
const leastPiece = 128 * 1024;
const mostPiece = 8 * 1024 * 1024;

/**
 * - file: { blob, address, headers(): of every request, isNew: whether the server cannot know it yet }
 * - tell: called with { state: sending | checking | cut | busy, sent, seconds, words }
 * - rest: (seconds) => a promise that ends then, or sooner when someone asks or the network is back
 * Returns { outcome: joined | refused | gone, words }; throws when stopped by the signal.
 */
export async function transfer(file, tell, rest, signal) {
    const total = file.blob.size;
    let offset = file.isNew ? 0 : null;
    let piece = firstPiece;
    let failures = 0;
    for (;;) {
        signal.throwIfAborted();
        const began = performance.now();
        const answer = await attempt(file, offset, piece, total, tell, signal);
        signal.throwIfAborted();
        const moved = answer?.offset !== null && answer?.offset !== offset;
        switch (answer?.status) {
        case 201:
            return { outcome: "joined", words: "" };
        case 413: case 422:
            return { outcome: "refused", words: answer.text };
        // Another page in its place is the one to sign in.
        case 200: case 401: case 403: case 404: case 410:
            return { outcome: "gone", words: answer.text };
        case 204: case 409:
            // Without a place to go on from, the demand itself no longer takes files.
            if (answer.offset === null && answer.text) return { outcome: "gone", words: answer.text };
            if (moved) {
                if (answer.status === 204 && offset !== null) piece = suited(piece, performance.now() - began);
                offset = Math.min(answer.offset, total);
                failures = 0;
                continue;
            }
            break;
        case 429: case 503: case 507:
            tell({ state: "busy", sent: offset ?? 0, words: answer.text });
            await rest(Math.max(1, answer.retryAfter ?? pauses.at(-1)));
            offset = null;
            continue;
        default:
        }
        piece = Math.max(leastPiece, piece / 2);
        const seconds = pauses[Math.min(failures, pauses.length - 1)];
        failures += 1;
        tell({ state: "cut", sent: offset ?? 0, seconds });
        await rest(seconds);
        offset = null;
    }
}

/** Asks where it stands, or sends the next piece; null when the line is cut. */
async function attempt(file, offset, piece, total, tell, signal) {
    let body = null;
    try {
        if (offset !== null) body = await file.blob.slice(offset, Math.min(total, offset + piece)).arrayBuffer();
    } catch {
        return { status: 422, offset: null, text: "Ce fichier ne peut plus être lu sur cet appareil. Choisissez-le de nouveau." };
    }
    try {
        if (offset === null) return await exchange("GET", file.address, { headers: file.headers(), signal });
        tell({ state: "sending", sent: offset });
        return await exchange("PUT", file.address, {
            headers: { ...file.headers(), "Upload-Offset": String(offset), "Upload-Length": String(total) },
            body,
            signal,
            onSent: (count) => {
                const sent = Math.min(total, offset + count);
                tell({ state: sent >= total ? "checking" : "sending", sent });
            },
        });
    } catch {
        return null;
    }
}

/** Pieces of some two seconds: few on a good line, small on a weak one. */
function suited(piece, milliseconds) {
    if (milliseconds < 1500) return Math.min(mostPiece, piece * 2);
    if (milliseconds > 6000) return Math.max(leastPiece, piece / 2);
    return piece;
}
