// Logging a meeting: nothing typed is lost without a word. The rows save themselves (htmx); this
// file keeps which of them are not stored yet, says so in the save bar, tries again, and asks
// before a page is left. Without it the buttons of the rows save them.
(function () {
  "use strict";

  const bar = document.getElementById("savebar");
  if (!bar || !window.htmx) return;
  const RETRY = 10000, SLOW = 20000;
  const LOUD = ["silent", "signed-out", "refused", "conflict"];
  const unsaved = new Map(); // form of a row -> why it is not stored
  const typed = new Map();   // form -> how often it was typed in
  const sent = new Map();    // form -> the same when it was last sent
  let underWay = 0;
  let leave = null;          // what to do once everything is stored
  let returnTo = "";         // the row drawn anew
  htmx.config.timeout = SLOW;
  bar.querySelector("[data-with-script]").hidden = false;

  function isRow(form) {
    return form instanceof HTMLFormElement && form.hasAttribute("hx-post");
  }

  // A row drawn anew with what is wrong in it is the same row.
  function follow() {
    unsaved.forEach(function (why, form) {
      if (form.isConnected) return;
      unsaved.delete(form);
      const drawn = document.getElementById(form.id);
      if (drawn) unsaved.set(drawn, why);
    });
  }

  function show() {
    follow();
    const whys = new Set(unsaved.values());
    const loud = LOUD.find(function (why) { return whys.has(why); });
    toggle("unsaved", !!loud);
    bar.querySelectorAll("[data-why]").forEach(function (told) { told.hidden = told.dataset.why !== loud; });
    toggle("half", !loud && whys.has("half"));
    toggle("typing", !loud && !whys.has("half") && whys.has("typing"));
    toggle("saved", !whys.size);
    document.querySelectorAll("form.unsaved").forEach(function (form) {
      if (!unsaved.has(form)) form.classList.remove("unsaved");
    });
    unsaved.forEach(function (why, form) { form.classList.toggle("unsaved", why !== "typing"); });
  }

  function toggle(id, isShown) {
    document.getElementById(id).hidden = !isShown;
  }

  function mark(form, why) {
    unsaved.set(form, why);
    show();
  }

  function forget(form) {
    unsaved.delete(form);
    show();
  }

  function saveAll() {
    unsaved.forEach(function (why, form) {
      if (why !== "conflict") htmx.trigger(form, "change");
    });
  }

  document.addEventListener("input", function (event) {
    const form = event.target.form;
    if (!isRow(form)) return;
    typed.set(form, (typed.get(form) || 0) + 1);
    if (!unsaved.has(form)) mark(form, "typing");
  });

  // The token of another window's sign-in counts, not the one this page was drawn with.
  document.addEventListener("htmx:configRequest", function (event) {
    const cookie = document.cookie.match(/(?:^|; )csrftoken=([^;]+)/);
    if (!cookie) return;
    event.detail.headers["X-CSRFToken"] = cookie[1];
    if (event.detail.parameters.csrfmiddlewaretoken) event.detail.parameters.csrfmiddlewaretoken = cookie[1];
  });

  document.addEventListener("htmx:beforeRequest", function (event) {
    const form = event.detail.requestConfig.elt;
    if (!isRow(form)) return;
    underWay += 1;
    sent.set(form, typed.get(form) || 0);
  });

  document.addEventListener("saved", function (event) {
    const form = event.target;
    if (isRow(form) && sent.get(form) === (typed.get(form) || 0)) forget(form);
  });

  document.addEventListener("htmx:afterRequest", function (event) {
    const form = event.detail.requestConfig.elt; // the target when it was swapped away
    if (!isRow(form)) return;
    underWay -= 1;
    const status = event.detail.xhr.status;
    const isSaved = /saved/.test(event.detail.xhr.getResponseHeader("HX-Trigger") || "");
    if (status === 0 || status >= 500) mark(form, "silent");
    else if (status === 401) mark(form, "signed-out");
    else if (status >= 400) refuse(form);
    else if (isSaved) show();
    else if (status === 204) mark(form, "half");
    else mark(form, /name="over"/.test(event.detail.xhr.responseText) ? "conflict" : "half");
    show();
    window.setTimeout(settle, 0);
  });

  // A token that is too old: any page of the program brings a new one.
  function refuse(form) {
    const isFirst = unsaved.get(form) !== "refused";
    mark(form, "refused");
    if (isFirst) {
      fetch(window.location.href, { credentials: "same-origin" }).then(function () {
        htmx.trigger(form, "change");
      }, function () { mark(form, "silent"); });
    }
  }

  function retry() {
    const whys = Array.from(unsaved.values());
    if (!underWay && (whys.includes("silent") || whys.includes("signed-out"))) saveAll();
  }
  window.setInterval(retry, RETRY);
  window.addEventListener("focus", retry);
  window.addEventListener("online", retry);

  // -- leaving the page -----------------------------------------------------------------------

  function leaveWhenStored(event, how) {
    event.preventDefault();
    leave = how;
    saveAll();
    window.setTimeout(settle, 0);
  }

  function settle() {
    if (!leave || underWay) return;
    const how = leave;
    leave = null;
    if (unsaved.size && !window.confirm(bar.dataset.leave)) {
      unsaved.keys().next().value.querySelector("input:not([type=hidden]), select, textarea").focus();
      return;
    }
    unsaved.clear();
    how();
  }

  // The day was corrected: the people of another day are on another page, once all is stored.
  document.addEventListener("stale", function () {
    leave = function () { window.location.reload(); };
    saveAll();
  });

  document.addEventListener("submit", function (event) {
    const form = event.target, button = event.submitter;
    if (isRow(form) || !unsaved.size) return;
    leaveWhenStored(event, function () { form.requestSubmit(button); });
  }, true);

  document.addEventListener("click", function (event) {
    const link = event.target.closest("a[href]");
    const isPlain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button);
    if (!link || !unsaved.size || !isPlain || link.target) return;
    if (link.pathname === window.location.pathname && link.hash) return;
    leaveWhenStored(event, function () { window.location.href = link.href; });
  });

  window.addEventListener("beforeunload", function (event) {
    if (unsaved.size) event.preventDefault();
  });

  // -- a row drawn anew -------------------------------------------------------------------------

  // Typed on while the answer was on its way: the words stay, only the version read moves on.
  document.addEventListener("htmx:beforeSwap", function (event) {
    const form = event.detail.requestConfig.elt, xhr = event.detail.xhr;
    if (!isRow(form) || !xhr.getResponseHeader("HX-Reswap")) return;
    if (sent.get(form) === (typed.get(form) || 0)) return;
    event.detail.shouldSwap = false;
    const answer = new DOMParser().parseFromString(xhr.responseText, "text/html");
    const drawn = answer.getElementById(form.id);
    if (drawn) form.elements.version.value = drawn.elements.version.value;
  });

  // Typed into the new row before htmx had taken it up.
  document.addEventListener("htmx:afterSettle", function (event) {
    unsaved.forEach(function (why, form) {
      if (why === "typing" && event.target.contains(form)) htmx.trigger(form, "change");
    });
  });

  document.addEventListener("htmx:beforeSwap", function (event) {
    const isDrawn = event.detail.shouldSwap && event.detail.xhr.getResponseHeader("HX-Reswap");
    const row = isDrawn && event.detail.target && event.detail.target.closest("[id^='row-']");
    returnTo = row ? row.id : "";
  });

  // Into the next empty row; `autofocus` would come before htmx has taken the row up.
  document.addEventListener("htmx:afterSettle", function (event) {
    const first = event.target.querySelector("[data-cursor]");
    if (!first) return;
    first.removeAttribute("data-cursor");
    first.focus();
  });

  document.addEventListener("htmx:afterSettle", function () {
    const row = returnTo && document.getElementById(returnTo);
    returnTo = "";
    if (!row || document.activeElement !== document.body) return;
    row.tabIndex = -1;
    row.focus({ preventScroll: true });
  });
})();
