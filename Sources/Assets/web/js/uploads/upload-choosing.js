// Files as they are given: chosen, photographed, dropped anywhere on the page, pasted.
import { region, slotNamed, slots } from "./upload-region.js";

/** - take: called with the files and the slot they are for. */
export function followChoices(take) {
    document.addEventListener("change", (event) => {
        const slot = event.target.type === "file" && event.target.closest("[data-slot]");
        if (!slot || !event.target.files.length) return;
        take([...event.target.files], slot);
        event.target.value = "";
    });
    document.addEventListener("click", (event) => {
        const button = event.target.closest("[data-camera]");
        if (button) photograph(button.closest("[data-slot]").dataset.slot, take);
    });
    followDrops(take);
    followPastes(take);
}

function photograph(code, take) {
    const camera = document.createElement("input");
    camera.type = "file";
    camera.accept = "image/*";
    camera.setAttribute("capture", "environment");
    camera.hidden = true;
    camera.addEventListener("change", () => {
        take([...camera.files], slotNamed(code));
        camera.remove();
    });
    camera.addEventListener("cancel", () => camera.remove());
    document.body.append(camera);
    camera.click();
}

/** A file dropped beside a slot is not opened by the browser in place of the page. */
function followDrops(take) {
    const carriesFiles = (event) => event.dataTransfer?.types.includes("Files");
    const mark = (slot) => {
        for (const one of slots()) one.classList.toggle("over", one === slot);
    };
    addEventListener("dragover", (event) => {
        if (!carriesFiles(event) || !region()) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = "copy";
        mark(event.target.closest?.("[data-slot]") ?? likely());
    });
    addEventListener("dragleave", (event) => {
        if (!event.relatedTarget) mark(null);
    });
    addEventListener("drop", (event) => {
        if (!carriesFiles(event) || !region()) return;
        event.preventDefault();
        mark(null);
        take([...event.dataTransfer.files], event.target.closest?.("[data-slot]") ?? likely());
    });
}

/** What comes with a text is pasted as that text. */
function followPastes(take) {
    document.addEventListener("paste", (event) => {
        const files = [...(event.clipboardData?.files ?? [])].filter((file) => file.type.startsWith("image/"));
        if (!files.length || !region() || event.clipboardData.types.includes("text/plain")) return;
        event.preventDefault();
        const hour = new Date().toLocaleTimeString("fr-FR", { hour: "2-digit", minute: "2-digit", second: "2-digit" });
        const named = files.map((file) => new File([file], `Image collée à ${hour}.${file.type.split("/")[1]}`, file));
        take(named, likely());
    });
}

/** The first required place still empty, then any empty one, then the last. */
function likely() {
    const isEmpty = (slot) => !slot.querySelector(".strip, [data-sendings] > *");
    return slots().find((slot) => "required" in slot.dataset && isEmpty(slot)) ?? slots().find(isEmpty) ?? slots().at(-1);
}
