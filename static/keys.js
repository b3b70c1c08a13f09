// Logging a meeting by keyboard. Alt + 1…5 goes to a step, Alt + Y to an opinion on the point one is in, Alt + B to a
// vote, Alt + V to a task, Alt + T to the next thing missing; Ctrl + Enter saves the row; on the roll a letter goes to
// the next given name that begins with it. Conveniences: everything is reached with Tab as well.
(function () {
  "use strict";

  document.getElementById("keys").hidden = false;
  const STEPS = { Digit1: "prepare", Digit2: "open", Digit3: "agenda", Digit4: "close", Digit5: "after" };
  const PLACES = {
    KeyY: function () { return opinionOf(document.activeElement.closest(".agenda > li")); },
    KeyB: function () { return last("[data-place='vote']"); },
    KeyV: function () { return last("[data-place='task']"); },
    KeyT: firstLack,
  };

  function last(selector) {
    const all = document.querySelectorAll(selector);
    return all[all.length - 1];
  }

  // The empty opinion of that point; without one, of the last point written.
  function opinionOf(item) {
    const own = item && item.querySelector("[data-place='opinion']");
    return own || last("[data-place='opinion']");
  }

  function firstLack() {
    const link = document.querySelector("#lacks a");
    const place = link && document.querySelector(link.getAttribute("href"));
    return place && (place.querySelector("form") ? place : place.closest("li"));
  }

  // What a closed fold hides has a place on the page in newer browsers.
  function isInSight(field) {
    return field.offsetParent !== null && field.type !== "hidden" && !field.closest("details:not([open])");
  }

  // The cursor goes to the first empty field there, else to the first of all.
  function goTo(place) {
    if (!place) return false;
    const fold = place.matches("details") ? place : place.closest("details");
    if (fold) fold.open = true;
    const start = place.querySelector("[data-start]") || place;
    const fields = Array.from(start.querySelectorAll("input, select, textarea, button")).filter(isInSight);
    const empty = fields.find(function (field) { return "value" in field && field.type !== "submit" && !field.value; });
    const target = start.matches("button") ? start : empty || fields[0];
    if (!target) return false;
    target.focus();
    target.scrollIntoView({ block: "center" });
    return true;
  }

  document.addEventListener("keydown", function (event) {
    if (event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      const step = STEPS[event.code] && document.getElementById(STEPS[event.code]);
      const place = step || (PLACES[event.code] && PLACES[event.code]());
      if (place && goTo(place)) event.preventDefault();
    }
    if (event.key === "Enter" && event.ctrlKey && event.target.form && event.target.form.matches(".row-entry")) {
      event.preventDefault();
      const form = event.target.form; // htmx sends the name of a button that was clicked
      (document.querySelector("[name='save'][form='" + form.id + "']") || form.querySelector("[name='save']")).click();
    }
  });

  // Back at the place an action led to, Tab goes on from there.
  const place = window.location.hash && document.getElementById(window.location.hash.slice(1));
  if (place && document.activeElement === document.body) {
    place.tabIndex = -1;
    place.focus({ preventScroll: true });
  }

  // -- the roll: given names by their first letter -----------------------------------------------

  function letterOf(text) {
    return text.toLowerCase().replace(/đ/g, "d").normalize("NFD").charAt(0);
  }

  function givenName(summary) {
    return summary.querySelector("b").textContent.trim().split(/\s+/).pop();
  }

  document.addEventListener("keydown", function (event) {
    const here = event.target.closest(".roll summary");
    if (!here || event.key.length !== 1 || event.key === " " || event.ctrlKey || event.altKey || event.metaKey) return;
    const names = Array.from(here.closest(".roll").querySelectorAll("summary"));
    const from = names.indexOf(here) + 1;
    const found = names.slice(from).concat(names.slice(0, from)).find(function (one) {
      return letterOf(givenName(one)) === letterOf(event.key);
    });
    if (found) { event.preventDefault(); found.focus(); }
  });

  // Opening a name puts the cursor into what is marked of it.
  document.addEventListener("toggle", function (event) {
    if (!event.target.matches(".roll details") || !event.target.open) return;
    const marked = event.target.querySelector("input:checked") || event.target.querySelector("input[type='radio']");
    if (marked) marked.focus();
  }, true);
})();
