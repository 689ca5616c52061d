"use strict";
// The list of components: what shows of it, and what the reader decides about each of them. Decisions stand in one place
// for both languages and all systems, under the fingerprint of their component; they leave the page as decisions.json.
(() => {
  const MOST = 50e6, LONGEST = 30000;
  const held = new Map();
  let saved = new Map(), begun = false, news = null;

  const textOf = entry => JSON.stringify([entry.decision ?? "", entry.remark ?? ""]);
  const state = () => new Map([...held].map(([mark, entry]) => [mark, textOf(entry)]));
  const unsaved = () => {
    const now = state();
    return [...new Set([...now.keys(), ...saved.keys()])].filter(mark => now.get(mark) !== saved.get(mark)).length;
  };
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, key) => values[key] ?? whole);
  const plain = text => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  function decide(mark, about, change) {
    const entry = { ...(held.get(mark) ?? about), ...change };
    if (entry.decision || entry.remark.trim()) held.set(mark, entry); else held.delete(mark);
    news = null;
  }

  // --- a file ---------------------------------------------------------------------------------------------------------
  function file() {
    const key = ([, each]) => [each.system, each.component ? 0 : 1, each.component ?? each.class].join("\u001f");
    const rows = [...held].sort((a, b) => (key(a) < key(b) ? -1 : 1));
    const decisions = rows.map(([fingerprint, each]) => ({
      system: each.system ?? null, component: each.component ?? null, class: each.class ?? null,
      decision: each.decision || null, remark: each.remark || null, fingerprint,
    }));
    return JSON.stringify({ schema: 1, decisions }, null, 2) + "\n";
  }
  // What a file decides, or a word for what does not fit: [key, values].
  function read(text, choices) {
    let content;
    try { content = JSON.parse(text); } catch { return { refused: ["no_json", {}] }; }
    if (content?.schema !== 1 || !Array.isArray(content.decisions)) return { refused: ["no_decisions", {}] };
    const fits = {
      fingerprint: value => typeof value === "string" && /^[0-9a-f]{16}$/.test(value),
      decision: value => value == null || value === "" || choices.includes(value),
      remark: value => value == null || (typeof value === "string" && value.length <= LONGEST),
    };
    for (const key of ["system", "component", "class"]) fits[key] = value => value == null || typeof value === "string";
    for (const [number, item] of content.decisions.entries()) {
      for (const [key, fit] of Object.entries(fits)) {
        if (fit(item?.[key])) continue;
        const found = (JSON.stringify(item?.[key]) ?? "–").slice(0, 60);
        return { refused: ["wrong", { place: `decisions[${number}].${key}`, found }] };
      }
    }
    return { items: content.decisions };
  }
  function load(name, text) {
    const { choices, systems } = depmap.shared.decisions;
    const { refused, items } = read(text, choices);
    if (refused) {
      news = words => fill(words.refused, { file: name, why: fill(words[refused[0]], refused[1]) });
      return;
    }
    const own = new Set(systems.flatMap(each => Object.values(each.rows).map(row => row[0])));
    let count = 0, replaced = 0, apart = 0;
    const before = unsaved();
    for (const { system, component, class: group, decision, remark, fingerprint } of items) {
      if (!decision && !remark) continue;
      const entry = { system, component, class: group, decision: decision ?? "", remark: remark ?? "" };
      if (held.has(fingerprint) && textOf(held.get(fingerprint)) !== textOf(entry)) replaced++;
      if (!own.has(fingerprint)) apart++;
      held.set(fingerprint, entry);
      count++;
    }
    if (!before) saved = state(); // all that is here stands in files
    news = words => [
      fill(words.loaded, { file: name, count }),
      replaced ? fill(words.loaded_replaced, { count: replaced }) : "",
      apart ? fill(words.loaded_apart, { count: apart }) : "",
    ].join(" ").trim();
  }
  addEventListener("beforeunload", event => {
    if (unsaved()) { event.preventDefault(); event.returnValue = true; }
  });

  // --- the list of one system -------------------------------------------------------------------------------------------
  function list(section, system, rows, words) {
    const one = selector => section.querySelector(selector);
    const bar = one(".sifting"), all = [...section.querySelectorAll(".components [data-row]")];
    const fields = new Map(); // by fingerprint
    let texts = null;

    function tell() {
      const count = held.size, open = unsaved();
      const usual = open ? fill(words.unsaved, { count, unsaved: open }) : count ? fill(words.all_saved, { count }) : words.nothing_decided;
      one("[data-decisions-state]").textContent = news ? `${news(words)} ${open ? usual : ""}`.trim() : usual;
    }
    // The fields of one component; what is decided stands beside them as text, for paper.
    function build(host) {
      const owner = host.closest("[data-row], [data-subject]");
      const [mark, id] = rows[owner.dataset.row ?? owner.dataset.subject] ?? [];
      if (!mark || fields.has(mark)) return;
      const about = { system, component: owner.dataset.row ? id : null, class: owner.dataset.row ? null : id, decision: "", remark: "" };
      const choice = document.createElement("select"), remark = document.createElement("textarea");
      for (const value of ["", ...depmap.shared.decisions.choices]) choice.add(new Option(value ? words[value] : words.choose, value));
      choice.setAttribute("aria-label", `${words.decision}: ${host.dataset.name}`);
      remark.setAttribute("aria-label", `${words.remark}: ${host.dataset.name}`);
      Object.assign(remark, { rows: 1, maxLength: LONGEST, placeholder: words.remark });
      const paper = host.querySelector(".decided") ?? Object.assign(document.createElement("p"), { className: "decided" });
      host.replaceChildren(choice, remark, paper);
      choice.addEventListener("change", () => { decide(mark, about, { decision: choice.value }); show(mark); tell(); sift(); });
      remark.addEventListener("input", () => decide(mark, about, { remark: remark.value }));
      remark.addEventListener("change", () => { show(mark); tell(); sift(); });
      fields.set(mark, { choice, remark, paper });
      show(mark);
    }
    function show(mark) {
      const { choice, remark, paper } = fields.get(mark), entry = held.get(mark);
      choice.value = entry?.decision ?? "";
      if (remark.value !== (entry?.remark ?? "")) remark.value = entry?.remark ?? "";
      paper.textContent = [entry?.decision ? words[entry.decision] : "", entry?.remark ?? ""].filter(Boolean).join("\n");
      choice.dataset.choice = choice.value;
    }
    function refresh() {
      if (!texts) {
        texts = new Map(all.map(row => [row, plain(row.textContent)]));
        for (const host of section.querySelectorAll("td.deciding > [data-deciding]")) build(host);
      }
      for (const mark of fields.keys()) show(mark);
      tell();
      sift();
    }

    const decided = row => {
      const group = row.closest("[data-subject]");
      return held.get(rows[row.dataset.row]?.[0])?.decision || (group && held.get(rows[group.dataset.subject]?.[0])?.decision) || "";
    };
    const asked = name => bar.querySelector(`[name="${name}"]`).value;
    function sift() {
      if (!texts) return;
      const words_ = plain(asked("text")).split(/\s+/).filter(Boolean);
      const [band, grade, sort, country, measure, decision] = ["band", "grade", "class", "country", "measure", "decision"].map(asked);
      const fits = row => {
        const { dataset } = row;
        return words_.every(word => texts.get(row).includes(word))
          && (!band || dataset.band === band) && (!grade || Number(dataset.grade) >= Number(grade))
          && (!sort || dataset.class === sort)
          && (!country || (country === "unknown" ? !dataset.made : dataset.made.split(" ").includes(country)))
          && (!measure || dataset.measures.split("|").includes(measure))
          && (!decision || (decision === "none" ? !decided(row) : decision === "some" ? Boolean(decided(row)) : decided(row) === decision));
      };
      for (const row of all) row.classList.toggle("sifted", !fits(row));
      for (const group of section.querySelectorAll("tr[data-subject]")) {
        const left = group.querySelector("[data-row]:not(.sifted, .off)");
        group.classList.toggle("sifted", !left);
        if (left && words_.length) left.closest("details").open = true;
      }
      const shown = all.filter(row => !row.matches(".sifted, .off")).length;
      one(".components").closest(".scroll").classList.toggle("sifted", !shown); // a table without rows is none
      one("[data-sift-count]").textContent = shown ? fill(words.count, { shown, all: all.length }) : words.none;
    }
    function reset() {
      for (const field of bar.querySelectorAll("input, select")) field.value = "";
      sift();
    }

    bar.addEventListener("input", sift);
    one("[data-sift-reset]").addEventListener("click", reset);
    section.closest("[data-system-part]").addEventListener("depmap-only", sift);
    section.addEventListener("toggle", event => {
      for (const host of event.target.querySelectorAll("li > [data-deciding]")) build(host);
    }, true);
    one("[data-decisions-save]").addEventListener("click", () => {
      depmap.save("decisions.json", file(), "application/json");
      saved = state();
      news = words => words.saved;
      tell();
    });
    const picker = one("[data-decisions-file]");
    one("[data-decisions-load]").addEventListener("click", () => picker.click());
    picker.addEventListener("change", () => {
      const [chosen] = picker.files;
      if (!chosen) return;
      const reader = new FileReader();
      reader.addEventListener("load", () => { load(chosen.name, reader.result); refresh(); });
      reader.addEventListener("error", () => { load(chosen.name, ""); refresh(); });
      if (chosen.size > MOST) {
        news = words => fill(words.refused, { file: chosen.name, why: words.too_large });
        tell();
      } else reader.readAsText(chosen);
      picker.value = "";
    });
    return { section, refresh, reset };
  }

  const lists = new Map(); // of each language, by system
  depmap.mount(({ root, language, words }) => {
    const { kept, systems } = depmap.shared.decisions;
    if (!begun) {
      begun = true;
      for (const { fingerprint, present, ...entry } of kept) held.set(fingerprint, { ...entry, decision: entry.decision ?? "", remark: entry.remark ?? "" });
      saved = state();
    }
    for (const [place, { system, rows }] of systems.entries()) {
      const section = root.querySelector(`#s${place + 1}-list`);
      if (section?.querySelector(".sifting")) lists.set(`${language} s${place + 1}`, list(section, system, rows, words.list));
    }
  });
  depmap.arrive(({ language }, { system, view, subject }) => {
    const found = view === "components" && lists.get(`${language} ${system}`);
    if (!found) return;
    found.refresh();
    if (subject && found.section.querySelector(`[data-row="${CSS.escape(subject)}"].sifted`)) found.reset();
  });
})();
