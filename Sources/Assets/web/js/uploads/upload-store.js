// Files chosen and not yet joined, kept on this device so that a closed tab loses none: gone once joined, at sign-out, and
// after three days. Where the browser keeps nothing (private windows), sending works all the same.
const name = "essaim-envois";
const store = "fichiers";
const longest = 3 * 24 * 3600 * 1000;
let opening = null;

/** A record: { token, demand, slot, name, size, date, type, blob, taken, note, kept }. */
export async function keep(record) {
    await act("readwrite", (files) => files.put({ ...record, kept: record.kept ?? Date.now() }));
}

export async function drop(token) {
    await act("readwrite", (files) => files.delete(token));
}

/** Those of a demand, oldest first. */
export async function kept(demand) {
    const all = (await act("readonly", (files) => files.getAll())) ?? [];
    for (const record of all) if (Date.now() - record.kept > longest) await drop(record.token);
    return all.filter((record) => record.demand === demand && Date.now() - record.kept <= longest)
        .sort((one, other) => one.kept - other.kept);
}

/** Everything, for whoever signs out. */
export async function forget() {
    try {
        (await opening)?.close();
        opening = null;
        indexedDB.deleteDatabase(name);
    } catch {
        // Where nothing can be kept, nothing stays.
    }
}

async function act(mode, work) {
    try {
        const files = (await open()).transaction(store, mode).objectStore(store);
        return await promised(work(files));
    } catch {
        return null;
    }
}

function open() {
    opening ??= new Promise((resolve, reject) => {
        const request = indexedDB.open(name, 1);
        request.onupgradeneeded = () => request.result.createObjectStore(store, { keyPath: "token" });
        request.onsuccess = () => {
            // Another tab signs out: it must not wait for this one.
            request.result.onversionchange = () => {
                request.result.close();
                opening = null;
            };
            resolve(request.result);
        };
        request.onerror = () => reject(request.error);
    });
    return opening;
}

function promised(request) {
    return new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
    });
}
