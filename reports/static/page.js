"use strict";
// The page itself: two languages, its views, several systems, and addresses that lead to any of them.
//
// Other scripts say what they do with a page: `depmap.mount(page => …)` is called once for each language, when it is
// first shown, with { root, language, words, systems }; `depmap.arrive((page, place) => …)` whenever an address is followed, with
// { system, view, anchor, subject, layer }. An address is #ANCHOR or #ANCHOR=SUBJECT, such as #s1-map=country:CN.
const depmap = (() => {
  const mounts = [], arrivals = [];
  const pages = new Map();
  let packed, shown;

  const unpack = async text => {
    const bytes = Uint8Array.from(atob(text), each => each.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
    return JSON.parse(await new Response(stream).text());
  };

  // --- addresses ----------------------------------------------------------------------------------------------------
  const address = (anchor, subject) => "#" + anchor + (subject ? "=" + encodeURIComponent(subject) : "");
  function read(hash) {
    const [anchor, subject = ""] = hash.slice(1).split(/=(.*)/s, 2);
    try { return { anchor, subject: decodeURIComponent(subject) }; } catch { return { anchor, subject: "" }; }
  }
  const go = (anchor, subject, layer) => {
    history.pushState(null, "", address(anchor, subject));
    follow(layer);
  };
  // The address of what is chosen now, for whoever copies it: nothing moves. A view that does not show has none.
  const note = (anchor, subject) => {
    if (shown.root.querySelector(`.system.current > .view.current #${CSS.escape(anchor)}`)) history.replaceState(null, "", address(anchor, subject));
  };

  function follow(layer, moves = true) {
    const { root } = shown;
    const asked = read(location.hash);
    if (asked.anchor === "content") return;
    const target = asked.anchor ? root.querySelector("#" + CSS.escape(asked.anchor)) : null;
    const before = root.querySelector("[data-system-part].current");
    const system = target?.closest("[data-system-part]") ?? before;
    const view = target?.closest("[data-view]")?.dataset.view ?? "overview";
    for (const part of root.querySelectorAll("[data-system-part]")) part.classList.toggle("current", part === system);
    for (const part of root.querySelectorAll("[data-view]")) part.classList.toggle("current", part.dataset.view === view);
    for (const button of root.querySelectorAll("[data-system]")) {
      button.setAttribute("aria-pressed", String(button.dataset.system === system.id));
    }
    for (const link of system.querySelectorAll(".contents a")) {
      const leads = root.querySelector(link.getAttribute("href"))?.closest("[data-view]")?.dataset.view === view;
      if (leads) { link.setAttribute("aria-current", "page"); link.scrollIntoView({ block: "nearest", inline: "nearest" }); } else link.removeAttribute("aria-current");
    }
    const place = { system: system.id, view, anchor: target?.id ?? system.id + "-overview", subject: target ? asked.subject : "", layer };
    for (const arrived of arrivals) arrived(shown, place);
    if (target) arriveAt(target, system, view);
    if (moves) rest(target?.closest("section") ?? system);
  }
  // Whoever uses the keyboard or listens goes along to what now shows.
  function rest(part) {
    const heading = [...part.querySelectorAll("section > h2")].find(each => each.checkVisibility());
    if (!heading) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }
  // The first part of a view shows from its beginning, any other part at the upper edge.
  function arriveAt(target, system, view) {
    const first = system.querySelector(`[data-view="${view}"] section`);
    const nav = system.querySelector(".contents");
    if (target === first || target === system) {
      const top = system.getBoundingClientRect().top + scrollY;
      const down = scrollY > top || nav.getBoundingClientRect().top > innerHeight / 2;
      scrollTo({ top: down ? top : 0, behavior: "instant" });
    } else target.scrollIntoView({ behavior: "instant", block: "start" });
  }

  // --- one country ----------------------------------------------------------------------------------------------------
  // What does not depend on it steps back everywhere: rows that say on which countries they depend, the world, the network.
  const limits = new Map(); // the country of each system, in whatever language
  function only(anchor, country) {
    const system = shown.root.querySelector("#" + CSS.escape(anchor));
    const name = country ? shown.systems.find(each => each.anchor === anchor).world.countries.find(each => each.node === country)?.name : "";
    const told = system.querySelector("[data-only]"), words = name ? shown.words.world_only.replace("{name}", name) : "";
    system.dataset.limit = name ? country : "";
    told.hidden = !name;
    told.querySelector("span").textContent = words;
    limits.set(anchor, system.dataset.limit);
    for (const row of system.querySelectorAll("[data-countries]")) row.classList.toggle("off", Boolean(name) && !row.dataset.countries.split(" ").includes(country));
    for (const box of system.querySelectorAll(".scroll:has([data-countries])")) leave(box, name);
    for (const view of system.querySelectorAll(".view:has([data-countries])")) view.dataset.told = words; // for paper
    system.dispatchEvent(new CustomEvent("depmap-only", { detail: system.dataset.limit }));
    if (!document.activeElement.checkVisibility() || document.activeElement === document.body) rest(system);
  }
  // A table of which nothing is left says so.
  function leave(box, name) {
    const none = Boolean(name) && !box.querySelector("[data-countries]:not(.off)");
    let words = box.nextElementSibling;
    if (!words?.matches(".nothing-left")) {
      if (!none) { box.hidden = false; return; }
      words = Object.assign(document.createElement("p"), { className: "soft nothing-left" });
      box.after(words);
    }
    box.hidden = none;
    words.hidden = !none;
    words.textContent = none ? `${box.querySelector("caption").textContent.trim()} – ${shown.words.world_nothing_left.replace("{name}", name)}` : "";
  }

  // --- languages ----------------------------------------------------------------------------------------------------
  function show(language) {
    const page = pages.get(language) ?? make(language);
    if (shown) shown.root.replaceWith(page.root);
    shown = page;
    document.documentElement.lang = language;
    document.title = packed.languages[language].title;
    if (!page.mounted) {
      page.mounted = true;
      for (const mount of mounts) mount(page);
    }
    follow(undefined, false);
    for (const [anchor, country] of limits) only(anchor, country);
  }
  function make(language, root) {
    const { words, systems, body } = packed.languages[language];
    const found = root ?? document.adoptNode(new DOMParser().parseFromString(body, "text/html").body.firstElementChild);
    const page = { root: found, language, words, systems, mounted: false };
    found.addEventListener("click", event => {
      const button = event.target.closest("[data-language], [data-system], [data-show], [data-everything]");
      if (!button) return;
      if ("everything" in button.dataset) only(button.closest("[data-system-part]").id, "");
      const { language: wanted, system, show: node, layer } = button.dataset;
      if (wanted && wanted !== language) { show(wanted); shown.root.querySelector(`[data-language="${wanted}"]`).focus(); }
      if (system) { // the same view of another system
        const view = found.querySelector(".system.current > .view.current").dataset.view;
        go(found.querySelector(`#${system} > [data-view="${view}"] section`)?.id ?? system + "-overview");
      }
      if (node) go(button.closest("[data-system-part]").id + "-map", node, layer ?? "");
    });
    pages.set(language, page);
    return page;
  }

  document.addEventListener("DOMContentLoaded", async () => {
    const root = document.querySelector(".page");
    packed = await unpack(document.getElementById("depmap-packed").textContent);
    if (packed.languages[root.lang].body) shown = { root }; // it holds the overview alone
    else make(root.lang, root);
    show(root.lang);
    addEventListener("hashchange", () => follow());
    document.documentElement.classList.add("ready");
  });

  // A file for the reader, made here; nothing is asked of anybody.
  function save(name, text, type) {
    const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(new Blob([text], { type })), download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }

  return { get shared() { return packed.shared; }, save, mount: each => mounts.push(each), arrive: each => arrivals.push(each), go, note, only };
})();
