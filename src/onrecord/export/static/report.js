"use strict";
(() => {
  const root = document.documentElement;
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const side = document.getElementById("side");
  const article = document.getElementById("article");
  const record = document.getElementById("record");
  const bar = document.querySelector(".bar-top");
  const form = document.getElementById("filters");
  const status = document.getElementById("status");
  const reset = document.getElementById("reset");
  const notes = all(".note");
  const homes = new Map(notes.map((note) => [note, note.parentElement]));
  const marks = all(".c[data-c]");
  const cues = all(".cue[data-for]");
  const narrow = matchMedia("screen and (max-width: 899px)");
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  let chosen = null;

  root.classList.add("js");

  const noteOf = (number) => document.getElementById(`c${number}`);
  const folded = () => narrow.matches;

  // Selecting: one claim, lit on both sides.
  function light(number) {
    for (const mark of marks) mark.classList.toggle("on", mark.dataset.c === number);
    for (const link of all("a.num[id]")) link.classList.toggle("on", link.id === `t${number}`);
    const kind = number ? noteOf(number).dataset.kind : "";
    for (const cue of cues) {
      const on = cue.dataset.for.split(" ").includes(number);
      cue.className = on ? `cue on ${kind}` : "cue";
    }
    for (const note of notes) {
      if (note.dataset.n === number) note.setAttribute("aria-current", "true");
      else note.removeAttribute("aria-current");
    }
  }

  function select(number, { text = false, note: toNote = false, focus = false } = {}) {
    const note = noteOf(number);
    if (!note) return;
    chosen = number;
    light(number);
    history.replaceState(null, "", `#c${number}`);
    const drawer = note.closest("details");
    if (drawer) drawer.open = true;
    if (focus) note.focus({ preventScroll: true });
    if (folded() ? toNote : text) show(folded() ? note : document.getElementById(`t${number}`));
    if (!folded() && toNote) showInSide(note);
  }

  function letGo() {
    chosen = null;
    light("");
    history.replaceState(null, "", location.pathname + location.search);
  }

  const motion = () => (still.matches ? "auto" : "smooth");

  // Only what is out of sight moves; a claim in view stays where the eye has it.
  function show(element) {
    if (!element) return;
    const drawer = element.closest("details");
    if (drawer) drawer.open = true;
    const box = element.getBoundingClientRect();
    if (box.top >= 24 && box.bottom <= innerHeight - 48) return;
    scrollTo({ top: scrollY + box.top - innerHeight / 3, behavior: motion() });
  }

  function showInSide(element) {
    const top = element.getBoundingClientRect().top - side.getBoundingClientRect().top;
    const covered = bar.offsetHeight;
    const seen = Math.min(side.clientHeight, innerHeight - side.getBoundingClientRect().top);
    if (top >= covered && top + element.offsetHeight <= seen) return;
    // Near its end the record cannot scroll far enough: the page brings the rest into view.
    const goal = side.scrollTop + top - covered - 16;
    if (goal > side.scrollHeight - side.clientHeight) bringSide();
    side.scrollTo({ top: goal, behavior: motion() });
  }

  function bringSide() {
    const top = side.getBoundingClientRect().top;
    if (top > 0) scrollTo({ top: scrollY + top, behavior: motion() });
  }

  // The innermost claim first; a second click on the same words goes one claim outward.
  function claimAt(target) {
    const covers = [];
    for (let at = target.closest(".c[data-c]"); at; at = at.parentElement.closest(".c[data-c]")) {
      if (!at.classList.contains("off")) covers.push(at.dataset.c);
    }
    if (!covers.length) return null;
    return covers[(covers.indexOf(chosen) + 1) % covers.length];
  }

  document.addEventListener("click", (event) => {
    if (event.metaKey || event.ctrlKey || !(event.target instanceof Element)) return;
    const link = event.target.closest("a[href^='#']");
    if (link) return follow(event, link);
    if (event.target.closest("a, button, select, summary, label")) return;
    if (String(getSelection())) return;
    const note = event.target.closest(".note");
    const number = note ? note.dataset.n : claimAt(event.target);
    if (number) select(number, { text: Boolean(note), note: !note });
  });

  function follow(event, link) {
    const target = decodeURIComponent(link.hash.slice(1));
    const claim = /^([ct])(\d+)$/.exec(target);
    if (claim) {
      event.preventDefault();
      return select(claim[2], { text: true, note: true, focus: claim[1] === "c" });
    }
    const place = document.getElementById(target);
    if (place && side.contains(place) && !folded()) {
      event.preventDefault();
      if (link.closest(".jumps")) bringSide();
      showInSide(place);
      if (place.hasAttribute("tabindex")) place.focus({ preventScroll: true });
      if (link.dataset.a) lightName(link.dataset.a);
    }
  }

  document.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.target.closest("input, select, textarea, button, summary")) return;
    if (event.key === "Escape" && chosen) return letGo();
    const upright = event.key === "ArrowDown" || event.key === "ArrowUp";
    if (!upright && event.key !== "ArrowRight" && event.key !== "ArrowLeft") return;
    // Up and down scroll the page until a claim is selected.
    if (upright && !chosen && !event.target.closest("#record")) return;
    const shown = all(".note").filter((note) => !note.hidden);
    if (!shown.length) return;
    event.preventDefault();
    const step = event.key === "ArrowDown" || event.key === "ArrowRight" ? 1 : -1;
    const at = shown.findIndex((note) => note.dataset.n === chosen);
    const next = at < 0 ? (step > 0 ? 0 : shown.length - 1) : at + step;
    if (shown[next]) select(shown[next].dataset.n, { text: true, note: true, focus: true });
  });

  // Filters: what is left, and what each other choice would leave.
  const chosenValues = () => Object.fromEntries(new FormData(form));
  const fits = (note, values, except) =>
    Object.entries(values).every(
      ([name, value]) => !value || name === except || note.dataset[name].split(" ").includes(value),
    );

  function filter() {
    const values = chosenValues();
    const left = new Set();
    for (const note of notes) {
      note.hidden = !fits(note, values);
      if (!note.hidden) left.add(note.dataset.n);
    }
    for (const mark of marks) mark.classList.toggle("off", !left.has(mark.dataset.c));
    for (const link of all("a.num[id]")) link.hidden = !left.has(link.id.slice(1));
    for (const control of all("select", form)) recount(control, values);
    for (const drawer of all(".notes")) {
      drawer.hidden = !all(".note:not([hidden])", drawer).length;
    }
    status.textContent = left.size
      ? `${left.size} of ${notes.length} claims`
      : "No claim fits all of these; widen one of them.";
    reset.hidden = !Object.values(values).some(Boolean);
    if (chosen && !left.has(chosen)) letGo();
  }

  function recount(control, values) {
    const open = notes.filter((note) => fits(note, values, control.name));
    for (const option of all("option[data-words]", control)) {
      const number = open.filter((note) =>
        note.dataset[control.name].split(" ").includes(option.value),
      ).length;
      option.textContent = `${option.dataset.words} (${number})`;
    }
  }

  if (form) {
    form.addEventListener("change", filter);
    form.addEventListener("reset", () => setTimeout(filter));
    form.addEventListener("submit", (event) => event.preventDefault());
  }

  // Names: the same actor lights up everywhere.
  function lightName(actor) {
    for (const item of all("[data-a]")) item.classList.toggle("lit", item.dataset.a === actor);
  }
  for (const kind of ["mouseover", "focusin"]) {
    document.addEventListener(kind, (event) => {
      const name = event.target.closest("[data-a]");
      lightName(name ? name.dataset.a : "");
    });
  }

  // Below 900 pixels each passage is followed by its notes; on paper they are endnotes.
  function place(apart) {
    for (const drawer of all(".notes")) drawer.remove();
    for (const note of notes) homes.get(note).append(note);
    if (bar && apart) article.before(bar);
    else if (bar) record.prepend(bar);
    if (!apart) return;
    for (const passage of all(".passage[data-claims]")) {
      const own = passage.dataset.claims.split(" ").map(noteOf).filter(Boolean);
      if (own.length) passage.after(drawer(own));
    }
    if (form) filter();
  }

  function drawer(own) {
    const details = document.createElement("details");
    details.className = "notes";
    const summary = document.createElement("summary");
    const first = own.filter((note) => note.querySelector(".tag")).length;
    const size = own.length === 1 ? "1 claim" : `${own.length} claims`;
    summary.textContent = first ? `${size}, ${first} to check first` : size;
    const list = document.createElement("ol");
    list.append(...own);
    details.append(summary, list);
    details.open = true;
    return details;
  }

  const legend = document.getElementById("legend");
  function settle() {
    legend.open = !folded();
    place(folded());
  }
  narrow.addEventListener("change", settle);
  addEventListener("beforeprint", () => {
    legend.open = true;
    place(false);
  });
  addEventListener("afterprint", settle);
  settle();

  function arrive() {
    const claim = /^#[ct](\d+)$/.exec(location.hash);
    if (claim) select(claim[1], { text: true, note: true });
  }
  addEventListener("hashchange", arrive);
  arrive();
})();
