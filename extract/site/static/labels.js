// Datasette's form of filters and its SQL editor have controls without names: they get some, for
// those who hear the page. Pages of ours need no script.
"use strict";
const NAMES = [
  [/^_filter_column/, "Column to filter by"],
  [/^_filter_op/, "How it compares"],
  [/^_filter_value/, "Value to filter by"],
  [/^_sort/, "Sort by"],
  [/^sql$/, "SQL"],
];
window.addEventListener("load", () => {
  for (const control of document.querySelectorAll("main select, main input, main textarea")) {
    if (control.labels?.length || control.ariaLabel || control.type === "hidden") continue;
    const found = NAMES.find(([pattern]) => pattern.test(control.name));
    control.ariaLabel = found ? found[1] : control.closest(".CodeMirror") ? "SQL" : control.name;
  }
  for (const wide of document.querySelectorAll(".table-wrapper")) wide.tabIndex = 0; // to scroll it
});
