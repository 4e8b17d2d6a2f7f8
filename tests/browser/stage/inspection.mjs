import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { HtmlValidate } from "html-validate";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const validator = new HtmlValidate({
  extends: ["html-validate:recommended"],
  rules: {
    "doctype-style": ["error", { style: "lowercase" }],
    // What the recommendation asks beyond the standard and the product does otherwise on purpose.
    "form-dup-name": "off", // the buttons of one form share a name: the value says which was pressed
    "long-title": "off",
    "no-implicit-button-type": "off", // every button of a form sends it
    "no-implicit-input-type": "off",
    "no-raw-characters": "off",
    "no-trailing-whitespace": "off",
    "require-sri": "off",
    "prefer-native-element": "off",
    "tel-non-breaking": "off",
    "valid-id": ["error", { relaxed: true }], // "3.2a" is the id of a measure, and so of its row
  },
});

/** What the HTML standard says against a page. */
export async function markupFaults(markup) {
  const report = await validator.validateString(markup);
  return report.results.flatMap((result) =>
    result.messages.map((one) => `html ${one.ruleId} ${one.line}:${one.column} ${one.message}`),
  );
}

/** What WCAG 2.2 AA and axe's best practices say against the page as it is shown. */
export async function accessibilityFaults(page) {
  await page.evaluate(axe);
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  const violations = await page.evaluate(
    async (values) => (await globalThis.axe.run({ runOnly: { type: "tag", values } })).violations,
    tags,
  );
  return violations.map((one) => `axe ${one.id}: ${one.help}; ${one.nodes.slice(0, 2).map((node) => node.html.slice(0, 160))}`);
}

/** Dates are dd/mm/yyyy, nothing the program meant to replace is left over, numbers are typed as text. */
export async function wordingFaults(page) {
  const found = await page.evaluate(() => {
    const values = [...document.querySelectorAll("input:not([type=hidden]), textarea")].map((one) => one.value);
    return {
      text: document.body.innerText + "\n" + values.join("\n"),
      language: document.documentElement.lang,
      numbers: document.querySelectorAll("input[type=number]").length,
    };
  });
  const faults = [];
  if (found.numbers > 0) faults.push("input[type=number]");
  const forbid = (pattern, what) => {
    const match = pattern.exec(found.text);
    if (match) faults.push(`${what}: …${found.text.slice(Math.max(0, match.index - 30), match.index + 50)}…`.replace(/\s+/g, " "));
  };
  forbid(/undefined|\bNaN\b|\bnull\b|\[object/, "left over");
  forbid(/\{\{|\}\}|[{][a-z_]+[}]/, "placeholder");
  forbid(/(^|\s)[a-z][a-z_]+\.[a-z][a-z_]+(\.[a-z_]+)*(\s|$)/m, "message key");
  if (found.language === "vi") {
    forbid(/(^|[^\d/-])\d{4}-\d{2}-\d{2}/, "date");
    forbid(/(^|[^\d/.,])(\d\/\d{1,2}|\d\d\/[12])\/\d{4}/, "date"); // official Vietnamese writes 02/7/2025
    forbid(/\d\.\d+\s?%/, "decimal point");
  }
  return faults;
}

/** How far the page is wider than its window. */
export async function overflow(page) {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
