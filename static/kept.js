// What was typed in this browser and never reached the server, offered when the page is opened again:
// each row with its time and words, to be put back or thrown away, never merged or dropped by itself.
// On the page to read it stands to be copied.

import { Outbox } from "./outbox.js";

const two = (number) => String(number).padStart(2, "0");

function dated(pattern, milliseconds) {
  const at = new Date(milliseconds);
  return pattern
    .replace("{time}", `${two(at.getHours())}:${two(at.getMinutes())}`)
    .replace("{day}", `${two(at.getDate())}/${two(at.getMonth() + 1)}/${at.getFullYear()}`);
}

function drawn(box, left) {
  const item = box.querySelector("template").content.firstElementChild.cloneNode(true);
  item.querySelector("[data-name]").textContent = left.name;
  item.querySelector("[data-time]").textContent = dated(box.dataset.typedAt, left.typedAt);
  const facts = item.querySelector("dl");
  left.words.forEach(([label, words]) => {
    facts.append(Object.assign(document.createElement("dt"), { textContent: label }));
    facts.append(Object.assign(document.createElement("dd"), { textContent: words, className: "typed" }));
  });
  return item;
}

// Gives the function that draws the offers; it is called again when another window took or left some.
export function offerKept({ outbox, restore, isStored }) {
  const box = document.getElementById("kept");
  const list = box.querySelector("[data-rows]");
  let offered = []; // {left, item}

  function settle({ left, item }) {
    offered = offered.filter((one) => one.left !== left);
    item.remove();
    box.hidden = !offered.length;
  }

  function putBack(one) {
    if (restore(one.left)) settle(one);
    else one.item.querySelector("[data-no-place]").hidden = false;
  }

  function throwAway(ones) {
    if (!window.confirm(box.dataset.throwAway)) return;
    ones.forEach((one) => {
      outbox.dropLeft(one.left);
      settle(one);
    });
  }

  async function offer() {
    const rows = await outbox.left();
    rows.filter(isStored).forEach((left) => outbox.dropLeft(left));
    offered = rows.filter((left) => !isStored(left)).map((left) => ({ left, item: drawn(box, left) }));
    list.replaceChildren(...offered.map(({ item }) => item));
    box.hidden = !offered.length;
  }

  list.addEventListener("click", ({ target }) => {
    const one = offered.find(({ item }) => item.contains(target));
    if (target.closest("[data-put-back]")) putBack(one);
    if (target.closest("[data-throw-away]")) throwAway([one]);
  });
  box.querySelectorAll("[data-put-all-back]").forEach((button) => {
    button.addEventListener("click", () => [...offered].forEach(putBack));
  });
  box.querySelector("[data-throw-all-away]").addEventListener("click", () => throwAway([...offered]));
  return offer;
}

// The page to read: nothing can be put back.
async function showKept(box) {
  const { account, meeting } = box.dataset;
  const outbox = await Outbox.open({ account, meeting });
  if (outbox) offerKept({ outbox, restore: () => false, isStored: () => false })();
}

const box = document.getElementById("kept");
if (box && !document.getElementById("savebar")) showKept(box);
