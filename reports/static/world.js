"use strict";
// The world: countries shaded by what stops without them, and lines to the assemblies that they take along.
(() => {
  const SVG = "http://www.w3.org/2000/svg";
  // Left, top, width and height of what is shown; beside the whole world stand the assemblies.
  const PARTS = { everywhere: [0, 0, 2500, 870], europe: [880, 40, 420, 216], asia: [1420, 130, 400, 206] };
  const SHADES = 5, LEGIBLE = 1000; // from this width on the names of the assemblies can be read

  depmap.arrive((page, { system, view, anchor, subject }) => {
    if (view === "world" && anchor === system + "-world" && subject) depmap.only(system, subject);
  });

  depmap.mount(({ root, systems, words }) => {
    for (const system of systems) {
      const place = root.querySelector(`#${system.anchor} [data-world]`);
      if (place) start(place, system, words);
    }
  });

  function start(place, system, words) {
    const { countries, arcs, assemblies } = system.world;
    const of = new Map(countries.map(country => [country.node, country]));
    const globe = place.querySelector(".globe"), drawn = place.querySelector("[data-arcs]");
    const rows = place.parentElement.querySelectorAll("[data-effects]");
    const height = globe.viewBox.baseVal.height, part = place.parentElement;
    const choice = { layer: "supply", measure: "lines", part: "everywhere", country: "" };

    function shade() {
      for (const mark of place.querySelectorAll("[data-country]")) {
        const { name, layers } = of.get(mark.dataset.country), effect = layers[choice.layer];
        for (let step = 0; step < SHADES; step++) mark.classList.toggle("shade-" + step, step === (effect.shade?.[choice.measure] ?? 0));
        mark.classList.toggle("open", Boolean(effect.open?.[choice.measure]));
        mark.classList.toggle("stops", effect.key === "bad");
        mark.classList.toggle("calm", effect.key === "good");
        mark.setAttribute("aria-pressed", String(mark.dataset.country === choice.country));
        mark.setAttribute("aria-label", [name, effect.stops, effect.lines ? effect.lines + " " + words.world_lines : "", effect.weeks].filter(Boolean).join(", "));
        let title = mark.querySelector("title");
        if (!title) mark.prepend(title = document.createElementNS(SVG, "title"));
        title.textContent = mark.getAttribute("aria-label");
      }
      for (const step of place.querySelectorAll("[data-step]")) step.hidden = step.dataset.step !== choice.measure;
      for (const row of rows) {
        row.classList.toggle("found", row.dataset.effects === choice.country);
        row.classList.toggle("elsewhere", row.dataset.of !== choice.layer); // paper has every layer
        row.querySelector("[data-choose]").setAttribute("aria-pressed", String(row.dataset.effects === choice.country));
      }
      const title = (name, value) => place.querySelector(`[data-${name}="${value}"]`).textContent;
      place.querySelector("[data-world-shown]").textContent = words.world_shown
        .replace("{layer}", title("world-layer", choice.layer)).replace("{measure}", title("measure", choice.measure));
      for (const [name, value] of [["world-layer", choice.layer], ["measure", choice.measure], ["part", choice.part]]) {
        for (const button of place.querySelectorAll(`[data-${name}]`)) button.setAttribute("aria-pressed", String(button.getAttribute("data-" + name) === value));
      }
    }

    function lines() {
      const step = height / assemblies.length;
      drawn.replaceChildren(...(arcs[choice.layer] ?? []).filter(([node]) => !choice.country || node === choice.country).map(([node, number, count]) => {
        const { x, y } = of.get(node), end = number * step + step / 2;
        const line = document.createElementNS(SVG, "path");
        line.setAttribute("d", `M${x} ${y}C${x + (2090 - x) / 2} ${y - 60} ${x + (2090 - x) / 2} ${end} 2086 ${end}`);
        line.setAttribute("stroke-width", String(1.5 + Math.min(8, count)));
        line.classList.toggle("lit", Boolean(choice.country));
        return line;
      }));
    }

    function look() {
      const wide = matchMedia("print").matches || !place.clientWidth || place.clientWidth >= LEGIBLE;
      const narrow = !wide && choice.part === "everywhere";
      const [left, top, width, tall] = narrow ? [180, 0, 1700, 780] : PARTS[choice.part];
      globe.setAttribute("viewBox", `${left} ${top} ${width} ${tall}`);
      globe.classList.toggle("close", choice.part !== "everywhere" || narrow);
    }

    function tell() {
      const box = place.querySelector("[data-chosen]");
      box.hidden = !choice.country;
      if (!choice.country) return;
      const { name, layers } = of.get(choice.country);
      const make = (tag, text, set = {}) => Object.assign(document.createElement(tag), { textContent: text, ...set });
      const list = make("dl", "");
      for (const [key, title] of system.world.layers) {
        const effect = layers[key];
        const told = [effect.stops, effect.lines ? `${effect.lines} ${words.world_lines} (${effect.share})` : "", effect.value ?? "", effect.weeks ?? ""];
        const pair = make("div", "");
        pair.append(make("dt", title), make("dd", told.filter(each => each && each !== "–").join(" · ")));
        list.append(pair);
      }
      const button = (text, act) => { const made = make("button", text, { type: "button" }); made.addEventListener("click", act); return made; };
      const acts = make("p", "", { className: "acts" });
      acts.append(button(words.world_network, () => depmap.go(system.anchor + "-map", choice.country)),
        button(words.world_whatif, () => depmap.go(system.anchor + "-whatif", choice.country)),
        button(words.world_everything, () => depmap.only(system.anchor, "")));
      box.replaceChildren(make("h3", name), list, acts);
    }

    function choose(country) {
      const before = choice.country, within = place.querySelector("[data-chosen]").contains(document.activeElement);
      choice.country = of.has(country) ? country : "";
      shade(); lines(); tell();
      if (within) place.querySelector(`[data-country="${CSS.escape(choice.country || before)}"]`)?.focus({ preventScroll: true });
    }
    const take = country => {
      depmap.only(system.anchor, country === choice.country ? "" : country);
      depmap.note(system.anchor + "-world", choice.country);
    };
    part.addEventListener("click", event => {
      const named = event.target.closest("[data-choose]");
      if (named) take(named.dataset.choose);
    });
    part.addEventListener("keydown", event => {
      if (event.key === "Escape" && choice.country) take(choice.country);
    });
    place.addEventListener("click", event => {
      const button = event.target.closest("button"), mark = event.target.closest("[data-country]");
      if (mark) take(mark.dataset.country);
      if (!button) return;
      choice.layer = button.dataset.worldLayer ?? choice.layer;
      choice.measure = button.dataset.measure ?? choice.measure;
      choice.part = button.dataset.part ?? choice.part;
      shade(); lines(); look();
    });
    place.addEventListener("keydown", event => {
      const mark = event.target.closest("[data-country]");
      if (mark && (event.key === "Enter" || event.key === " ")) { event.preventDefault(); mark.dispatchEvent(new MouseEvent("click", { bubbles: true })); }
    });
    new ResizeObserver(look).observe(place);
    addEventListener("beforeprint", look);
    matchMedia("print").addEventListener("change", look);
    place.closest(".system").addEventListener("depmap-only", event => choose(event.detail));
    shade(); lines(); look();
  }
})();
