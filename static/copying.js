// The button beside a text copies it. The clipboard's own interface exists only over HTTPS or on
// the machine itself; on plain http in a LAN the old command does it.
(function () {
  "use strict";

  document.querySelectorAll("[data-copy]").forEach(function (button) {
    const text = document.getElementById(button.dataset.copy);
    button.hidden = false;
    button.addEventListener("click", function () {
      if (window.isSecureContext && navigator.clipboard) {
        navigator.clipboard.writeText(text.value).then(tell, mark);
      } else {
        mark();
      }
    });

    // Marked, so that Ctrl+C does it where even the old command is refused.
    function mark() {
      text.focus();
      text.select();
      if (document.execCommand("copy")) tell();
    }

    function tell() {
      button.parentElement.querySelector("[data-copied]").hidden = false;
    }
  });
})();
