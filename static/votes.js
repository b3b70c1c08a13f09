// «Nhất trí cả» fills the counts in the window itself, so that it also works while the server does not answer: the row
// is kept and sent like any other. Without this file the server fills them.
(function () {
  "use strict";

  document.addEventListener("click", function (event) {
    const button = event.target.closest("button[value='unanimous']");
    if (!button) return;
    const fields = button.form.elements;
    fields.votes_for.value = button.querySelector(".voters-now").textContent.trim();
    fields.votes_against.value = fields.votes_other.value = "0";
    fields.votes_for.dispatchEvent(new Event("input", { bubbles: true }));
  });
})();
