// Brightness and contrast of the active view: two sliders, keys, and a way back. Each view keeps its own.
const least = 40;
const most = 250;

export function followLight(desk) {
    const { viewer } = desk;
    const panel = viewer.querySelector("[data-light]");
    const sliders = [...viewer.querySelectorAll("[data-light-part]")];

    const tell = () => {
        const light = desk.active.view.light;
        for (const slider of sliders) {
            slider.value = light[slider.dataset.lightPart];
            slider.setAttribute("aria-valuetext", `${slider.value} %`);
        }
        viewer.classList.toggle("relit", light.brightness !== 100 || light.contrast !== 100);
    };
    const set = (part, value) => {
        const { light } = desk.active.view;
        light[part] = Math.min(most, Math.max(least, value));
        desk.active.draw();
        tell();
    };
    const change = (part, by) => {
        set(part, desk.active.view.light[part] + by);
        desk.say(`${part === "brightness" ? "Luminosité" : "Contraste"} ${desk.active.view.light[part]} %`);
    };
    for (const slider of sliders) {
        slider.addEventListener("input", () => set(slider.dataset.lightPart, Number(slider.value)));
    }

    return {
        tell,
        acts: {
            light: () => {
                panel.hidden = !panel.hidden;
                desk.press("light", !panel.hidden);
                if (!panel.hidden && panel.contains(sliders[0])) sliders[0].focus();
            },
            relight: () => {
                Object.assign(desk.active.view.light, { brightness: 100, contrast: 100 });
                desk.active.draw();
                tell();
                desk.say("Lumière et contraste remis");
            },
            brighter: () => change("brightness", 10),
            darker: () => change("brightness", -10),
            stronger: () => change("contrast", 10),
            weaker: () => change("contrast", -10),
        },
    };
}
