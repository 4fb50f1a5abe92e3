"use strict";
/* The page reads without this. It adds filters, keys, setting comments aside, and the choice of light. */
(() => {
  const one = (selector) => document.querySelector(selector);
  const all = (selector) => Array.from(document.querySelectorAll(selector));
  const root = document.documentElement;
  const cards = all(".card");
  const marks = all(".mark").map((element) => ({ element, numbers: element.dataset.c.split(" ") }));
  const boxes = all("[data-facet]");
  const hidden = new Set();
  let current = null;

  /* A browser may refuse to remember anything for a page from disk; then things last as long as the page is open. */
  const memory = {
    key: `fabula:dismissed:${root.dataset.source}`,
    load(key, otherwise) {
      try {
        return JSON.parse(localStorage.getItem(key)) ?? otherwise;
      } catch {
        return otherwise;
      }
    },
    save(key, value) {
      try {
        localStorage.setItem(key, JSON.stringify(value));
      } catch {
        say("This browser will not remember that.");
      }
    },
  };
  const known = new Set(cards.map((card) => card.dataset.id));
  const remembered = memory.load(memory.key, []);
  let dismissed = Array.isArray(remembered) ? remembered.filter((id) => known.has(id)) : [];

  function say(words) {
    one("#status").textContent = words;
  }

  function visible() {
    return cards.filter((card) => !card.hidden);
  }

  function refresh() {
    const off = new Set(boxes.filter((box) => !box.checked).map((box) => `${box.dataset.facet} ${box.value}`));
    const gone = new Set(dismissed);
    const showGone = one("#show-dismissed")?.checked;
    hidden.clear();
    for (const card of cards) {
      const away = gone.has(card.dataset.id);
      const out = ["kind", "severity", "check"].some((facet) => off.has(`${facet} ${card.dataset[facet]}`));
      card.classList.toggle("dismissed", away);
      card.querySelector(".dismiss").textContent = away ? "Bring back" : "Set aside";
      card.hidden = out || (away && !showGone);
      if (card.hidden) hidden.add(card.dataset.n);
    }
    for (const list of all(".notes")) list.hidden = !list.querySelector(".card:not([hidden])");
    for (const { element, numbers } of marks) {
      const quiet = numbers.every((number) => hidden.has(number));
      element.classList.toggle("quiet", quiet);
      if (element.href) element.tabIndex = quiet ? -1 : 0;
    }
    tell(off.size, gone.size);
  }

  function tell(offs, goneCount) {
    if (!cards.length) return;
    const shown = cards.length - hidden.size;
    one("#showing").textContent = hidden.size ? `${shown} of ${cards.length}` : `All ${cards.length}`;
    one("#reset").hidden = offs === 0;
    one("#dismissed").hidden = goneCount === 0;
    one("#dismissed-count").textContent = goneCount === 1 ? "1 comment" : `${goneCount} comments`;
    one("#dismissed-line").textContent = `dismissed = [${dismissed.map((id) => JSON.stringify(id)).join(", ")}]`;
  }

  function choose(card, focus = true) {
    current?.classList.remove("current");
    for (const { element } of marks) element.classList.remove("current");
    current = card;
    if (!card) return;
    card.classList.add("current");
    for (const { element, numbers } of marks) {
      if (numbers.includes(card.dataset.n)) element.classList.add("current");
    }
    if (!focus) return;
    card.focus({ preventScroll: true });
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    card.scrollIntoView({ block: "center", behavior: still ? "instant" : "auto" });
  }

  function step(by) {
    const shown = visible();
    if (!shown.length) return say("No comment is shown.");
    const at = shown.indexOf(current);
    const next = at < 0 ? (by > 0 ? 0 : shown.length - 1) : Math.min(shown.length - 1, Math.max(0, at + by));
    choose(shown[next]);
    say(`Comment ${next + 1} of ${shown.length}`);
  }

  function toggle(card) {
    const id = card.dataset.id;
    const away = !dismissed.includes(id);
    const after = visible();
    const place = after.indexOf(card);
    dismissed = away ? [...dismissed, id] : dismissed.filter((other) => other !== id);
    memory.save(memory.key, dismissed);
    refresh();
    say(away ? "Set aside. Press u to bring it back." : "Brought back.");
    if (!card.hidden) return choose(card);
    const rest = [...after.slice(place + 1), ...after.slice(0, place).reverse()];
    choose(rest.find((other) => !other.hidden) ?? null);
  }

  function undo() {
    const id = dismissed.at(-1);
    const card = cards.find((other) => other.dataset.id === id);
    if (card) toggle(card);
  }

  async function copy() {
    const line = one("#dismissed-line").textContent;
    try {
      await navigator.clipboard.writeText(line);
      say("Copied.");
      one("#copy").textContent = "Copied";
    } catch {
      getSelection().selectAllChildren(one("#dismissed-line"));
      say("The line is selected; copy it with your browser.");
    }
  }

  function light() {
    const dark = root.dataset.theme
      ? root.dataset.theme === "dark"
      : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
    memory.save("fabula:theme", root.dataset.theme);
  }

  function openFilters() {
    const fold = one("#filters .fold");
    if (!fold) return;
    fold.open = true;
    (fold.querySelector("input") ?? fold.querySelector("summary")).focus();
  }

  function toWords() {
    const words = current && marks.find(({ element, numbers }) => element.href && numbers.includes(current.dataset.n));
    words?.element.focus();
  }

  const keys = {
    j: () => step(1),
    n: () => step(1),
    k: () => step(-1),
    p: () => step(-1),
    d: () => current && toggle(current),
    Delete: () => current && toggle(current),
    u: undo,
    w: toWords,
    f: openFilters,
    "?": () => one("#help").showModal(),
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || one("#help").open) return;
    if (event.target.matches("input:not([type=checkbox]), textarea, [contenteditable]")) return;
    if (!one("#keys").checked || !Object.hasOwn(keys, event.key)) return;
    event.preventDefault();
    keys[event.key]();
  });
  document.addEventListener("click", (event) => {
    const mark = event.target.closest(".mark");
    const button = event.target.closest(".dismiss");
    if (button) return toggle(button.closest(".card"));
    if (mark) {
      const wanted = mark.dataset.c.split(" ").filter((number) => !hidden.has(number));
      const linked = (mark.hash ?? "").slice(2);
      const number = wanted.includes(linked) ? linked : wanted[0];
      event.preventDefault();
      if (number) choose(document.getElementById(`c${number}`));
    }
  });
  document.addEventListener("focusin", (event) => {
    const card = event.target.closest(".card");
    if (card && card !== current) choose(card, false);
  });
  /* What is linked to may lie folded away. */
  function unfold() {
    const target = document.getElementById(location.hash.slice(1));
    let folded = target?.closest("details:not([open])");
    if (!folded) return;
    for (; folded; folded = folded.parentElement.closest("details:not([open])")) folded.open = true;
    target.scrollIntoView();
  }
  addEventListener("hashchange", unfold);
  addEventListener("beforeprint", () => all("details.aside").forEach((aside) => (aside.open = true)));

  const theme = memory.load("fabula:theme", null);
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  one("#keys").checked = memory.load("fabula:keys", true) !== false;
  one("#keys").addEventListener("change", (event) => memory.save("fabula:keys", event.target.checked));
  one("#theme").addEventListener("click", light);
  one("#open-help").addEventListener("click", () => one("#help").showModal());
  one("#close-help").addEventListener("click", () => one("#help").close());
  one(".tools").hidden = false;
  if (cards.length) {
    for (const button of all(".dismiss")) button.hidden = false;
    for (const box of [...boxes, one("#show-dismissed")]) box.addEventListener("change", refresh);
    one("#reset").addEventListener("click", () => {
      for (const box of boxes) box.checked = true;
      refresh();
    });
    one("#copy").addEventListener("click", copy);
    one("#filters").hidden = false;
  }
  if (matchMedia("(max-width: 65.99rem)").matches) all(".fold, #braid-table").forEach((fold) => (fold.open = false));
  /* A reloaded page may come back with boxes as they were left; show what they say. */
  refresh();
  unfold();
})();
