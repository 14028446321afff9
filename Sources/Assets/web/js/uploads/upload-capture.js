// When a JPEG says that it was taken (EXIF DateTimeOriginal). Reads its first 256 KB and never beyond them.
const limit = 262144;
const exif = 0x45786966;

/**
 * { has: whether the file carries EXIF at all, taken: "2026-11-22T10:14:03" or null }.
 * Sources: JPEG (ITU-T T.81, B.1.1), EXIF 2.32 §4.5-4.6, TIFF 6.0 §2.
 */
export async function captureDate(file) {
    try {
        return read(new DataView(await file.slice(0, limit).arrayBuffer()));
    } catch {
        // A length or an offset led outside of what was read.
        return { has: true, taken: null };
    }
}

function read(bytes) {
    const none = { has: false, taken: null };
    if (bytes.getUint16(0) !== 0xffd8) return none;
    let at = 2;
    while (at + 10 <= bytes.byteLength) {
        const marker = bytes.getUint16(at);
        const length = bytes.getUint16(at + 2);
        if ((marker & 0xff00) !== 0xff00 || marker === 0xffda || length < 2) return none;
        if (marker === 0xffe1 && bytes.getUint32(at + 4) === exif) return { has: true, taken: taken(bytes, at + 10) };
        at += 2 + length;
    }
    return none;
}

/** - start: where the TIFF header is, from which its offsets count. */
function taken(bytes, start) {
    const isLittle = bytes.getUint16(start) === 0x4949;
    const directory = entry(bytes, start, bytes.getUint32(start + 4, isLittle), 0x8769, isLittle);
    if (directory === null) return null;
    const place = entry(bytes, start, directory, 0x9003, isLittle);
    if (place === null) return null;
    const text = Array.from({ length: 19 }, (_, index) => String.fromCharCode(bytes.getUint8(start + place + index))).join("");
    const parts = /^(\d{4}):(\d\d):(\d\d) (\d\d):(\d\d):(\d\d)$/.exec(text);
    if (!parts || parts[1] === "0000") return null;
    return `${parts[1]}-${parts[2]}-${parts[3]}T${parts[4]}:${parts[5]}:${parts[6]}`;
}

/** The value or offset of a tag in a directory of at most 200 entries. */
function entry(bytes, start, directory, tag, isLittle) {
    const count = Math.min(200, bytes.getUint16(start + directory, isLittle));
    for (let index = 0; index < count; index += 1) {
        const at = start + directory + 2 + index * 12;
        if (bytes.getUint16(at, isLittle) === tag) return bytes.getUint32(at + 8, isLittle);
    }
    return null;
}
