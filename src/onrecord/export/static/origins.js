"use strict";
(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const narrow = matchMedia("screen and (max-width: 899px)");
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  const KEEP = 12;
  const FOLD = 50;
  const CELLS = 1_000_000;
  let chosen = null;

  document.documentElement.classList.add("js");

  function make(tag, className, words) {
    const element = document.createElement(tag);
    if (className) element.className = className;
    if (words !== undefined) element.textContent = words;
    return element;
  }

  // Words of a text with the places where they stand.
  function wordsOf(text) {
    return [...text.matchAll(/\S+/gu)].map((match) => ({
      plain: match[0].toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "") || match[0],
      start: match.index,
      end: match.index + match[0].length,
    }));
  }

  // Which words of two passages meet: the longest common row of words, without the like ends.
  function meeting(left, right) {
    const pairs = [];
    let from = 0;
    let to = [left.length, right.length];
    const same = (i, j) => left[i].plain === right[j].plain;
    while (from < Math.min(...to) && same(from, from)) pairs.push([from, from++]);
    const tail = [];
    while (Math.min(...to) > from && same(to[0] - 1, to[1] - 1)) {
      to = [to[0] - 1, to[1] - 1];
      tail.unshift(to);
    }
    const [rows, columns] = [to[0] - from, to[1] - from];
    if (rows * columns > CELLS) return null;
    const best = Array.from({ length: rows + 1 }, () => new Uint16Array(columns + 1));
    for (let i = rows - 1; i >= 0; i--) {
      for (let j = columns - 1; j >= 0; j--) {
        best[i][j] = same(from + i, from + j)
          ? best[i + 1][j + 1] + 1
          : Math.max(best[i + 1][j], best[i][j + 1]);
      }
    }
    for (let i = 0, j = 0; i < rows && j < columns; ) {
      if (same(from + i, from + j)) pairs.push([from + i++, from + j++]);
      else if (best[i + 1][j] >= best[i][j + 1]) i++;
      else j++;
    }
    return [...pairs, ...tail];
  }

  // Stretches of one side that the other words differently: [first word, after the last].
  // Both ends alike: words are left out here that stand on the other side.
  function edits(left, right) {
    const pairs = meeting(left, right);
    const found = [[], []];
    if (!pairs) return found;
    let [i, j] = [0, 0];
    for (const [a, b] of [...pairs, [left.length, right.length]]) {
      if (a > i || b > j) {
        found[0].push([i, a]);
        found[1].push([j, b]);
      }
      [i, j] = [a + 1, b + 1];
    }
    return found;
  }

  function passageOf(link, side, number, text, changes) {
    const mark = make("span", `p p${(number - 1) % 6}`);
    mark.dataset.n = number;
    const other = document.getElementById(`w${side ? link.dataset.left : link.dataset.right}`);
    const jump = make("a", "num", String(number));
    jump.href = `#${link.id}p${number}`;
    jump.setAttribute("aria-label", `passage ${number}, show in ${other.dataset.who}`);
    mark.append(jump);
    const words = wordsOf(text);
    let reached = 0;
    for (const [first, last] of changes) {
      const start = first < words.length ? words[first].start : text.length;
      mark.append(text.slice(reached, start));
      reached = last > first ? words[last - 1].end : start;
      if (last > first) mark.append(make("span", "edit", text.slice(start, reached)));
      else mark.append(leftOut());
    }
    mark.append(text.slice(reached));
    return mark;
  }

  function leftOut() {
    const sign = make("span", "left-out", "‸");
    sign.setAttribute("role", "img");
    sign.setAttribute("aria-label", "words left out here");
    sign.title = "The other side has words here";
    return sign;
  }

  // Text that stands on one side only; long stretches are folded to their ends.
  function gap(text, atStart, atEnd) {
    const words = wordsOf(text);
    if (words.length <= FOLD) return [text];
    const head = atStart ? 0 : words[KEEP - 1].end;
    const tail = atEnd ? text.length : words[words.length - KEEP].start;
    const middle = text.slice(head, tail);
    const fold = make("button", "fold", `… ${wordsOf(middle).length} words only here …`);
    fold.type = "button";
    fold.setAttribute("aria-expanded", "false");
    fold.addEventListener("click", () => {
      const shown = make("span", "", middle);
      shown.tabIndex = -1;
      fold.replaceWith(shown);
      shown.focus({ preventScroll: true });
    });
    return [text.slice(0, head), " ", fold, " ", text.slice(tail)];
  }

  function pane(link, side, passages, texts, changes) {
    const source = document.getElementById(`w${side ? link.dataset.right : link.dataset.left}`);
    const box = make("section", "pane");
    const head = make("h5", "", source.dataset.who);
    head.append(make("span", "", `, ${source.dataset.when}`));
    const body = make("div", "body");
    body.tabIndex = 0;
    body.dir = "auto";
    body.setAttribute("role", "region");
    body.setAttribute("aria-label", `Text of ${source.dataset.who}`);
    const text = texts[side];
    let reached = 0;
    for (const { n, spans } of [...passages].sort((a, b) => a.spans[side][0] - b.spans[side][0])) {
      const [start, end] = [Math.max(spans[side][0], reached), spans[side][1]];
      if (start >= end) continue;
      body.append(...gap(text.slice(reached, start), reached === 0, false));
      // A passage cut short by the one before it shows no edits: they count from its start.
      const edited = start === spans[side][0] ? changes.get(n)[side] : [];
      body.append(passageOf(link, side, n, text.slice(start, end), edited));
      reached = end;
    }
    body.append(...gap(text.slice(reached), reached === 0, true));
    box.append(head, body);
    return box;
  }

  // The two texts are in the page once; a pair is laid out when it is opened.
  function compose(link) {
    const sides = link.querySelector(".sides");
    if (!sides || !sides.hidden || !link.dataset.passages) return;
    const texts = ["left", "right"].map(
      (side) => document.getElementById(`w${link.dataset[side]}`).textContent,
    );
    const passages = link.dataset.passages.split(" ").map((packed, index) => {
      const [a, b, c, d] = packed.split(",").map(Number);
      return { n: index + 1, spans: [[a, b], [c, d]] };
    });
    const changes = new Map();
    for (const { n, spans } of passages) {
      const words = spans.map(([start, end], side) => wordsOf(texts[side].slice(start, end)));
      changes.set(n, edits(...words));
    }
    sides.append(make("p", "how", how(passages.length)));
    for (const side of [0, 1]) sides.append(pane(link, side, passages, texts, changes));
    sides.hidden = false;
    link.classList.add("composed");
  }

  const how = (number) =>
    `${number === 1 ? "1 passage is" : `${number} passages are`} shared: the same number and ` +
    "colour on both sides. A wavy line marks other words, a caret (‸) words left out. Select a passage to " +
    "see it on the other side; arrow keys walk the passages, Escape lets go.";

  const marksOf = (link, number) => all(`.p[data-n="${number}"]`, link);

  function light(link, number) {
    for (const element of all(".on")) element.classList.remove("on");
    if (!link) return;
    for (const element of all(`[data-n="${number}"]`, link)) element.classList.add("on");
  }

  // One passage, lit on both sides; what was not clicked scrolls to the height of what was.
  function select(link, number, { clicked = null, focus = false, now = false } = {}) {
    open(link);
    const marks = marksOf(link, number);
    if (!marks.length) return;
    chosen = { link, number: Number(number) };
    light(link, number);
    history.replaceState(null, "", `#${link.id}p${number}`);
    if (!clicked) bring(link.querySelector(".sides"), now);
    const body = clicked && clicked.closest(".body");
    const level = body ? clicked.getClientRects()[0].top - body.getBoundingClientRect().top : 48;
    for (const mark of marks) if (mark !== clicked) roll(mark, level, now);
    const other = marks.find((mark) => mark !== clicked);
    if (clicked && other) bring(other.closest(".body"), now);
    if (focus && other) other.querySelector(".num").focus({ preventScroll: true });
  }

  const motion = (now) => (now || still.matches ? "auto" : "smooth");

  function roll(mark, level, now) {
    const body = mark.closest(".body");
    const top = mark.getClientRects()[0].top - body.getBoundingClientRect().top;
    body.scrollTo({ top: body.scrollTop + top - Math.max(16, level), behavior: motion(now) });
  }

  // The page itself moves only as far as it must.
  function bring(element, now) {
    const box = element.getBoundingClientRect();
    if (box.top >= 0 && box.bottom <= innerHeight) return;
    element.scrollIntoView({ block: narrow.matches ? "nearest" : "center", behavior: motion(now) });
  }

  function letGo() {
    chosen = null;
    light(null);
    history.replaceState(null, "", location.pathname + location.search);
  }

  function open(element) {
    for (let at = element; at; at = at.parentElement.closest("details")) {
      at.open = true;
      if (at.classList.contains("link")) compose(at);
    }
  }

  document.addEventListener(
    "toggle",
    (event) => {
      if (event.target.open && event.target.matches(".link")) compose(event.target);
    },
    true,
  );

  document.addEventListener("click", (event) => {
    if (event.metaKey || event.ctrlKey || !(event.target instanceof Element)) return;
    const jump = event.target.closest("a[href^='#']");
    if (jump && arrive(jump.hash, jump, event.detail === 0)) return event.preventDefault();
    if (jump || event.target.closest("summary, button") || String(getSelection())) return;
    const mark = event.target.closest(".p, .ribbons [data-n]");
    const link = mark && mark.closest(".link");
    if (link) select(link, mark.dataset.n, { clicked: mark.matches(".p") ? mark : null });
  });

  document.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || !chosen) return;
    if (event.target.closest("input, select, textarea, button, summary")) return;
    if (event.key === "Escape") return letGo();
    const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    select(chosen.link, chosen.number + step);
  });

  // Addresses: #l12 opens a pair, #l12p3 selects its third passage.
  function arrive(hash, from, byKey) {
    const found = /^#(l\d+)(?:p(\d+))?$/.exec(hash);
    const link = found && document.getElementById(found[1]);
    if (!link) return false;
    open(link);
    if (found[2] && marksOf(link, found[2]).length) {
      select(link, found[2], { clicked: from && from.closest(".p"), focus: byKey, now: !from });
      return true;
    }
    history.replaceState(null, "", hash);
    link.scrollIntoView({ block: "start", behavior: motion(!from) });
    link.querySelector("summary").focus({ preventScroll: true });
    return true;
  }

  const legend = document.getElementById("legend");
  const settle = () => (legend.open = !narrow.matches);
  narrow.addEventListener("change", settle);
  addEventListener("beforeprint", () => (legend.open = true));
  addEventListener("afterprint", settle);
  settle();
  addEventListener("hashchange", () => arrive(location.hash));
  arrive(location.hash);
})();
