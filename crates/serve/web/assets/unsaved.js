// Asks before typed words are lost. Without it the pages work as well.
"use strict";
(() => {
  const unsaved = new Set();
  const saves = (form) => form && form.method === "post" && !form.matches(".languages, .person form");
  for (const field of document.querySelectorAll("form [aria-invalid]")) {
    if (saves(field.form)) unsaved.add(field.form);
  }
  const typed = (event) => {
    if (saves(event.target.form)) unsaved.add(event.target.form);
  };
  document.addEventListener("input", typed);
  document.addEventListener("change", typed);
  document.addEventListener("reset", (event) => unsaved.delete(event.target));
  document.addEventListener("submit", (event) => unsaved.delete(event.target));
  addEventListener("beforeunload", (event) => {
    if (unsaved.size > 0) event.preventDefault();
  });
})();
