// The rows typed on the page of a meeting, as forms: what stands in one, putting it back, the empty next one.

const MARKS = ["csrfmiddlewaretoken", "uid", "version", "new"];
const BUTTONS = ["submit", "button", "reset", "image", "file"];

export function isRow(form) {
  return form instanceof HTMLFormElement && form.hasAttribute("hx-post") && Boolean(form.elements.uid);
}

export function uidOf(form) {
  return form.elements.uid.value;
}

export function formOf(uid) {
  return document.getElementById("form-" + uid);
}

// The point an opinion is on; `elements.item` is a method.
function itemOf(form) {
  const item = form.elements.namedItem("item");
  return item ? item.value : "";
}

// The element a row is drawn in.
export function placeOf(form) {
  return form.closest("[id^='row-']");
}

export function kindOf(form) {
  return form.getAttribute("hx-post").replace(/\/$/, "").split("/").pop();
}

// A mark made here, as the server's are (version 4); `crypto.randomUUID` needs https.
export function newUid() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

// -- what stands in a row -------------------------------------------------------------------------

// What was typed or chosen, as pairs of name and value.
export function fieldsOf(form) {
  return Array.from(new FormData(form)).filter(([name, value]) => !MARKS.includes(name) && typeof value === "string");
}

function controlsOf(form) {
  return Array.from(form.elements)
    .filter(({ name, type }) => name && !BUTTONS.includes(type) && !MARKS.includes(name));
}

// What tells apart rows of one kind that have a place of their own: the part of the minutes, the point.
export function keysOf(form) {
  return JSON.stringify(controlsOf(form).filter(({ type }) => type === "hidden").map(({ name, value }) => [name, value]));
}

// Opens every fold the row stands in.
export function unfold(form) {
  for (let folded = form.closest("details"); folded; folded = folded.parentElement.closest("details")) folded.open = true;
}

export function firstField(form) {
  unfold(form);
  return form.querySelector("input:not([type=hidden]), select, textarea");
}

export function fill(form, fields) {
  controlsOf(form).forEach(function (control) {
    const values = fields.filter(([name]) => name === control.name).map(([, value]) => value);
    if (control.type === "radio" || control.type === "checkbox") control.checked = values.includes(control.value);
    else if (control.multiple) {
      Array.from(control.options).forEach((option) => { option.selected = values.includes(option.value); });
    } else if (values.length) control.value = values[0];
  });
  unfold(form);
  form.querySelectorAll("details").forEach((folded) => { folded.open = true; });
}

// As the server stores it (partyunit.text.normalise): text that differs only in this is the same.
function normal(fields) {
  const plain = (text) => text.normalize("NFC").replace(/\r\n?/g, "\n").split("\n")
    .map((line) => line.split(/\s+/).filter(Boolean).join(" ")).join("\n").trim();
  return JSON.stringify(fields.map(([name, value]) => [name, plain(value)]).filter(([, value]) => value).sort());
}

export function isSame(fields, others) {
  return normal(fields) === normal(others);
}

// -- in words, to be shown when the row itself is not there ---------------------------------------

function text(element) {
  return element ? element.textContent.replace(/\s+/g, " ").trim() : "";
}

export function wordsOf(form) {
  return controlsOf(form).filter(({ type }) => type !== "hidden").map(function (control) {
    const label = text(control.labels && control.labels[0]);
    if (control.type === "checkbox") return control.checked ? [label, "✓"] : null;
    if (control.type === "radio") {
      return control.checked ? [text(control.closest("fieldset").querySelector("legend")), label] : null;
    }
    if (control.options) return control.value ? [label, Array.from(control.selectedOptions, text).join(", ")] : null;
    return control.value ? [label, control.value] : null;
  }).filter(Boolean);
}

// The part of the page a row stands in, and the row's own name.
export function nameOf(form) {
  const place = placeOf(form);
  if (!place) return "";
  const part = text(form.closest("section") && form.closest("section").querySelector("h2"));
  return [part, text(place.querySelector("h3, summary b, summary, label"))].filter(Boolean).join(" – ");
}

// -- the empty row, and a place for what was kept --------------------------------------------------

const blanks = new Map(); // kind, and kind and point -> {html, uid} of its empty row as the server drew it

function blankForms(root) {
  return Array.from(root.querySelectorAll("form[hx-post]")).filter((form) => isRow(form) && form.elements.new);
}

// Remembers the empty rows before anything is typed into them; those in a <template> stand for none yet on the page.
export function learn(root) {
  const roots = [root, ...Array.from(root.querySelectorAll("template[data-blank]"), (template) => template.content)];
  roots.flatMap(blankForms).forEach(function (form) {
    const blank = { html: placeOf(form).outerHTML, uid: uidOf(form) };
    [kindOf(form), kindOf(form) + itemOf(form)].filter((key) => !blanks.has(key)).forEach((key) => blanks.set(key, blank));
  });
}

// Rows typed in since the server drew them.
export function typedBefore() {
  function isTyped({ type, options, checked, defaultChecked, value, defaultValue }) {
    if (type === "checkbox" || type === "radio") return checked !== defaultChecked;
    if (!options) return value !== defaultValue;
    const drawn = Array.from(options).findIndex(({ defaultSelected }) => defaultSelected);
    return !options[Math.max(drawn, 0)].selected;
  }
  return Array.from(document.querySelectorAll("form[hx-post]"))
    .filter((form) => isRow(form) && controlsOf(form).some(isTyped));
}

