// A very large JPEG is drawn again on the device before it is sent: nothing that a specialist sees is lost, minutes of a
// weak line are won. A file whose own date could not be read is sent as it is, for drawing again would lose that date.
import { captureDate } from "./upload-capture.js";

/** Above this many pixels an image is drawn again. */
export const largest = 16_000_000;
/** And never at fewer pixels than this. */
export const smallest = 12_000_000;
const quality = 0.9;

/** { blob, taken, note }: what is sent, when it was taken if only the original said so, and what is said of it. */
export async function shrink(file) {
    const same = { blob: file, taken: null, note: "" };
    if (file.type !== "image/jpeg") return same;
    const size = await pixels(file);
    if (!size || size.width * size.height <= largest) return same;
    const capture = await captureDate(file);
    if (capture.has && !capture.taken) return same;
    const blob = await redrawn(file, size);
    if (!blob || blob.size >= file.size) return same;
    return { blob, taken: capture.taken, note: "réduite à 12 millions de pixels, jamais moins" };
}

/** The size to draw at: the same shape, not one pixel under the smallest. */
export function reduced({ width, height }) {
    const ratio = Math.sqrt(smallest / (width * height));
    return { width: Math.ceil(width * ratio), height: Math.ceil(height * ratio) };
}

/** Upright, as the browser shows it; null when it cannot. */
function pixels(file) {
    return new Promise((resolve) => {
        const image = new Image();
        const end = (size) => {
            URL.revokeObjectURL(image.src);
            resolve(size);
        };
        image.onload = () => end({ width: image.naturalWidth, height: image.naturalHeight });
        image.onerror = () => end(null);
        image.src = URL.createObjectURL(file);
    });
}

async function redrawn(file, size) {
    try {
        const { width, height } = reduced(size);
        const bitmap = await createImageBitmap(file, { imageOrientation: "from-image" });
        const canvas = document.createElement("canvas");
        canvas.width = width;
        canvas.height = height;
        const drawing = canvas.getContext("2d");
        drawing.imageSmoothingQuality = "high";
        drawing.drawImage(bitmap, 0, 0, width, height);
        bitmap.close();
        return await new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", quality));
    } catch {
        return null;
    }
}
