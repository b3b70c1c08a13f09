// The save bar tells at each moment where the words are: on the server, being typed, or on this machine only.

import { inWords } from "./moment.js";

const LOUD = ["line", "silent", "signed-out", "refused", "conflict"];

export class SaveBar {
  constructor(element) {
    this.element = element;
    this.isKept = false;  // whether this browser keeps what is typed
    this.needsLine = false; // something was asked for that only the server can do
    element.querySelector("[data-with-script]").hidden = false;
  }

  toggle(id, isShown) {
    this.element.querySelector("#" + id).hidden = !isShown;
  }

  // `rows`: those not on the server, each with why; `gone`: why none gets there now.
  show(rows, gone) {
    const whys = rows.map(({ why }) => why);
    const loud = this.needsLine ? "line" : LOUD.find((why) => why === gone || whys.includes(why));
    const isHalf = whys.includes("half"), count = whys.filter((why) => why !== "typing").length;
    this.toggle("unsaved", Boolean(loud));
    this.element.querySelectorAll("[data-why]").forEach((told) => { told.hidden = told.dataset.why !== loud; });
    this.toggle("half", !loud && isHalf);
    this.toggle("typing", !loud && !isHalf && whys.length > 0);
    this.toggle("saved", !loud && !whys.length);
    this.leadTo(rows.find(({ why }) => ["refused", "conflict", "half"].includes(why)));
    this.element.querySelectorAll("[data-kept]").forEach((told) => {
      told.hidden = (told.dataset.kept === "yes") !== this.isKept;
    });
    this.element.querySelectorAll("[data-count]").forEach((told) => {
      told.hidden = !count;
      told.firstElementChild.textContent = count;
    });
  }

  // To the row that waits for the writer, not for the line.
  leadTo(row) {
    const link = this.element.querySelector("[data-to-row]");
    link.hidden = !row;
    if (row) link.href = "#row-" + row.uid;
  }

  // The browser keeps nothing (any more): said for as long as it is so.
  setKept(isKept) {
    this.isKept = isKept;
    this.toggle("unkept", !isKept);
  }

  // The page was drawn then and kept here; the server did not answer when it was opened.
  setOld(at) {
    const old = this.element.querySelector("#old");
    old.querySelector("b").textContent = inWords("{time}", at);
    old.hidden = false;
  }

  // What is asked before a page is left with rows that are not on the server.
  get question() {
    return this.isKept ? this.element.dataset.leaveKept : this.element.dataset.leave;
  }
}
