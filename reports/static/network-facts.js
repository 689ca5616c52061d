"use strict";
// What is told of the network in words: what a node is, the panel beside the picture, the tip at a mark, the list of groups.
// Names and facts come from workbooks that nobody here wrote: they reach the page as textContent only.
const LISTED = 100; // groups without a place in the picture that are named beside it

const networkFacts = ({ model, shared, system, words, now }) => {
  const say = words.network;
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, key) => String(values[key] ?? whole));
  const number = value => value.toLocaleString(document.documentElement.lang);
  const prefix = id => id.slice(0, id.indexOf(":"));
  const kindOf = id => (id === shared.top ? "system" : { in: "assembly" }[prefix(id)] ?? prefix(id));
  const element = (tag, text, className) => {
    const made = document.createElement(tag);
    if (text !== undefined) made.textContent = text;
    if (className) made.className = className;
    return made;
  };
  function action(text, name, value) {
    const button = element("button", text);
    button.type = "button"; button.dataset[name] = value;
    return button;
  }

  // Of what is far down the list the page has only name and grade; a mark that stands for several tells of the worst.
  function about(id) {
    const inner = id.slice(id.indexOf(":") + 1), plain = { grade: 0, sub: "", mark: "", facts: [], chains: {} };
    if (prefix(id) === "more") return more(id, inner, plain);
    if (prefix(id) === "rest") return { ...plain, label: fill(say.rest, { count: number(now().rests.get(id)?.length ?? 0) }), kind: "rest", word: say.rest_word, sub: say[inner] };
    if (prefix(id) === "in") return { ...about(inner), kind: "assembly", facts: [], sub: "" };
    if (system.info[id]) return system.info[id];
    const at = model.number(id);
    if (at === undefined) return { ...plain, label: inner, kind: prefix(id), word: "" };
    const grade = model.grade(at);
    return { ...plain, label: shared.components.labels[at], kind: "component", word: words.kinds.component, grade, sub: inner, mark: words.marks[grade], facts: [["", [say.facts_elsewhere]]] };
  }
  // How many it hides, and how many of the worst: what a closed group keeps back must not be a riddle.
  function more(id, head, plain) {
    const inside = now().members.get(id) ?? [], beyond = now().blocks.find(each => each.head === head)?.beyond;
    const by = model.byGrade(inside), grade = by.findLastIndex(Boolean), count = number(inside.length);
    const worst = by[grade] === inside.length ? circles(words.marks[grade]) : `(${number(by[grade])} ${circles(words.marks[grade])})`;
    const all = fill(say.more, { count }) + (grade > 0 ? " " + worst : "");
    const label = beyond ? fill(say.more_groups, { more: all, groups: number(beyond.length) }) : all;
    const told = by.map((many, at) => (many ? `${number(many)} ${words.marks[at]}` : "")).reverse().filter(Boolean).join(" · ");
    const facts = [["", [told]], [say.worst, [...inside].sort((a, b) => a - b).slice(0, 8).map(each => shared.components.labels[each])]];
    return { ...plain, label, kind: "more", word: say.more_word, grade, sub: beyond ? "" : about(head).label, mark: words.marks[grade], facts };
  }
  const circles = mark => mark.slice(mark.lastIndexOf(" ") + 1);

  function tip(id) {
    const { label, word, sub, mark, facts } = about(id), group = prefix(id) === "more";
    return {
      title: group && sub ? sub + " " + label : label,
      lines: [[word, group ? "" : sub, mark].filter(Boolean).join(" · "), ...facts.flatMap(([, lines]) => lines.slice(0, group ? 5 : 3)).slice(0, 5), group || prefix(id) === "rest" ? say.open_hint : say.follow],
    };
  }

  function tell(panel, node, names, block) {
    const { facts, word, sub, mark, label } = about(node), place = panel.querySelector("[data-facts]");
    const list = element("dl");
    for (const [title, lines] of facts) list.append(...(title ? [element("dt", title)] : []), ...lines.map(line => element("dd", line)));
    const parts = [element("p", [word, sub, mark].filter(Boolean).join(" · "), "soft"), element("h3", label), list];
    if (names.length > 1) {
      const steps = element("ol", undefined, "chain");
      for (const name of names) {
        const item = element("li");
        item.append(name === node ? element("strong", about(name).label) : action(about(name).label, "node", name));
        steps.append(item);
      }
      parts.push(element("h3", words.chain), steps);
    }
    const acts = element("p", undefined, "acts");
    if (block?.hidden.length) acts.append(action(say.open, "open", node));
    if (block?.shown.length) acts.append(action(say.close, "shut", node));
    acts.append(action(words.clear, "act", "clear"));
    place.replaceChildren(...parts, acts);
    place.hidden = false;
    panel.querySelector("[data-start]").hidden = true;
    panel.scrollTop = 0;
  }

  // Every group, those that have a place first: the way into them without a pointer.
  function list(place, { blocks }) {
    const drawn = blocks.filter(block => block.kept.length), beyond = blocks.flatMap(block => block.beyond ?? []);
    const lines = [...drawn, ...beyond.slice(0, LISTED)].map(({ head, kept, shown }, at) => {
      const here = at < drawn.length ? shown.length : 0, wholly = here === kept.length;
      const item = element("li"), button = action(undefined, "toggle", head);
      button.setAttribute("aria-expanded", String(wholly));
      button.append(element("span", about(head).label), element("span", wholly ? number(kept.length) : `${number(here)} / ${number(kept.length)}`, "soft"));
      item.append(button);
      return item;
    });
    if (beyond.length > LISTED) lines.push(element("li", fill(say.more_listed, { count: number(beyond.length - LISTED) }), "soft"));
    place.replaceChildren(...lines);
  }

  // Everything that is not drawn is said.
  function counted(scene, nodes, without) {
    const parts = [fill(say.counted, { nodes: number(nodes) })], kept = scene.blocks.reduce((sum, block) => sum + block.shown.length + block.hidden.length, 0);
    if (scene.hidden) parts.push(fill(scene.closed === 1 ? say.in_group : say.in_groups, { hidden: number(scene.hidden), groups: number(scene.closed) }));
    for (const [rest, names] of scene.rests) parts.push(fill(say.rest_counted, { count: number(names.length), kind: say[rest.slice("rest:".length)].toLocaleLowerCase() }));
    if (kept < model.count) parts.push(fill(say.left_out, { count: number(model.count - kept) }));
    if (!scene.hidden && kept === model.count) parts.push(say.all_drawn);
    if (without.size) parts.push(fill(say.kinds_left_out, { kinds: [...without].map(kind => say[kind].toLocaleLowerCase()).join(", ") }));
    return parts.join(" · ");
  }
  return { about, kindOf, prefix, number, fill, tip, tell, list, counted };
};
