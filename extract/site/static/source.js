// Shows the source of the value that one points at, or another page of a paper, without loading the page anew. Without this
// script the links to sources do the same by loading it. Keyboard: a link to a source shows it when
// it has the focus; Enter moves to the source.
"use strict";
(() => {
  const pane = document.getElementById("source");
  const leaf = document.getElementById("leaf");
  const record = document.getElementById("record");
  if (!pane || !leaf || !record) return;

  const PAUSE = 180; // ms that the pointer rests on a value before its source is fetched
  const MOST_KEPT = 60;
  const kept = new Map(); // address -> text of the pane
  let wanted = "";
  let timer = 0;

  const query = (pointer, page) => {
    const values = new URLSearchParams(location.search); // of a long text, the stretch stays
    if (pointer) values.set("show", pointer);
    if (page) values.set("page", page);
    else values.delete("page");
    return values.toString();
  };

  async function fetched(address) {
    if (!kept.has(address)) {
      const answer = await fetch(address, { headers: { accept: "text/html" } });
      if (!answer.ok) throw new Error(String(answer.status));
      if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value);
      kept.set(address, await answer.text());
    }
    return kept.get(address);
  }

  function mark(pointer) {
    for (const old of record.querySelectorAll(".shown")) old.classList.remove("shown");
    const value = [...record.querySelectorAll("[data-show]")].find(
      (one) => one.dataset.show === pointer && !one.matches("a"));
    if (value) value.classList.add("shown");
  }

  async function show(pointer, page) {
    const asked = query(pointer, page);
    if (asked === wanted) return true;
    wanted = asked;
    pane.setAttribute("aria-busy", "true");
    try {
      const text = await fetched(`${pane.dataset.pane}?${asked}`);
      if (asked !== wanted) return true; // the reader has gone on
      leaf.innerHTML = text; // made and escaped by our own server
      pane.dataset.shown = pointer;
      mark(pointer);
      history.replaceState(null, "", `${location.pathname}?${asked}${location.hash}`);
      const box = leaf.querySelector(".found");
      if (box && pane.scrollHeight > pane.clientHeight) {
        const down = box.getBoundingClientRect().top - pane.getBoundingClientRect().top;
        pane.scrollTop += down - pane.clientHeight / 3;
      }
      return true;
    } catch {
      wanted = "";
      return false;
    } finally {
      pane.removeAttribute("aria-busy");
    }
  }

  const beside = () => getComputedStyle(pane).position === "sticky";
  const pointed = (event) => event.target.closest?.("[data-show]");

  record.addEventListener("pointerover", (event) => {
    clearTimeout(timer);
    const value = pointed(event);
    if (value && event.pointerType === "mouse" && beside()) {
      timer = setTimeout(() => show(value.dataset.show), PAUSE);
    }
  });
  record.addEventListener("pointerleave", () => clearTimeout(timer));
  record.addEventListener("focusin", (event) => {
    const link = event.target.closest?.("a.see");
    if (link && beside()) show(link.dataset.show);
  });

  async function follow(event, pointer, page) {
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const address = event.target.closest("a").href;
    if (!(await show(pointer, page))) { location.assign(address); return; }
    if (!beside()) pane.scrollIntoView();
    if (event.detail === 0 || !beside()) pane.focus({ preventScroll: true }); // by the keyboard
  }
  record.addEventListener("click", (event) => {
    const link = event.target.closest("a.see");
    if (link) follow(event, link.dataset.show);
  });
  leaf.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-page]");
    if (link) follow(event, pane.dataset.shown, link.dataset.page);
  });

  for (const button of document.querySelectorAll("button.copy")) {
    if (!navigator.clipboard) continue;
    button.hidden = false;
    button.addEventListener("click", async () => {
      const told = button.parentElement.querySelector(".copied");
      try {
        await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent);
        told.textContent = "Copied.";
      } catch {
        told.textContent = "Could not copy: select the line instead.";
      }
    });
  }
  if (new URLSearchParams(location.search).has("show")) mark(pane.dataset.shown);
})();