// A page kept by the browser is opened more than once: each time its empty rows are others.
export function renewBlanks() {
  const typed = typedBefore();
  blankForms(document).filter((form) => !typed.includes(form))
    .forEach((form) => put(draw(kindOf(form), { item: itemOf(form) }), (place) => placeOf(form).replaceWith(place)));
}

// An empty row of that kind with a mark of its own; `item` is the point an opinion is on.
function draw(kind, { uid = newUid(), item = "" } = {}) {
  const { html, uid: drawn } = blanks.get(kind + item) || blanks.get(kind);
  const template = document.createElement("template");
  template.innerHTML = html.split(drawn).join(uid);
  const place = template.content.firstElementChild;
  const on = place.querySelector("[name='item']");
  if (on) on.value = item;
  if (!blanks.has(kind + item)) place.querySelectorAll("select").forEach((select) => { select.selectedIndex = 0; });
  place.querySelectorAll("[data-cursor]").forEach((field) => field.removeAttribute("data-cursor"));
  return place;
}

// The empty row, never stored and empty again: there is nothing in it to lose.
export function isBlank(form) {
  const kind = kindOf(form);
  if (!form.elements.new || form.elements.version.value !== "0" || !blanks.has(kind)) return false;
  return isSame(fieldsOf(form), fieldsOf(draw(kind, { item: itemOf(form) }).querySelector("form[hx-post]")));
}

function put(place, how) {
  how(place);
  window.htmx.process(place);
  return place.querySelector("form[hx-post]");
}

// The row goes on by itself, and the empty one for the next comes after it, without the server.
function setAside(form, notStored) {
  const kind = kindOf(form), item = itemOf(form);
  form.elements.new.remove();
  form.dataset.made = "yes";
  giveName(form, notStored);
  const next = put(draw(kind, { item }), (place) => placeOf(form).after(place));
  if (kind === "agenda") takeOpinions(form);
  return next;
}

// The same, if this row is whole; else to what it lacks.
export function goOnWithout(form, notStored) {
  if (!form.elements.new) return;
  const wrong = form.querySelector(":invalid");
  if (wrong) wrong.focus();
  else firstField(setAside(form, notStored)).focus();
}

// A row made without the server is drawn by it once nobody is in it.
export function isDrawnAnew(form) {
  return Boolean(form.dataset.made) && !placeOf(form).contains(document.activeElement);
}

// It looks like one of the rows above it: its words for a heading, folded.
function giveName(form, notStored) {
  const place = placeOf(form), heading = place.querySelector("h3, summary"), folded = form.closest("details");
  if (!heading) return;
  heading.textContent = wordsOf(form).slice(0, 2).map(([, words]) => words).join(" – ") + " ";
  heading.append(Object.assign(document.createElement("small"), { textContent: notStored, className: "late not-stored" }));
  if (!folded) return;
  folded.open = false;
  folded.removeAttribute("data-place"); // keys.js looks for the empty one
}

// It is stored now: nothing beside it says otherwise.
export function tidy(form) {
  placeOf(form).querySelectorAll(".not-stored").forEach((told) => told.remove());
  form.querySelectorAll("[id$='_error']").forEach((told) => told.remove());
  form.querySelectorAll("[aria-invalid]").forEach((field) => field.removeAttribute("aria-invalid"));
  form.querySelectorAll(".wrong").forEach((entry) => entry.classList.remove("wrong"));
}

// The word on the roll, while the server cannot say it.
export function showMark(form) {
  const word = document.getElementById("state-" + uidOf(form)), chosen = form.querySelector("[type=radio]:checked");
  if (!word || !chosen) return;
  word.textContent = text(chosen.labels[0]);
  word.classList.toggle("except", chosen.value !== "present");
}

// A point made here takes opinions and a vote before the server has drawn it.
function takeOpinions(form) {
  if (placeOf(form).querySelector("ul.opinions")) return;
  [["opinion", "opinions"], ["vote", "votes"]].filter(([kind]) => blanks.has(kind)).forEach(([kind, className]) => {
    const list = Object.assign(document.createElement("ul"), { className });
    form.before(list);
    const subject = put(draw(kind, { item: uidOf(form) }), (place) => list.append(place)).elements.namedItem("subject");
    if (subject) subject.value = form.elements.namedItem("title").value;
  });
}

// The form for a row that was kept: its own, that of its part, else an empty one made into it; null when it has none.
export function findPlace(row, isFree) {
  const own = formOf(row.uid);
  if (own) return own;
  const ofKind = Array.from(document.querySelectorAll("form[hx-post]"))
    .filter((form) => isRow(form) && kindOf(form) === row.kind);
  const sameKeys = ofKind.filter((form) => keysOf(form) === row.keys);
  if (!blanks.has(row.kind)) return row.keys === "[]" ? null : sameKeys[0] || null;
  const blank = sameKeys.find((form) => form.elements.new && isFree(form));
  if (!blank) return null;
  const form = put(draw(row.kind, { uid: row.uid, item: itemOf(blank) }), (place) => placeOf(blank).before(place));
  form.elements.new.remove();
  form.dataset.made = "yes";
  if (row.kind === "agenda") takeOpinions(form);
  return form;
}
