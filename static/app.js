// Conveniences only: every page works without this file.
(function () {
  "use strict";

  // "/" puts the cursor into the search box, Escape closes an open drop-down.
  document.addEventListener("keydown", function (event) {
    const typing = event.target.closest("input, textarea, select, [contenteditable]");
    if (event.key === "/" && !typing && !event.ctrlKey && !event.altKey && !event.metaKey) {
      const search = document.querySelector("[data-search]");
      if (search && search.offsetParent !== null) {
        event.preventDefault();
        search.focus();
        search.select();
      }
    }
    if (event.key === "Escape") {
      const open = event.target.closest("details.drop[open], details.menu[open]");
      if (open) {
        open.open = false;
        open.querySelector("summary").focus();
      }
    }
  });

  document.addEventListener("click", function (event) {
    const close = event.target.closest("[data-close]");
    if (close) close.parentElement.remove();
    if (event.target.closest("[data-print]")) window.print();
    document.querySelectorAll("details.drop[open]").forEach(function (drop) {
      if (!drop.contains(event.target)) drop.open = false;
    });
  });

  // One box picks every row of the page.
  document.addEventListener("change", function (event) {
    if (!event.target.matches("[data-pick-all]")) return;
    document.querySelectorAll("input[form='chon'][name='rows']").forEach(function (box) {
      box.checked = event.target.checked;
    });
  });

  // Meeting pages kept for a reload without a line (keeping.js) belong to who is signed in, and to nobody after that.
  if (window.caches && "account" in document.body.dataset) {
    const own = "partyunit-pages-" + document.body.dataset.account;
    caches.keys().then(function (names) {
      names.filter(function (name) { return name.startsWith("partyunit-pages-") && name !== own; }).forEach(function (name) { caches.delete(name); });
    }).catch(function () {});
  }

  // A form is sent once, however often the button is pressed.
  document.addEventListener("submit", function (event) {
    const form = event.target;
    if (form.method !== "post" || form.dataset.sent) {
      if (form.dataset.sent) event.preventDefault();
      return;
    }
    if (event.defaultPrevented || form.hasAttribute("hx-post")) return;
    form.dataset.sent = "yes";
    window.setTimeout(function () { delete form.dataset.sent; }, 5000);
  });

  // Buttons that only work with this file show themselves.
  document.querySelectorAll("[data-close][hidden], [data-print][hidden], [data-pick-all][hidden]").forEach(function (button) {
    button.hidden = false;
  });

  // The first field with a mistake gets the cursor.
  const wrong = document.querySelector("main [aria-invalid='true']");
  if (wrong) wrong.focus();
})();
