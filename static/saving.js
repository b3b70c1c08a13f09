// Logging a meeting: nothing typed is lost, and nothing is called saved that is not. The rows save
// themselves (htmx); what is not on the server yet is kept in the browser's own database from the first
// letter (outbox.js), told in the save bar (savebar.js), sent in order when the line is back, and offered
// when the page is opened again (kept.js). Without this file the buttons of the rows save them.

import { beginKeeping, keepAgain } from "./keeping.js";
import { offerKept } from "./kept.js";
import { answers, hasEvent, isDead, whyNot } from "./line.js";
import { Outbox } from "./outbox.js";
import { SaveBar } from "./savebar.js";
import { wordsToSend } from "./unanswered.js";
import * as rowForms from "./rows.js";

const { isRow, uidOf, formOf, fieldsOf, firstField, goOnWithout, isDrawnAnew } = rowForms;
const RETRY = 10000, SLOW = 20000;
const FAILED = ["silent", "signed-out", "waiting"]; // tried again by themselves

const element = document.getElementById("savebar");
const bar = new SaveBar(element);
const { account, meeting, health } = element.dataset;
const heading = document.querySelector("h1").textContent.trim();
const begunAt = Date.now();
const rows = new Map();     // uid -> a row that is not on the server: what stands in it, and why
const sent = new Map();     // uid -> the words last sent of it
const tried = new Set();    // uids of this round of sending what was kept
let outbox = null;
let order = 0;
let underWay = 0;
let gone = null;            // why the server takes nothing now: "silent", "signed-out"
let pushed = null;          // the uid being sent by this file, not by the writer
let button = "";            // what was pressed for it
let leave = null;           // what to do once everything is stored
let isLeaving = false;
let isAsking = false;       // whether the server is there
window.htmx.config.timeout = SLOW;

const text = (fields) => JSON.stringify(fields);

function show() {
  bar.show(Array.from(rows.values()), gone);
  document.querySelectorAll("form.unsaved").forEach((form) => {
    if (!rows.has(uidOf(form))) form.classList.remove("unsaved");
  });
  rows.forEach(({ why }, uid) => {
    const form = formOf(uid);
    if (form) form.classList.toggle("unsaved", why !== "typing");
  });
}

// -- which rows are not on the server ---------------------------------------------------------------

// What stands in the row now, kept on this machine before anything is sent.
function note(form, why, more = {}) {
  const uid = uidOf(form);
  if (rowForms.isBlank(form)) return forget(uid);
  const row = rows.get(uid) || { uid, order: order++, begunAt, heading, kind: rowForms.kindOf(form) };
  const fields = fieldsOf(form);
  if (!row.fields || text(row.fields) !== text(fields)) row.typedAt = Date.now();
  Object.assign(row, { fields, why: why || row.why || "typing", keys: rowForms.keysOf(form) });
  const version = form.elements.version.value, words = rowForms.wordsOf(form), name = rowForms.nameOf(form);
  Object.assign(row, { version, words, name, ...more });
  rows.set(uid, row);
  if (outbox) outbox.keep(row);
  show();
}

// Nothing stands in it and nobody typed: a button was pressed there, and there is nothing to lose.
function isUntouched(form) {
  return !rows.has(uidOf(form)) && !rowForms.wordsOf(form).length;
}

function forget(uid) {
  rows.delete(uid);
  if (outbox) outbox.drop(uid);
  show();
}

document.addEventListener("input", ({ target }) => {
  if (isRow(target.form)) note(target.form, null, { asked: "" });
});

// -- sending ----------------------------------------------------------------------------------------

// An opinion waits for the point it is on; nothing is sent into a line known to be dead.
function mustWait(row) {
  const item = new Map(row.fields).get("item");
  if (item && rows.has(item) && rows.get(item).version === "0") return "waiting";
  return gone && row.uid !== pushed ? gone : null;
}

