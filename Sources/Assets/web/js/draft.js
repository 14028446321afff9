// A demand being written: questions that depend on others.
showWhatApplies();
addEventListener("change", showWhatApplies);

/** Shows an item only when the one it depends on has one of the awaited values. What is hidden keeps its value. */
function showWhatApplies() {
    for (const item of document.querySelectorAll("[data-when-item]")) {
        const awaited = item.dataset.whenValues.split("|");
        const given = [...document.getElementsByName(item.dataset.whenItem)]
            .filter((control) => (control.type !== "radio" && control.type !== "checkbox") || control.checked)
            .map((control) => control.value);
        item.hidden = !given.some((value) => awaited.includes(value));
    }
}
