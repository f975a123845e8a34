// Elements by role and accessible name, as assistive technology would find them. Arguments: root or null, role, name or null.
const [root, role, wanted] = arguments;

const SELECTORS = {
  alert: "[role=alert]",
  article: "article",
  banner: "header",
  button: "button, summary, input[type=button], input[type=submit], input[type=reset]",
  cell: "td",
  checkbox: "input[type=checkbox]",
  columnheader: "th",
  complementary: "aside",
  combobox: "select:not([multiple]):not([size])",
  dialog: "dialog[open]",
  form: "form[aria-label], form[aria-labelledby]",
  group: "fieldset, details",
  heading: "h1, h2, h3, h4, h5, h6",
  img: "img[alt]:not([alt=''])",
  link: "a[href]",
  list: "ul, ol, menu",
  listbox: "select[multiple], select[size]",
  listitem: "li",
  main: "main",
  navigation: "nav",
  option: "option",
  progressbar: "progress",
  radio: "input[type=radio]",
  region: "section[aria-label], section[aria-labelledby]",
  row: "tr",
  search: "search",
  searchbox: "input[type=search]",
  spinbutton: "input[type=number]",
  status: "output",
  table: "table",
  textbox:
    "input:not([type]), input[type=text], input[type=email], input[type=tel], input[type=url], textarea, [contenteditable=true]",
};

const FROM_CONTENT = new Set([
  "button", "cell", "checkbox", "columnheader", "gridcell", "heading", "link", "listitem", "menuitem", "menuitemcheckbox",
  "menuitemradio", "option", "radio", "row", "rowheader", "switch", "tab", "tooltip", "treeitem",
]);

const clean = (text) => (text ?? "").replace(/\s+/g, " ").trim();

function content(node) {
  if (node.nodeType === Node.TEXT_NODE) return node.data;
  if (node.nodeType !== Node.ELEMENT_NODE || node.getAttribute("aria-hidden") === "true" || node.hidden) return "";
  if (node.hasAttribute("aria-label")) return ` ${node.getAttribute("aria-label")} `;
  if (node.tagName === "IMG") return ` ${node.alt} `;
  if (node.tagName === "svg") return node.querySelector("title")?.textContent ?? "";
  const { display } = getComputedStyle(node);
  if (display === "none") return "";
  const inline = display.startsWith("inline");
  const inner = [...node.childNodes].map(content).join("");
  return inline ? inner : ` ${inner} `;
}

function nameOf(element) {
  const ids = element.getAttribute("aria-labelledby")?.split(/\s+/) ?? [];
  const labelling = ids.map((id) => document.getElementById(id)).filter(Boolean);
  if (labelling.length) return clean(labelling.map(content).join(" "));
  if (element.getAttribute("aria-label")) return clean(element.getAttribute("aria-label"));
  if (element.labels?.length) return clean([...element.labels].map(content).join(" "));
  if (element.matches("input[type=submit], input[type=button]")) return clean(element.value);
  if (element.alt) return clean(element.alt);
  const caption = { FIELDSET: "legend", TABLE: "caption", DETAILS: "summary" }[element.tagName];
  const captioned = caption && element.querySelector(`:scope > ${caption}`);
  if (captioned) return clean(content(captioned));
  if (FROM_CONTENT.has(role) && clean(content(element))) return clean(content(element));
  return clean(element.title || element.placeholder);
}

function reachable(element) {
  const shown = element.checkVisibility({ visibilityProperty: true }) || element.tagName === "OPTION";
  return shown && !element.closest("[inert], [aria-hidden=true]");
}

const implicit = SELECTORS[role];
const found = [...(root ?? document).querySelectorAll(`[role~="${role}"]${implicit ? `, ${implicit}` : ""}`)]
  .filter((element) => (element.getAttribute("role") ?? role).split(/\s+/)[0] === role)
  .filter(reachable)
  .map((element) => [element, nameOf(element)]);
const matching = found.filter(([, name]) => wanted === null || name === wanted);
return [matching.map(([element]) => element), found.map(([, name]) => name)];