document.addEventListener("htmx:confirm", (event) => {
  const form = event.detail.elt, asked = event.detail.triggeringEvent;
  if (!isRow(form)) return;
  const isAsked = asked && asked.submitter && asked.submitter.name === "save";
  const row = rows.get(uidOf(form)) || { uid: uidOf(form), fields: fieldsOf(form) };
  const why = mustWait(row);
  if (!why) return;
  event.preventDefault();
  if (isAsked && asked.submitter.value === "1") goOnWithout(form, element.dataset.notStored);
  if (!isUntouched(form)) note(form, why, isAsked ? { asked: asked.submitter.value } : {});
  rowForms.showMark(form);
  if (isAsked) retry();
});

// The token and the account of another window's sign-in: the one counts, the other must be this page's.
document.addEventListener("htmx:configRequest", ({ detail }) => {
  const cookie = document.cookie.match(/(?:^|; )csrftoken=([^;]+)/);
  if (cookie) {
    detail.headers["X-CSRFToken"] = cookie[1];
    if (detail.parameters.csrfmiddlewaretoken) detail.parameters.csrfmiddlewaretoken = cookie[1];
  }
  if (!isRow(detail.elt)) return;
  const uid = uidOf(detail.elt);
  detail.headers["X-Account"] = account;
  if (pushed === uid) askFor(detail);
  sent.set(uid, wordsToSend(rows.get(uid), detail));
});

// What the writer pressed while the line was dead; a row made here is drawn by the server.
function askFor({ elt, parameters }) {
  const row = rows.get(uidOf(elt));
  if (isDrawnAnew(elt) || button) parameters.save = button || "1";
  if (row && row.asked && row.asked !== "1") parameters.save = row.asked;
}

document.addEventListener("htmx:beforeRequest", ({ detail }) => {
  const form = detail.requestConfig.elt;
  if (!isRow(form)) return;
  underWay += 1;
  const uid = uidOf(form), isAsked = Boolean(detail.requestConfig.parameters.save);
  if (rows.has(uid)) note(form, null, { unanswered: sent.get(uid) });
  // Not `htmx:afterRequest`: nobody hears that of a row swapped away meanwhile.
  detail.xhr.addEventListener("loadend", () => {
    underWay -= 1;
    hear(formOf(uid) || form, uid, detail.xhr, isAsked);
    goOnWith(uid);
    window.setTimeout(settle, 0);
    pump();
  });
});

function isTypedOn(uid) {
  return rows.has(uid) && text(sent.get(uid)) !== text(rows.get(uid).fields);
}

document.addEventListener("htmx:beforeOnLoad", ({ detail: { elt, xhr } }) => {
  const row = isRow(elt) && rows.get(uidOf(elt));
  if (row && !isDead(xhr)) row.unanswered = null;
});

// What was typed since those words were sent that are answered only now.
function goOnWith(uid) {
  const row = rows.get(uid), form = formOf(uid);
  if (!row || !row.next) return;
  button = row.next === "change" ? "" : row.next;
  row.next = "";
  if (form && !row.unanswered) push(form);
  button = "";
}

function hear(form, uid, xhr, isAsked) {
  const { status } = xhr;
  gone = isDead(xhr) ? "silent" : status === 401 ? "signed-out" : null;
  if (!gone) bar.needsLine = false;
  if (gone && isAsked) goOnWithout(form, element.dataset.notStored);
  if (hasEvent(xhr, "saved")) stored(uid);
  else if (!gone && status >= 400 && status < 500) refuse(form);
  else if (!isUntouched(form)) note(form, gone || whyNot(xhr));
  if (hasEvent(xhr, "stale")) leaveForThatDay();
  show();
}

function stored(uid) {
  tried.clear(); // opinions waited for it
  keepAgain();
  if (formOf(uid)) rowForms.tidy(formOf(uid));
  if (!isTypedOn(uid)) forget(uid);
  else if (formOf(uid)) note(formOf(uid), "typing");
  followRows();
}

