// The day to be seen before: a delay fills the date, a date that is typed unchooses the delay.
for (const field of document.querySelectorAll("[data-see-before]")) {
    const date = field.querySelector("input[type=date]");
    const delays = [...field.querySelectorAll("input[type=radio]")];
    const show = () => field.toggleAttribute("data-dated", date.value !== "");
    field.addEventListener("change", (event) => {
        if (event.target.type === "radio") date.value = event.target.value;
        show();
    });
    date.addEventListener("input", () => {
        for (const delay of delays) delay.checked = delay.value === date.value;
        show();
    });
    show();
}
