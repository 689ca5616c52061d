"use strict";
// What people say is lost, in words; a scenario as an address, and as the text that a policy file takes.
//
//   const speak = whatifWords(kernel, words, scenarios);   // words, scenarios: reports/page/whatif/words.py
//   const scenario = { lose: ["country:CN", "group:concern", "material:gallium@CN"], only: "EU" };   // or only: null
//
// speak.nodes(scenario)            the ids that fall away: what kernel.evaluate takes, and Python's Loss.nodes has
// speak.encode(scenario, layers)   a short text for an address, the same whatever the order; layers may be []
// speak.decode(text)               { lose, only, layers } of such a text; throws a Refusal
// speak.toToml(name, scenario)     a [[scenario]] for --policy, which Python reads as the same loss; throws a Refusal
// speak.title(scenario, language)  "China and Acme are lost", as the command line says it
// speak.label(id, language)        what people call a node, a group or a word about materials; language "nl" or "en"
// speak.choices(kind)              the words of one kind that may be lost here: "country", "supplier", "group", ...
// speak.scenarios                  the shipped ones: [{ id, name: [nl, en], lose, only }]
//
// A Refusal is an Error with .texts [nl, en], for people, and .nearest, the valid words that come closest.
const whatifWords = (() => {
  const IN_SYSTEM = ["supplier", "parent", "component", "assembly"];
  const LANGUAGES = ["nl", "en"];
  const CLOSE = 3; // words that are offered for one that is not there
  const FAR = 0.5; // the share of letters in which they may differ

  class Refusal extends Error {
    constructor([nl, en], nearest = []) {
      const close = nearest.join(", ");
      const texts = close ? [`${nl} Bedoelde u ${close}?`, `${en} Did you mean ${close}?`] : [nl, en];
      super(texts[1]);
      this.name = "Refusal";
      this.texts = texts;
      this.nearest = nearest;
    }
  }

  const cut = (text, sign) => {
    const at = text.indexOf(sign);
    return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + sign.length)];
  };

  const list = codes => (codes ? codes.split(" ") : []);

  // A name without case, accents and signs: what is compared when somebody slips.
  const fold = text => text.normalize("NFKD").toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

  // How many letters must change (Levenshtein); two that changed places count as one (Damerau, adjacent only).
  const distance = (a, b) => {
    let before = [], above = Array.from({ length: b.length + 1 }, (_, i) => i);
    for (let i = 1; i <= a.length; i++) {
      const row = [i];
      for (let j = 1; j <= b.length; j++) {
        row[j] = Math.min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
        if (j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
      }
      [before, above] = [above, row];
    }
    return above[b.length];
  };

  // A basic string of TOML 1.0. Half a surrogate pair, which no file can hold, becomes U+FFFD.
  const quoted = text => {
    const whole = text.replace(/\p{Surrogate}/gu, "\ufffd");
    const escape = c => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0").toUpperCase()}`;
    return `"${whole.replace(/["\\]/g, "\\$&").replace(/[\u0000-\u001f\u007f]/g, escape)}"`;
  };

  return (kernel, words, scenarios) => {
    const shipped = new Set(scenarios.flatMap(each => each.lose));
    const has = (table, key) => Object.hasOwn(table, key);

    // ["material", "gallium", "processing", "CN"]: a word about materials in its parts; null when it means none.
    const ofMaterials = word => {
      const [kind, rest] = cut(word, ":");
      if (!["material", "stage", "share"].includes(kind)) return null;
      const at = kind === "share" ? rest.lastIndexOf("/") : rest.indexOf("@");
      const [name, code] = at < 0 ? [rest, ""] : [rest.slice(0, at), rest.slice(at + 1)];
      const [material, step] = cut(name, "/");
      if (!has(words.materials, material) || (kind === "material") !== (step === "")) return null;
      const stages = words.materials[material].stages;
      if (step && !has(stages, step)) return null;
      const steps = (step ? [step] : Object.keys(stages)).filter(each => !code || list(stages[each]).includes(code));
      if (at >= 0 && (!code || !steps.length)) return null;
      return { kind, material, step, steps, code };
    };

    const isValid = word => {
      const [kind, name] = cut(word, ":");
      if (kind === "group") return has(words.groups, name);
      if (kind === "country") return has(words.countries, name);
      if (IN_SYSTEM.includes(kind)) return kernel.has(word) || shipped.has(word);
      return ofMaterials(word) !== null;
    };

    const choices = kind => {
      if (kind === "group") return Object.keys(words.groups).map(id => `group:${id}`);
      if (kind === "country") return Object.keys(words.countries).map(code => `country:${code}`);
      if (kind === "material") return Object.keys(words.materials).map(id => `material:${id}`);
      if (kind === "stage") {
        const of = id => Object.keys(words.materials[id].stages).map(step => `stage:${id}/${step}`);
        return Object.keys(words.materials).flatMap(of);
      }
      return IN_SYSTEM.includes(kind) ? kernel.ids(kind) : [];
    };
    const KINDS = ["group", "country", ...IN_SYSTEM, "material", "stage"];

    const label = (id, language) => {
      const which = LANGUAGES.indexOf(language);
      const [kind, name] = cut(id, ":");
      const about = ofMaterials(id);
      if (about) {
        const material = words.materials[about.material].name[which];
        const step = words.steps[about.step]?.[which] ?? about.step;
        const whole = step ? `${material} (${step})` : material;
        const from = about.kind === "share" ? [": aandeel van ", ": share of "] : [" uit ", " from "];
        return about.code ? whole + from[which] + words.countries[about.code][which] : whole;
      }
      if (kind === "country") return words.countries[name]?.[which] ?? name;
      if (kind === "group") return words.groups[name]?.name[which] ?? name;
      const own = kernel.label(id) ?? name;
      return Array.isArray(own) ? own[which] : own;
    };

    // The valid words whose name, code or label is most like this one.
    const nearest = word => {
      const [kind, name] = cut(word, ":");
      const wanted = fold(KINDS.includes(kind) ? name : word);
      const among = KINDS.includes(kind) ? [kind] : KINDS;
      const of = cut(name, "@")[1] && ofMaterials(cut(word, "@")[0]);
      if (of) {
        const codes = of.steps.flatMap(step => list(words.materials[of.material].stages[step]));
        return [...new Set(codes)].slice(0, CLOSE).map(code => `${cut(word, "@")[0]}@${code}`);
      }
      const score = id => {
        const forms = [...new Set([cut(id, ":")[1], ...LANGUAGES.map(language => label(id, language))])].map(fold);
        return Math.min(...forms.map(form => {
          const long = Math.max(wanted.length, form.length, 1), least = Math.abs(wanted.length - form.length);
          return least > long * FAR ? Infinity : distance(wanted, form) / long; // lengths alone put it too far
        }));
      };
      const scored = among.flatMap(choices).map(id => [score(id), id]);
      const close = scored.filter(([far]) => far <= FAR).sort(([a], [b]) => a - b);
      return close.slice(0, CLOSE).map(([, id]) => id);
    };

    const check = word => {
      if (isValid(word)) return;
      const lacking = IN_SYSTEM.includes(cut(word, ":")[0]);
      const told = lacking
        ? [`Dit systeem heeft geen ‘${word}’.`, `This system has no “${word}”.`]
        : [`‘${word}’ kan niet wegvallen.`, `“${word}” cannot be lost.`];
      throw new Refusal(told, nearest(word));
    };
    const checkGroup = id => {
      if (id === null || has(words.groups, id)) return;
      const close = nearest(`group:${id}`).map(word => cut(word, ":")[1]);
      throw new Refusal([`Er is geen landengroep ‘${id}’.`, `There is no country group “${id}”.`], close);
    };

    const meant = word => {
      const [kind, name] = cut(word, ":");
      if (kind === "group") return list(words.groups[name]?.members).map(code => `country:${code}`);
      const about = ofMaterials(word);
      if (!about?.code) return [word];
      return about.steps.map(step => `share:${about.material}/${step}/${about.code}`);
    };

    const nodes = ({ lose, only }) => {
      const found = new Set(lose.flatMap(meant));
      if (only !== null) {
        const inside = list(words.groups[only].members);
        for (const code of Object.keys(words.countries)) if (!inside.includes(code)) found.add(`country:${code}`);
      }
      return [...found].sort();
    };

    const encode = ({ lose, only }, layers = []) => {
      const found = new URLSearchParams();
      for (const word of [...new Set(lose)].sort()) found.append("lose", word);
      if (only !== null) found.append("only", only);
      for (const layer of Object.keys(words.layers)) if (layers.includes(layer)) found.append("layer", layer);
      return found.toString();
    };

    const decode = text => {
      const read = new URLSearchParams(text);
      const known = (given, allowed, nl, en) => {
        const wrong = given.find(each => !allowed.includes(each));
        if (wrong !== undefined) throw new Refusal([`${nl} ‘${wrong}’.`, `${en} “${wrong}”.`], allowed);
      };
      known([...read.keys()], ["lose", "only", "layer"], "Een scenario heeft geen", "A scenario has no");
      const lose = [...new Set(read.getAll("lose"))], layers = [...new Set(read.getAll("layer"))];
      lose.forEach(check);
      read.getAll("only").forEach(checkGroup);
      known(layers, Object.keys(words.layers), "Er is geen laag", "There is no layer");
      if (read.getAll("only").length > 1) throw new Refusal(["‘only’ staat er tweemaal.", "“only” is there twice."]);
      return { lose, only: read.get("only"), layers };
    };

    const title = ({ lose, only }, language) => {
      const lost = lose.map(word => label(word, language));
      const dutch = language === "nl";
      if (only !== null) {
        const group = label(`group:${only}`, language);
        lost.push(dutch ? `elk land buiten de groep ${group}` : `every country outside the group ${group}`);
      }
      const [one, many] = dutch ? ["valt weg", "vallen weg"] : ["is lost", "are lost"];
      return `${lost.join(" + ")} ${lost.length === 1 ? one : many}`;
    };

    const toToml = (name, scenario) => {
      const { lose, only } = scenario;
      if (!name.trim()) throw new Refusal(["Geef het scenario een naam.", "Give the scenario a name."]);
      if (!lose.length && only === null) throw new Refusal(["Er valt niets weg.", "Nothing is lost."]);
      lose.forEach(check);
      checkGroup(only);
      const written = word => {
        const text = kernel.written(word);
        if (text !== null) return text ?? quoted(word);
        throw new Refusal([`‘${word}’ past niet in een tekstbestand.`, `“${word}” cannot be written to a text file.`]);
      };
      const lines = ["[[scenario]]", `name = ${quoted(name.trim())}`];
      for (const language of LANGUAGES) lines.push(`${language} = ${quoted(title(scenario, language))}`);
      if (lose.length) lines.push(`lose = [${[...new Set(lose)].map(written).join(", ")}]`);
      if (only !== null) lines.push(`only = ${quoted(only)}`);
      return `${lines.join("\n")}\n`;
    };

    return Object.freeze({ nodes, encode, decode, toToml, title, label, choices, scenarios, Refusal });
  };
})();
