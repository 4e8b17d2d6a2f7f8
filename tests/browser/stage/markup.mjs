/** The forms of a page as a browser without scripts would send them. */

const entities = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0" };

function decoded(text) {
  return text.replace(/&(#x[0-9a-f]+|#\d+|\w+);/gi, (whole, name) => {
    if (name.startsWith("#x")) return String.fromCodePoint(parseInt(name.slice(2), 16));
    if (name.startsWith("#")) return String.fromCodePoint(Number(name.slice(1)));
    return entities[name] ?? whole;
  });
}

function attributes(text) {
  const found = {};
  for (const [, name, value] of text.matchAll(/([\w:-]+)(?:="([^"]*)")?/g)) found[name] = decoded(value ?? "");
  return found;
}

/** The words between the tags, with single spaces. */
export function textOf(markup) {
  const bare = markup.replace(/<(style|script|template)\b[\s\S]*?<\/\1>/g, " ").replace(/<[^>]*>/g, " ");
  return decoded(bare).replace(/\s+/g, " ").trim();
}

function optionsOf(inner) {
  return [...inner.matchAll(/<option\b([^>]*)>([\s\S]*?)<\/option>/g)].map(([, tag, text]) => {
    const given = attributes(tag);
    return { value: given.value ?? textOf(text), isSelected: "selected" in given };
  });
}

function control(name, tag, inner) {
  const given = attributes(tag);
  if (name === "textarea") return { ...given, kind: name, value: decoded(inner.replace(/^\r?\n/, "")) };
  if (name === "select") {
    const options = optionsOf(inner);
    const chosen = options.find((option) => option.isSelected) ?? options[0];
    return { ...given, kind: name, options, value: chosen?.value ?? "" };
  }
  if (name === "button") return { ...given, kind: given.type ?? "submit", label: textOf(inner) };
  return { ...given, kind: given.type ?? "text", value: given.value ?? (given.type ? "on" : "") };
}

function controlsOf(markup) {
  const pattern = /<input\b([^>]*)>|<(textarea|select|button)\b([^>]*)>([\s\S]*?)<\/\2>/g;
  return [...markup.matchAll(pattern)]
    .map(([, input, name, tag, inner]) => (name ? control(name, tag, inner) : control("input", input)))
    .filter((one) => !("disabled" in one));
}

export class Form {
  constructor(tag, markup) {
    const given = attributes(tag);
    this.action = given.action;
    this.method = (given.method ?? "get").toLowerCase();
    this.isMultipart = given.enctype === "multipart/form-data";
    this.controls = controlsOf(markup);
    this.text = textOf(markup);
  }

  named(name) {
    return this.controls.filter((one) => one.name === name);
  }

  has(name) {
    return this.named(name).length > 0;
  }

  button(label) {
    return this.controls.find((one) => one.kind === "submit" && one.label === label);
  }

  /** What is sent: the page's own values, with those given in their place. */
  fields(changes = {}, button = undefined) {
    const sent = [];
    for (const one of this.controls) {
      if (!one.name || ["submit", "file"].includes(one.kind) || one.name in changes) continue;
      if (["checkbox", "radio"].includes(one.kind) && !("checked" in one)) continue;
      sent.push([one.name, one.value]);
    }
    for (const [name, value] of Object.entries(changes))
      for (const each of [value].flat()) if (each !== undefined) sent.push([name, each]);
    if (button?.name) sent.push([button.name, button.value ?? ""]);
    return sent;
  }
}

export function formsOf(markup) {
  return [...markup.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].map(([, tag, inner]) => new Form(tag, inner));
}

export function linksOf(markup) {
  return [...markup.matchAll(/<a\b([^>]*)>([\s\S]*?)<\/a>/g)].map(([, tag, inner]) => ({
    href: attributes(tag).href,
    text: textOf(inner),
  }));
}