// A token that is too old: any page of the program brings a new one.
function refuse(form) {
  const row = rows.get(uidOf(form)), isFirst = !row || row.why !== "refused";
  note(form, "refused");
  if (!isFirst) return;
  fetch(window.location.href, { credentials: "same-origin" })
    .then(() => push(form), () => { note(form, "silent"); });
}

// -- what was kept, in order ------------------------------------------------------------------------

function push(form) {
  pushed = uidOf(form);
  window.htmx.trigger(form, form.dataset.made ? "submit" : "change");
  pushed = null;
}

// One after the other, the first typed first; what fails waits for the next round.
function pump() {
  if (underWay || gone === "silent") return;
  const waits = (row) => FAILED.includes(row.why) && !tried.has(row.uid) && formOf(row.uid);
  const row = Array.from(rows.values()).sort((one, other) => one.order - other.order)
    .find((one) => waits(one) && mustWait(one) !== "waiting");
  if (!row || (gone && tried.size)) return;
  tried.add(row.uid);
  push(formOf(row.uid));
}

async function retry() {
  const hasFailed = Array.from(rows.values()).some(({ why }) => FAILED.includes(why));
  if (underWay || isAsking || !(gone || hasFailed)) return;
  isAsking = true;
  const isThere = await answers(health);
  isAsking = false;
  if (isThere && gone === "silent") gone = null;
  if (isThere) bar.needsLine = false;
  else gone = gone || "silent";
  show();
  if (!isThere) return;
  tried.clear();
  pump();
}

async function isServerThere() {
  if (await answers(health)) return true;
  gone = gone || "silent";
  show();
  return false;
}

window.setInterval(retry, RETRY);
["focus", "online"].forEach((name) => window.addEventListener(name, retry));
window.addEventListener("offline", isServerThere);

// A row made here that nobody is in any more is drawn by the server.
document.addEventListener("focusout", ({ target }) => {
  const form = target.form;
  if (!isRow(form) || !form.dataset.made) return;
  window.setTimeout(() => {
    if (form.isConnected && !rows.has(uidOf(form)) && !gone && isDrawnAnew(form)) push(form);
  }, 0);
});

// -- leaving the page -------------------------------------------------------------------------------

function saveAll() {
  tried.clear();
  rows.forEach(({ why, uid }) => {
    if (formOf(uid) && why !== "conflict" && why !== "waiting") window.htmx.trigger(formOf(uid), "change");
  });
}

async function leaveWhenStored(how) {
  leave = how;
  if (gone) await retry();
  saveAll();
  window.setTimeout(settle, 0);
}

async function settle() {
  if (!leave || underWay) return;
  const how = leave;
  leave = null;
  bar.needsLine = !await isServerThere();
  if (bar.needsLine) return show();
  if (rows.size && !window.confirm(bar.question)) {
    const form = formOf(rows.keys().next().value);
    return form && firstField(form).focus();
  }
  isLeaving = true;
  window.setTimeout(() => { isLeaving = false; }, 1000); // it may be a file, and the page stays
  how();
}

// The day was corrected: the people of another day are on another page, once all is stored.
function leaveForThatDay() {
  leaveWhenStored(() => window.location.reload());
}

document.addEventListener("submit", (event) => {
  const form = event.target, button = event.submitter;
  if (isLeaving || isRow(form) || (form.method !== "post" && !rows.size && !gone)) return;
  event.preventDefault();
  leaveWhenStored(() => form.requestSubmit(button));
}, true);

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href]");
  const isPlain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button);
  if (!link || !isPlain || link.target || link.hasAttribute("download")) return;
  if (link.pathname === window.location.pathname && link.hash) return;
  if (!rows.size && !gone) return;
  event.preventDefault();
  leaveWhenStored(() => { window.location.href = link.href; });
});

window.addEventListener("beforeunload", (event) => {
  if (rows.size && !isLeaving) event.preventDefault();
});

// -- a row drawn anew -------------------------------------------------------------------------------

let returnTo = "";          // the row drawn anew
let isInRow = false;        // whether the writer was still in it

