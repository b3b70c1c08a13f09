// What was typed in this browser and never reached the server, offered when the page is opened again:
// each row with its time and words, to be put back or thrown away, never merged or dropped by itself.
// On the page to read it stands to be copied; the lists of meetings show what is left in any meeting.

import { inWords } from "./moment.js";
import { Outbox } from "./outbox.js";

const LOOK_AGAIN = 10000; // a window that was killed does not say that it is gone

function drawn(box, left) {
  const item = box.querySelector("template").content.firstElementChild.cloneNode(true);
  const link = item.querySelector("[data-of]");
  if (link) link.href = box.dataset.meetingUrl.replace("/0/", `/${left.meeting}/`);
  if (link) link.textContent = left.heading;
  item.querySelector("[data-name]").textContent = left.name;
  item.querySelector("[data-time]").textContent = inWords(box.dataset.typedAt, left.typedAt);
  const facts = item.querySelector("dl");
  left.words.forEach(([label, words]) => {
    facts.append(Object.assign(document.createElement("dt"), { textContent: label }));
    facts.append(Object.assign(document.createElement("dd"), { textContent: words, className: "typed" }));
  });
  return item;
}

// Gives the function that draws the offers; it is called again when another window took or left some, and now and then.
export function offerKept({ outbox, restore, isStored }) {
  const box = document.getElementById("kept");
  const list = box.querySelector("[data-rows]");
  let offered = []; // {left, item}

  function showBox() {
    box.hidden = !offered.length;
    box.querySelector("[data-all]").hidden = offered.length < 2;
  }

  function settle({ left, item }) {
    offered = offered.filter((one) => one.left !== left);
    item.remove();
    showBox();
  }

  function putBack(one) {
    if (restore(one.left)) settle(one);
    else one.item.querySelector("[data-no-place]").hidden = false;
  }

  function throwAway(ones) {
    if (!window.confirm(box.dataset.sure)) return;
    ones.forEach((one) => {
      outbox.dropLeft(one.left);
      settle(one);
    });
  }

  async function offer() {
    const rows = await outbox.left();
    rows.filter(isStored).forEach((left) => outbox.dropLeft(left));
    const others = rows.filter((left) => !isStored(left));
    box.setAttribute("aria-busy", "false"); // looked
    const marks = (lefts) => lefts.map(({ window, uid, typedAt }) => [window, uid, typedAt]).join();
    if (marks(others) === marks(offered.map(({ left }) => left))) return; // nothing moves under who reads them
    offered = others.map((left) => ({ left, item: drawn(box, left) }));
    list.replaceChildren(...offered.map(({ item }) => item));
    showBox();
  }

  list.addEventListener("click", ({ target }) => {
    const one = offered.find(({ item }) => item.contains(target));
    if (target.closest("[data-put-back]")) putBack(one);
    if (target.closest("[data-throw-away]")) throwAway([one]);
  });
  box.querySelectorAll("[data-put-all-back]").forEach((button) => {
    button.addEventListener("click", () => [...offered].forEach(putBack));
  });
  window.setInterval(offer, LOOK_AGAIN);
  box.querySelector("[data-throw-all-away]").addEventListener("click", () => throwAway([...offered]));
  return offer;
}

// The page to read, and those without a meeting of their own: nothing can be put back.
async function showKept(box) {
  const { account, meeting } = box.dataset;
  const outbox = await Outbox.open({ account, meeting });
  if (outbox) offerKept({ outbox, restore: () => false, isStored: () => false })();
}

const box = document.getElementById("kept");
if (box && !document.getElementById("savebar")) showKept(box);
