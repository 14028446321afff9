// A file from its choice to its joining: prepared, kept on the device, carried, said at each step. Two at a time.
import { drop, keep } from "./upload-store.js";
import { Line } from "./upload-line.js";
import { shrink } from "./upload-shrink.js";
import { transfer } from "./upload-transfer.js";

const together = 2;
const queue = [];
let running = 0;

export class Sending {
    /**
     * - record: as the store keeps it
     * - site: { address(token), credentials(): headers of every request, joined(sending), ended(sending) }
     */
    constructor(record, site, isNew) {
        this.record = record;
        this.site = site;
        this.isNew = isNew;
        this.line = new Line(record, {
            stop: () => this.stop(), resume: () => this.resume(), remove: () => this.remove(), close: () => this.close(),
        });
        this.line.tell({ state: isNew ? "waiting" : "stopped" });
    }

    get isUnderWay() {
        return this.work !== undefined;
    }

    start() {
        this.work = new AbortController();
        this.line.tell({ state: "waiting" });
        queue.push(this);
        next();
    }

    stop() {
        this.work?.abort();
        this.wake?.();
        const place = queue.indexOf(this);
        if (place >= 0) {
            queue.splice(place, 1);
            this.work = undefined;
            this.line.tell({ state: "stopped" });
        }
    }

    /** Also what « Reprendre » does while it waits for the line: now rather than later. */
    resume() {
        if (this.isUnderWay) this.wake?.();
        else this.start();
    }

    async remove() {
        await drop(this.record.token);
        this.close();
    }

    close() {
        this.line.element.remove();
        this.site.ended(this);
    }

    async run() {
        const { signal } = this.work;
        try {
            await this.prepare(signal);
            const { outcome, words } = await transfer(
                {
                    blob: this.record.blob, isNew: this.isNew, address: this.site.address(this.record.token),
                    headers: () => ({ ...this.site.credentials(), ...described(this.record) }),
                },
                (report) => this.line.tell(report), (seconds) => this.rest(seconds), signal);
            if (outcome !== "gone") await drop(this.record.token);
            this.work = undefined;
            this.line.tell({ state: outcome, words });
            if (outcome === "joined") this.site.joined(this);
        } catch (error) {
            this.work = undefined;
            this.line.tell({ state: "stopped" });
            if (!signal.aborted) throw error;
        } finally {
            this.isNew = false;
        }
    }

    /** Once: what is kept on the device is what is sent. */
    async prepare(signal) {
        if (this.isNew) {
            this.line.tell({ state: "preparing" });
            const { blob, taken, note } = await shrink(this.record.blob);
            Object.assign(this.record, { blob, taken, note });
            await keep(this.record);
            signal.throwIfAborted();
        }
        this.line.remark(this.record.note ?? "");
    }

    rest(seconds) {
        return new Promise((resolve) => {
            const end = () => {
                clearTimeout(clock);
                removeEventListener("online", end);
                this.wake = undefined;
                resolve();
            };
            const clock = setTimeout(end, seconds * 1000);
            addEventListener("online", end);
            this.wake = end;
        });
    }
}

/** What each request says of the file. */
function described(record) {
    const taken = record.taken ? { "X-Essaim-Taken": record.taken } : {};
    return { "X-Essaim-Slot": record.slot, "X-Essaim-Name": encodeURIComponent(record.name), ...taken };
}

function next() {
    while (running < together && queue.length) {
        running += 1;
        queue.shift().run().finally(() => {
            running -= 1;
            next();
        });
    }
}