document.addEventListener("htmx:beforeSwap", (event) => {
  const { requestConfig, xhr, target } = event.detail, form = requestConfig.elt;
  if (!isRow(form) || !xhr.getResponseHeader("HX-Reswap")) return;
  const isPushed = requestConfig.parameters.save && form.dataset.made && target.contains(document.activeElement);
  if (isTypedOn(uidOf(form)) || isPushed) {
    // Typed on while the answer was on its way: the words stay, only the version read moves on.
    event.detail.shouldSwap = false;
    const answer = new DOMParser().parseFromString(xhr.responseText, "text/html");
    const drawn = answer.getElementById(form.id);
    if (drawn) form.elements.version.value = drawn.elements.version.value;
    return;
  }
  const place = target.closest("[id^='row-']");
  returnTo = place ? place.id : "";
  isInRow = document.activeElement === document.body || target.contains(document.activeElement);
});

// Words in rows that stood inside the one drawn anew go back into them.
function followRows() {
  rows.forEach((row) => { if (!formOf(row.uid)) putBack(row); });
}

// The row on the page again; null when it has no place there any more, or other words stand in its place.
function putBack(row) {
  const form = rowForms.findPlace(row, (blank) => !rows.has(uidOf(blank)));
  const isTaken = form && rows.has(uidOf(form)) && uidOf(form) !== row.uid;
  if (!form || isTaken) return null;
  rowForms.fill(form, row.fields);
  form.elements.version.value = row.version;
  return form;
}

// Typed into the new row before htmx had taken it up; then the cursor, for `autofocus` would come before that.
document.addEventListener("htmx:afterSettle", ({ target }) => {
  rowForms.learn(document);
  rows.forEach(({ why, uid }) => {
    const form = formOf(uid);
    if (why === "typing" && form && target.contains(form)) window.htmx.trigger(form, "change");
  });
  const isHere = document.activeElement === document.body || target.contains(document.activeElement);
  const first = target.querySelector("[data-cursor]") || (isHere && target.querySelector("[aria-invalid='true']"));
  if (first) {
    first.removeAttribute("data-cursor");
    if (isInRow) first.focus(); // else the writer has gone on elsewhere
  }
  const place = returnTo && document.getElementById(returnTo);
  returnTo = "";
  if (!place || document.activeElement !== document.body) return;
  place.tabIndex = -1;
  place.focus({ preventScroll: true });
});

// -- what was kept before -----------------------------------------------------------------------------

// Back on the page and sent; false while other words stand in its place.
function restore(left) {
  if (rows.has(left.uid)) return false;
  const form = putBack(left);
  if (!form) return false;
  const uid = uidOf(form);
  const { kind, fields, typedAt, unanswered } = left;
  rows.set(uid, { uid, order: order++, begunAt, heading, kind, fields, typedAt, unanswered });
  note(form, "typing");
  outbox.dropLeft(left); // after it is kept as this window's
  window.htmx.trigger(form, "change");
  return true;
}

function isStored(left) {
  const form = formOf(left.uid);
  return Boolean(form) && !rows.has(left.uid) && rowForms.isSame(fieldsOf(form), left.fields);
}

async function begin() {
  rowForms.learn(document);
  if (document.body.dataset.keptAt) rowForms.renewBlanks();
  rowForms.typedBefore().forEach((form) => note(form, "waiting")); // before this file was here
  const keepAll = () => rows.forEach((row) => { if (outbox) outbox.keep(row); });
  const onTrouble = (error) => bar.setKept(!error);
  outbox = await Outbox.open({ account, meeting, onTrouble, onChange: () => offer(), onEmptied: keepAll });
  bar.setKept(Boolean(outbox));
  keepAll(); // typed while it was opened
  const offer = outbox ? offerKept({ outbox, restore, isStored }) : () => {};
  offer();
  if (document.body.dataset.keptAt) {
    bar.setOld(Number(document.body.dataset.keptAt));
    isServerThere();
  }
  show();
  pump();
  beginKeeping(element.dataset.worker, element.dataset.scope);
}

begin();
