"use strict";
// What if: a reader takes something away, and the kernel says in every layer what stops, through what and for how long.
(() => {
  const SHOWN = 100, SUGGESTED = 12, OFFERED = 50;
  const QUICK = 5000; // components up to which a dozen losses are worked out before anybody asks
  const LAYERS = ["supply", "control", "material"];
  const KINDS = ["country", "supplier", "parent", "material", "component", "assembly"];
  const KEYS = { yes: "bad", no: "good", "cannot decide": "open" };
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, key) => String(values[key] ?? whole));
  const made = (tag, text, set = {}) => Object.assign(document.createElement(tag), text === undefined ? {} : { textContent: text }, set);

  // The networks are the same in both languages; each is put together when somebody first asks.
  const spoken = new Map();
  const speakOf = number => {
    if (!spoken.has(number)) {
      const { systems, words } = depmap.shared.whatif;
      const kernel = whatifKernel(systems[number]);
      spoken.set(number, { kernel, speak: whatifWords(kernel, words, systems[number].scenarios), layers: words.layers });
    }
    return spoken.get(number);
  };

  const started = new WeakMap();
  depmap.arrive((page, { system, view, anchor, subject }) => {
    if (view !== "whatif") return;
    const place = page.root.querySelector(`#${CSS.escape(system)} [data-whatif]`);
    const { systems, largest } = depmap.shared.whatif;
    if (!systems[place.dataset.whatif]) { // too large to go along: never silently
      const most = new Intl.NumberFormat(page.language).format(largest);
      place.replaceChildren(made("p", fill(page.words.whatif.too_large, { most }), { className: "notice" }));
      return;
    }
    if (!started.has(place)) started.set(place, start(place, page, system));
    if (anchor === system + "-whatif") started.get(place)(subject);
  });

  function start(place, { language, words: { whatif: words }, systems }, anchor) {
    const number = Number(place.dataset.whatif);
    const { kernel, speak, layers } = speakOf(number);
    const which = language === "nl" ? 0 : 1;
    const find = name => place.querySelector(`[data-${name}]`);
    const amount = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
    const choice = { lose: [], only: null, layer: "supply" };
    const label = id => speak.label(id, language);

    // --- words --------------------------------------------------------------------------------------------------------
    const counted = weeks => fill(words.weeks[weeks === 1 ? "one" : "many"], { count: amount.format(weeks) });
    function duration({ low, high }) {
      if (high === null) return low > 0 ? fill(words.weeks.open, { low: counted(low) }) : words.weeks.unknown;
      if (low === high) return counted(low);
      return low === 0 ? fill(words.weeks["up to"], { high: counted(high) }) : fill(words.weeks.between, { low: amount.format(low), high: counted(high) });
    }
    // How long a system stands still; where that has no bound, what is certain, why there is none, what is known.
    function lasting({ weeks, unclassed: { length: count }, known }) {
      if (weeks.high !== null || !count) return duration(weeks);
      const parts = fill(words.weeks[count === 1 ? "part" : "parts"], { count: amount.format(count) });
      const told = fill(words.weeks[weeks.low > 0 ? "no bound" : "nothing"], { low: counted(weeks.low), parts });
      return known === null || known <= weeks.low ? told : `${told}; ${fill(words.weeks.others, { known: counted(known) })}`;
    }
    function moment(weeks) {
      const after = low => (low === 0 ? words.weeks["at once"] : fill(words.weeks.after, { low: counted(low) }));
      if (weeks === null) return words.weeks.never;
      if (weeks.high === null) return fill(words.weeks.later, { low: after(weeks.low) });
      if (weeks.low === weeks.high) return after(weeks.low);
      return weeks.low === 0 ? fill(words.weeks.within, { high: counted(weeks.high) }) : fill(words.weeks["after some"], { low: amount.format(weeks.low), high: counted(weeks.high) });
    }

    // --- what is chosen -----------------------------------------------------------------------------------------------
    // What people write, folded, and the word that it means; put together when somebody first writes.
    let valid = null;
    const folded = text => text.trim().toLocaleLowerCase(language);
    function meant() {
      if (valid) return valid;
      valid = new Map();
      for (const kind of KINDS) for (const id of speak.choices(kind)) {
        if (kind === "country" && !kernel.isNamed(id, LAYERS)) continue;
        for (const text of [label(id), id].map(folded)) if (!valid.has(text)) valid.set(text, id);
      }
      return valid;
    }
    // Names that hold what is typed; of a large system the browser cannot be given all.
    function suggest() {
      const asked = folded(find("word").value), found = new Set();
      for (const [text, id] of meant()) {
        if (text.includes(asked)) found.add(id);
        if (found.size >= OFFERED) break;
      }
      find("word").list.replaceChildren(...[...found].map(id => made("option", undefined, { value: label(id) })));
    }
    for (const name of ["focus", "input"]) find("word").addEventListener(name, suggest);
    find("group").append(...speak.choices("group").map(id => made("option", label(id), { value: id.slice("group:".length) })));

    const toggle = id => { choice.lose = choice.lose.includes(id) ? choice.lose.filter(each => each !== id) : [...choice.lose, id]; refresh(); };
    const pick = (text, act, pressed) => {
      const button = made("button", text, { type: "button", className: "pick" });
      button.setAttribute("aria-pressed", String(pressed));
      button.addEventListener("click", act);
      return button;
    };
    // One of each kind in turn, so that a dozen shows what there is to choose from.
    const heaviest = ["country", "supplier", "parent", "material"].map(kind => systems[number].heaviest.filter(id => id.startsWith(kind + ":")));
    const suggested = Array.from({ length: SUGGESTED }, (_, at) => heaviest.map(ids => ids[at])).flat().filter(Boolean).slice(0, SUGGESTED);

    function add(text) {
      const id = meant().get(folded(text));
      try {
        const scenario = id ? { lose: [id] } : speak.decode(new URLSearchParams({ lose: text.trim() }).toString());
        if (!choice.lose.includes(scenario.lose[0])) choice.lose = [...choice.lose, scenario.lose[0]];
        refresh();
        return true;
      } catch (refusal) { refuse(refusal); return false; }
    }
    function refuse(refusal) {
      if (!(refusal instanceof speak.Refusal)) throw refusal;
      find("refusal").textContent = refusal.texts[which];
      find("refusal").hidden = false;
    }

    // --- what comes of it ---------------------------------------------------------------------------------------------
    function refresh() {
      const { lose, only } = choice, keys = document.activeElement;
      const group = ["chips", "suggestions", "scenarios"].find(name => find(name).contains(keys)); // drawn anew; the keyboard stays
      const spot = group && [...find(group).querySelectorAll("button")].indexOf(keys), fromTable = find("stopping").contains(keys);
      find("refusal").hidden = true;
      find("nothing").hidden = Boolean(lose.length || only);
      find("group").value = only ?? "";
      find("chips").replaceChildren(...lose.map(id => {
        const chip = made("li"), button = made("button", "×", { type: "button" });
        button.setAttribute("aria-label", fill(words.remove, { name: label(id) }));
        button.addEventListener("click", () => toggle(id));
        chip.append(made("span", label(id)), button);
        return chip;
      }));
      find("suggestions").replaceChildren(...suggested.map(id => pick(label(id), () => toggle(id), lose.includes(id))));
      find("scenarios").replaceChildren(...speak.scenarios.map(each => {
        const same = speak.encode(each) === speak.encode(choice);
        return pick(each.name[which], () => { Object.assign(choice, same ? { lose: [], only: null } : { lose: each.lose, only: each.only }); refresh(); }, same);
      }));
      if (fromTable) find("suggestions").querySelector("[aria-pressed=true]")?.focus();
      if (group) (find(group).querySelectorAll("button")[spot] ?? find("word")).focus();
      find("save").disabled = find("restore").disabled = !lose.length && !only;
      evaluate();
      depmap.note(anchor + "-whatif", lose.length || only ? speak.encode(choice) : "");
    }

    function evaluate() {
      const nodes = speak.nodes(choice);
      const answers = Object.fromEntries(LAYERS.map(layer => [layer, kernel.evaluate(nodes, [layer])]));
      find("layers").replaceChildren(...(nodes.length ? LAYERS.map(layer => card(layer, answers[layer], nodes)) : []));
      find("stopping").replaceChildren(...(nodes.length ? stopping(choice.layer, answers[choice.layer]) : alone()));
    }
    function card(layer, answer, nodes) {
      const means = kernel.means(nodes, layer);
      const button = made("button", undefined, { type: "button" });
      button.setAttribute("aria-pressed", String(layer === choice.layer));
      button.append(made("span", layers[layer][which], { className: "card-label" }));
      if (!means) button.append(made("span", words.means_nothing, { className: "soft" }));
      else {
        button.append(verdict(words[answer.stops], KEYS[answer.stops]));
        if (answer.stops !== "no") {
          const told = [[words.how_long, lasting(answer)], [words.from_when, moment(answer.survives)]];
          button.append(...told.map(([title, text]) => made("span", `${title}: ${text}`)),
            made("span", parts(answer), { className: "soft" }));
        }
      }
      button.addEventListener("click", () => { choice.layer = layer; evaluate(); find("layers").querySelectorAll("button")[LAYERS.indexOf(layer)].focus(); });
      const item = made("li");
      item.append(button);
      return item;
    }
    function stopping(layer, answer) {
      if (answer.stops === "no") return [made("p", words.nothing_stops)];
      const rows = [...answer.certain.map(id => [id, true]), ...answer.possible.map(id => [id, false])]
        .map(([id, certain]) => ({ id, certain, weeks: kernel.outage(id).standstill }));
      const height = ({ high }) => (high === null ? Infinity : high);
      rows.sort((a, b) => b.certain - a.certain || b.weeks.low - a.weeks.low || height(b.weeks) - height(a.weeks) || (a.id < b.id ? -1 : 1));
      const table = sheet(fill(words.stopping, { layer: layers[layer][which] }), [words.part, words.certainty, words.how_long, words.through],
        rows.slice(0, SHOWN).map(({ id, certain, weeks }) => {
          const link = made("a", label(id), { href: `#${anchor}-map=${encodeURIComponent(id)}` });
          const way = made("ol", undefined, { className: "chain" });
          way.append(...(answer.chain(id) ?? []).map(each => made("li", label(each))));
          return [link, verdict(certain ? words.certainly : words.possibly, certain ? "bad" : "open"), duration(weeks), way];
        }));
      const rest = rows.length - SHOWN;
      return rest > 0 ? [table, made("p", fill(words.more, { count: amount.format(rest) }), { className: "soft" })] : [table];
    }
    // While nothing is chosen: what each of the heaviest would do alone, in the layer that is about its kind.
    function alone() {
      if (speak.choices("component").length > QUICK) return [];
      return [sheet(words.alone, [words.lost, words.layer, words.outcome, words.how_long, words.missing], suggested.map(id => {
        const kind = id.slice(0, id.indexOf(":")), layer = { parent: "control", material: "material" }[kind] ?? "supply";
        const answer = kernel.evaluate(speak.nodes({ lose: [id], only: null }), [layer]);
        return [pick(label(id), () => toggle(id), false), layers[layer][which], verdict(words[answer.stops], KEYS[answer.stops]),
          answer.stops === "no" ? "–" : lasting(answer), parts(answer)];
      }))];
    }
    const verdict = (text, key) => made("span", text, { className: "verdict " + key });
    const parts = ({ certain, possible }) => [fill(words.certain, { count: amount.format(certain.length) }), fill(words.possible, { count: amount.format(possible.length) })].join(", ");
    // A table whose rows begin with what they are about, with roles that hold when it is laid out as cards.
    function sheet(caption, heading, lines) {
      const titles = heading.map(title => title[0].toLocaleUpperCase(language) + title.slice(1));
      const table = made("table", undefined, { className: "stopping cardable", role: "table" });
      table.append(made("caption", caption));
      const [head, body] = [table.createTHead(), table.createTBody()];
      head.role = body.role = "rowgroup";
      const heads = head.insertRow();
      heads.role = "row";
      heads.append(...titles.map(title => made("th", title, { scope: "col", role: "columnheader" })));
      for (const [about, ...cells] of lines) {
        const line = body.insertRow(), name = made("th", undefined, { scope: "row", role: "rowheader" });
        line.role = "row";
        name.append(about);
        line.append(name, ...cells.map((content, at) => {
          const cell = made("td", undefined, { role: "cell" });
          cell.dataset.label = titles[at + 1];
          cell.append(content);
          return cell;
        }));
      }
      return table;
    }

    // --- acts ---------------------------------------------------------------------------------------------------------
    const take = () => {
      const field = find("word");
      if (field.value.trim() && add(field.value)) field.value = "";
    };
    find("add").addEventListener("click", take);
    find("word").addEventListener("keydown", event => { if (event.key === "Enter") take(); });
    find("group").addEventListener("change", event => { choice.only = event.target.value || null; refresh(); });
    find("restore").addEventListener("click", () => { Object.assign(choice, { lose: [], only: null }); refresh(); find("word").focus(); });
    find("save").addEventListener("click", () => {
      try {
        const title = speak.title(choice, language);
        depmap.save("scenario.toml", speak.toToml(title, choice), "application/toml");
      } catch (refusal) { refuse(refusal); }
    });

    refresh();
    return subject => {
      if (!subject) { refresh(); return; }
      try {
        const text = subject.includes("=") ? subject : new URLSearchParams({ lose: subject }).toString();
        const { lose, only, layers: asked } = speak.decode(text);
        Object.assign(choice, { lose, only, layer: asked[0] ?? choice.layer });
        refresh();
      } catch (refusal) { refresh(); refuse(refusal); }
    };
  }
})();
