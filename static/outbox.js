// What was typed and is not on the server yet, in the browser's own database: it outlives the tab, the
// browser and the power. Kept by account and meeting; another account never reads it. Each window
// keeps its rows under its own mark, so that two windows on one row never overwrite each other.

import { openDB } from "./vendor/idb.js";
import { newUid } from "./rows.js";

const DATABASE = "partyunit", STORE = "rows", ANSWERS_WITHIN = 400;

function openDatabase(onEnd) {
  return openDB(DATABASE, 1, {
    upgrade(database) {
      database.createObjectStore(STORE, { keyPath: ["account", "meeting", "window", "uid"] });
    },
    terminated: onEnd,
  });
}

export class Outbox {
  // The rows of one account, in one meeting or (without one) in all; null where the browser has no database for us.
  static async open({ account, meeting, onTrouble = () => {}, onChange = () => {}, onEmptied = () => {} }) {
    const outbox = new Outbox({ account, meeting, onTrouble, onChange, onEmptied });
    try {
      await outbox.connect();
      await outbox.all();
    } catch (_error) {
      return null;
    }
    return outbox;
  }

  constructor({ account, meeting, onTrouble, onChange, onEmptied }) {
    this.owner = { account, meeting };
    this.window = newUid();
    this.onTrouble = onTrouble;
    this.onEmptied = onEmptied;
    this.changes = []; // not written yet: {key, row or null}
    this.isWriting = false;
    this.listen(onChange);
  }

  async connect() {
    this.database = this.database || await openDatabase(() => {
      this.database = null; // the browser took it away, and what was in it
      this.onEmptied();
    });
    return this.database;
  }

  // -- the rows of this window ------------------------------------------------------------------

  keep(row) {
    this.change(row.uid, { ...row, ...this.owner, window: this.window });
  }

  drop(uid) {
    this.change(uid, null);
  }

  dropLeft({ account, meeting, window, uid }) {
    this.changeKey([account, meeting, window, uid], null);
  }

  change(uid, row) {
    this.changeKey([this.owner.account, this.owner.meeting, this.window, uid], row);
  }

  changeKey(key, row) {
    this.changes = this.changes.filter((change) => String(change.key) !== String(key));
    this.changes.push({ key, row });
    this.write();
  }

  // One write after the other: the first letter at once, the rest as fast as the disk takes them.
  async write() {
    if (this.isWriting) return;
    this.isWriting = true;
    while (this.changes.length) {
      const changes = this.changes;
      this.changes = [];
      try {
        await this.store(changes);
        this.onTrouble(null);
      } catch (error) {
        const newer = new Set(this.changes.map((change) => String(change.key)));
        this.changes = [...changes.filter((change) => !newer.has(String(change.key))), ...this.changes];
        this.onTrouble(error);
        break; // tried again with the next letter
      }
    }
    this.isWriting = false;
  }

  // `strict`: on the disk before it counts as kept.
  async store(changes) {
    const database = await this.connect();
    const act = database.transaction(STORE, "readwrite", { durability: "strict" });
    const asked = changes.map(({ key, row }) => (row ? act.store.put(row) : act.store.delete(key)));
    await Promise.all([...asked, act.done]);
    if (changes.some(({ key, row }) => !row && key[2] !== this.window)) this.say("changed");
  }

  // -- the rows other windows left --------------------------------------------------------------

  async all() {
    const owner = [this.owner.account, this.owner.meeting].filter(Boolean);
    const database = await this.connect();
    return database.getAll(STORE, IDBKeyRange.bound(owner, [...owner, []]));
  }

  // What windows kept that are no longer open, in the order it was typed.
  async left() {
    const open = await this.openWindows();
    const rows = await this.all();
    return rows.filter((row) => !open.has(row.window))
      .sort((one, other) => one.begunAt - other.begunAt || one.order - other.order);
  }

  // -- between the windows ------------------------------------------------------------------------

  listen(onChange) {
    this.open = new Set([this.window]);
    if (!window.BroadcastChannel) return;
    this.channel = new BroadcastChannel(DATABASE);
    this.channel.onmessage = ({ data }) => {
      if (data.said === "who" && !this.isClosing) this.say("here");
      if (data.said === "here") this.open.add(data.window);
      if (data.said === "gone") this.open.delete(data.window);
      if (data.said !== "who" && data.said !== "here") onChange();
    };
    window.addEventListener("pagehide", () => {
      this.isClosing = true;
      this.say("gone");
    });
    window.addEventListener("pageshow", () => {
      this.isClosing = false;
      this.say("here");
    });
  }

  say(said) {
    if (this.channel) this.channel.postMessage({ said, window: this.window });
  }

  async openWindows() {
    this.open = new Set([this.window]);
    this.say("who");
    await new Promise((resolve) => window.setTimeout(resolve, this.channel ? ANSWERS_WITHIN : 0));
    return this.open;
  }
}
