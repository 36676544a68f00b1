/**
 * What the page does in a browser: search, filters that stay in the address bar, squares that are walked with the arrow
 * keys, domains that open to their endpoints, copying. It asks nothing of any server, and writes words as text only.
 */
export const SCRIPT = String.raw`
(() => {
"use strict";
const byId = (id) => document.getElementById(id);
const data = JSON.parse(byId("data").textContent);
const { texts, domains, rows, cells, causes, checks } = data;
const root = document.documentElement;
const grid = byId("squares");
const squares = [...(grid?.children ?? [])];
const list = byId("list");
const items = [...(list?.children ?? [])];
const SIGNS = { p: "✓", w: "!", f: "✗", i: "?", x: "w", s: "·", n: "i" };
const WORDS = { p: "pass", w: "warn", f: "fail", i: "inconclusive", x: "waived", s: "skip", n: "notice" };
root.classList.add("js");

const element = (tag, attributes, ...children) => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
};
const sign = (letter) => {
  const shown = element("span", { class: "m " + letter, role: "img", "aria-label": WORDS[letter] ?? "" }, SIGNS[letter] ?? "");
  return shown;
};

// A domain's endpoints and findings, made when somebody opens it.
const cell = (letter, text) => {
  if (letter === "-") return element("td", { class: "s" }, "–");
  const said = text === -1 ? "" : texts[text];
  const words = said === "" || said === "–" ? WORDS[letter] : said;
  const long = words.length > 24 ? " long" : "";
  return element("td", { class: letter + long }, sign(letter), " " + words);
};
const endpointTable = (numbers, name) => {
  const its = numbers.map((number) => rows[number]);
  const used = checks.map((_, at) => at).filter((at) => its.some((row) => (cells[row[5]][0][at] ?? "-") !== "-"));
  const head = element("tr", {}, ...["pref", "host", ...used.map((at) => checks[at]), "score"].map((title) => element("th", { scope: "col" }, title)));
  let last = -1;
  const lines = its.map(([host, , place, preference, score, said]) => {
    const [letters, words] = cells[said];
    const first = host !== last;
    last = host;
    const where = element("th", { scope: "row" }, first ? texts[host] : "");
    where.append(element("small", {}, texts[place]));
    return element("tr", {},
      element("td", {}, first && preference !== null ? String(preference) : ""),
      where,
      ...used.map((at) => cell(letters[at] ?? "-", words[at] ?? -1)),
      element("td", {}, score === null ? "–" : String(score)));
  });
  return element("div", { class: "scroll", role: "region", tabindex: "0", "aria-label": "Endpoints of " + name },
    element("table", {}, element("thead", {}, head), element("tbody", {}, ...lines)));
};
const causeItem = (number) => {
  const [code, letter, message, where, fix, confirm] = causes[number];
  const item = element("li", {}, sign(letter), element("b", {}, texts[code]), " ");
  if (texts[where] !== "") item.append(texts[where] + ": ");
  item.append(texts[message]);
  if (letter !== "n" && texts[fix] !== "") item.append(element("span", { class: "fix dim" }, texts[fix]));
  if (letter !== "n" && confirm !== -1)
    item.append(element("span", { class: "cmd" }, element("code", {}, texts[confirm]), element("button", { type: "button", class: "copy" }, "Copy")));
  return item;
};
const fill = (item, number) => {
  if (item.childElementCount > 1) return;
  const [name, , its, found, cell] = domains[number];
  const [letters, words] = cells[cell];
  const body = element("div", { class: "body" });
  const own = checks.map((_, at) => at).filter((at) => (letters[at] ?? "-") !== "-");
  if (own.length > 0) {
    const line = element("p", { class: "own" });
    own.forEach((at, index) => line.append(index > 0 ? " · " : "", sign(letters[at]), " " + checks[at] + ": " + texts[words[at]]));
    body.append(line);
  }
  if (its.length > 0) body.append(endpointTable(its, texts[name]));
  if (found.length > 0) body.append(element("ul", { class: "found-here" }, ...found.map(causeItem)));
  item.append(body);
};
const numberOf = (item) => Number(item.id.slice(1));
byId("list")?.addEventListener("toggle", ({ target }) => {
  if (target.open && target.matches(".dom")) fill(target, numberOf(target));
}, true);

// The line of a domain; those behind the first ones are made when they are to be seen.
const itemOf = (number) => {
  if (items[number] !== undefined) return items[number];
  const [name, letter, , , , score, reach] = domains[number];
  const summary = element("summary", {},
    element("span", { class: "m " + letter }, SIGNS[letter] + " " + WORDS[letter]),
    element("span", { class: "n" }, texts[name]),
    element("span", { class: "sc" }, score === null ? "–" : String(score)),
    element("span", { class: "r" }, texts[reach]));
  items[number] = element("details", { class: "dom", id: "d" + number }, summary);
  return items[number];
};

const show = (number) => {
  if (domains[number] === undefined) return;
  const item = itemOf(number);
  if (!item.isConnected) list.prepend(item);
  fill(item, number);
  item.open = true;
  item.scrollIntoView({ block: "start" });
  item.querySelector("summary").focus({ preventScroll: true });
};

// The squares behind the first ones are drawn while nobody waits, or at once where somebody looks for one.
const STROKE = 1500;
const draw = (until) => {
  if (grid === null || squares.length >= until) return;
  const made = document.createDocumentFragment();
  for (let number = squares.length; number < until; number++) {
    const [name, letter, , , , score, , partial] = domains[number];
    const scored = score === null ? "no score" : "score " + score + (partial === 1 ? " (partial)" : "");
    const square = element("a", { href: "#d" + number, class: letter, tabindex: "-1", "aria-label": texts[name] + ": " + WORDS[letter] + ", " + scored });
    squares.push(square);
    made.append(square);
  }
  grid.append(made);
};
const drawAll = () => draw(domains.length);
const whenIdle = globalThis.requestIdleCallback ?? setTimeout;
const drawOn = () => {
  draw(Math.min(domains.length, squares.length + STROKE));
  if (grid !== null && squares.length < domains.length) whenIdle(drawOn);
};

// Filters, and their copy in the address bar.
const form = byId("filters");
const fields = ["q", "code", "host", "operator"];
const state = { q: "", code: "", host: "", operator: "", state: new Set() };
let hay;
const hayOf = ([name, , its, found]) =>
  [texts[name], ...its.flatMap((number) => [texts[rows[number][0]], texts[rows[number][2]]]), ...found.map((number) => texts[causes[number][0]])].join(" ").toLowerCase();
const matches = (domain, number) => {
  const [, result, its, found] = domain;
  if (state.state.size > 0 && !state.state.has(result)) return false;
  if (state.code !== "" && !found.some((cause) => texts[causes[cause][0]] === state.code)) return false;
  const host = state.host.toLowerCase();
  if (host !== "" && !its.some((row) => texts[rows[row][0]].toLowerCase().includes(host))) return false;
  const operator = state.operator.toLowerCase();
  if (operator !== "" && !its.some((row) => texts[rows[row][1]].toLowerCase() === operator)) return false;
  if (state.q === "") return true;
  hay ??= domains.map(hayOf);
  return state.q.toLowerCase().split(/\s+/).every((word) => hay[number].includes(word));
};
const filtered = () => state.state.size > 0 || fields.some((field) => state[field] !== "");
const PORTION = 200;
let portion = PORTION;
const apply = () => {
  if (filtered()) drawAll();
  const found = [];
  domains.forEach((domain, number) => {
    const seen = matches(domain, number);
    if (seen) found.push(number);
    if (squares[number] !== undefined && squares[number].hidden === seen) squares[number].hidden = !seen;
  });
  const shown = found.length;
  walk(found[0] ?? -1);
  const wanted = found.slice(0, portion).map(itemOf);
  if (list !== null && (wanted.length !== list.childElementCount || wanted.some((item, at) => item !== list.children[at])))
    list.replaceChildren(...wanted);
  if (list !== null) byId("further").hidden = shown <= portion;
  if (form === null) return;
  const all = domains.length.toLocaleString("en");
  byId("found").textContent = filtered() ? shown.toLocaleString("en") + " of " + all + " domains" : all + " domains";
  byId("reset").hidden = !filtered();
  byId("none").hidden = shown > 0;
};
const hash = () => {
  const words = new URLSearchParams();
  for (const field of fields) if (state[field] !== "") words.set(field, state[field]);
  if (state.state.size > 0) words.set("state", [...state.state].map((letter) => WORDS[letter]).join(","));
  return words.toString();
};
const remember = () => {
  // A frame of another page may forbid it: the filter works all the same.
  try { history.replaceState(null, "", "#" + hash()); } catch { return; }
};
const showFields = () => {
  if (form === null) return;
  for (const field of fields) byId(field).value = state[field];
  for (const button of form.querySelectorAll(".state"))
    button.setAttribute("aria-pressed", String(state.state.has(button.dataset.state)));
};
const readHash = () => {
  const at = location.hash.slice(1);
  const place = /^d(\d+)$/.exec(at);
  if (place !== null) return show(Number(place[1]));
  const words = new URLSearchParams(at);
  for (const field of fields) state[field] = words.get(field) ?? "";
  state.state = new Set((words.get("state") ?? "").split(",").flatMap((word) => Object.keys(WORDS).filter((letter) => WORDS[letter] === word)));
  fillLists();
  showFields();
  apply();
};
let listed = false;
const fillLists = () => {
  if (listed || form === null) return;
  listed = true;
  const options = (id, words) => byId(id).append(...[...words].sort().map((word) => element("option", { value: word }, id === "code" ? word : "")));
  options("code", new Set(causes.map(([code]) => texts[code])));
  options("hosts", new Set(rows.map(([host]) => texts[host])));
  options("operators", new Set(rows.map(([, operator]) => texts[operator])));
};
byId("further")?.addEventListener("click", () => {
  const at = portion;
  portion += PORTION;
  apply();
  list.children[at]?.querySelector("summary").focus();
});
let timer;
form?.addEventListener("input", () => {
  portion = PORTION;
  for (const field of fields) state[field] = byId(field).value.trim();
  clearTimeout(timer);
  timer = setTimeout(() => { apply(); remember(); }, domains.length > 2000 ? 150 : 0);
});
form?.addEventListener("submit", (event) => event.preventDefault());
form?.addEventListener("reset", (event) => {
  event.preventDefault();
  for (const field of fields) state[field] = "";
  state.state.clear();
  showFields();
  apply();
  remember();
  byId("q").focus();
});
form?.addEventListener("click", ({ target }) => {
  const button = target.closest(".state");
  if (button === null) return;
  const letter = button.dataset.state;
  if (!state.state.delete(letter)) state.state.add(letter);
  showFields();
  apply();
  remember();
});
addEventListener("hashchange", readHash);

// The squares: one tab stop, arrow keys within.
let current = -1;
const walk = (number) => {
  if (squares.length === 0 || number === current) return;
  if (current !== -1) squares[current].tabIndex = -1;
  else squares[0].tabIndex = -1;
  current = number;
  if (number !== -1) squares[number].tabIndex = 0;
};
const tip = byId("tip");
const tell = (square) => {
  if (tip === null) return;
  tip.hidden = square === undefined;
  if (square === undefined) return;
  tip.textContent = square.getAttribute("aria-label");
  const { left, bottom, top } = square.getBoundingClientRect();
  const { width, height } = tip.getBoundingClientRect();
  tip.style.left = Math.max(4, Math.min(left, innerWidth - width - 12)) + "px";
  tip.style.top = (bottom + height + 10 > innerHeight ? top - height - 6 : bottom + 6) + "px";
};
const squareOf = ({ target }) => (target.parentElement?.id === "squares" ? target : undefined);
grid?.addEventListener("mouseover", (event) => tell(squareOf(event)));
grid?.addEventListener("mouseleave", () => tell(undefined));
grid?.addEventListener("focusin", (event) => tell(squareOf(event)));
grid?.addEventListener("focusout", () => tell(undefined));
grid?.addEventListener("click", (event) => {
  const square = squareOf(event);
  if (square === undefined) return;
  event.preventDefault();
  tell(undefined);
  walk(squares.indexOf(square));
  show(squares.indexOf(square));
});
const KEYS = ["ArrowRight", "ArrowLeft", "ArrowDown", "ArrowUp", "Home", "End"];
grid?.addEventListener("keydown", (event) => {
  if (!KEYS.includes(event.key)) return;
  drawAll();
  const seen = squares.filter((square) => !square.hidden);
  const at = seen.indexOf(document.activeElement);
  if (at === -1) return;
  const top = seen[0].offsetTop;
  const next = seen.findIndex((square) => square.offsetTop > top);
  const across = next === -1 ? seen.length : next;
  const steps = { ArrowRight: at + 1, ArrowLeft: at - 1, ArrowDown: at + across, ArrowUp: at - across, Home: 0, End: seen.length - 1 };
  const target = seen[steps[event.key]];
  if (target === undefined) return;
  event.preventDefault();
  walk(squares.indexOf(target));
  target.focus();
});
addEventListener("keydown", (event) => {
  if (event.key === "Escape") tell(undefined);
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input,select,textarea")) return;
  const search = byId("q");
  if (search === null) return;
  event.preventDefault();
  search.focus();
});

// Copying, with the old way where a browser gives a file no clipboard.
const copied = async (text) => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = element("textarea", { "aria-hidden": "true" });
    area.value = text;
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    return done;
  }
};
document.addEventListener("click", async ({ target }) => {
  const button = target.closest(".copy");
  if (button === null) return;
  const done = await copied(button.parentElement.querySelector("code").textContent);
  button.focus();
  button.textContent = done ? "Copied" : "Not copied";
  byId("said").textContent = done ? "Copied to the clipboard" : "Not copied";
  setTimeout(() => { button.textContent = "Copy"; byId("said").textContent = ""; }, 2000);
});

// Paper shows the causes in full, and the endpoints of as many domains as one would read.
const PRINTED = 100;
addEventListener("beforeprint", () => {
  drawAll();
  for (const card of document.querySelectorAll("#causes details")) card.open = true;
  for (const item of [...(list?.children ?? [])].slice(0, PRINTED)) {
    fill(item, numberOf(item));
    item.open = true;
  }
});

if (domains.length === 1 || (domains.length > 0 && domains.length <= 3)) items.forEach((item, number) => { fill(item, number); item.open = true; });
if (location.hash.length > 1) readHash();
else {
  apply();
  // The lists of thousands of hosts can wait until somebody looks for one.
  form?.addEventListener("focusin", fillLists, { once: true });
}
if (grid !== null && squares.length < domains.length) addEventListener("load", () => whenIdle(drawOn));
})();
`;
