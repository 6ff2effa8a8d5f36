// Chooses among all contacts; what is chosen stands in the address. The cards come from the months' pages as they are
// shown. From disk nothing can be fetched.
"use strict";
const form = document.getElementById("filter");
const section = document.getElementById("chosen");
const cards = section.querySelector(".days");
const more = section.querySelector("button");
const found = form.querySelector(".found");
const said = form.querySelector(".chosen");
const boxes = [...form.querySelectorAll("[data-facet]")];
const rest = [...document.querySelectorAll("main > section")].filter((other) => other !== section);
const numbers = new Intl.NumberFormat(document.documentElement.lang);
const [ID, FOLDER, STATUS] = [0, 1, 3];
const COLUMN = { type: 2, status: STATUS, side: 4, person: 5, topic: 6, place: 7 };
const STEP = 10;
const pages = new Map();
let facets, events, details, misses, blamed, hits = [], shown = 0, run = 0;

const make = (name, text = "", values = {}) => Object.assign(document.createElement(name), { textContent: text }, values);

function prepare(data) {
  facets = {};
  for (const box of boxes) {
    const name = box.dataset.facet;
    let values = data.facets[name];
    let of = (event) => event[COLUMN[name]];
    if (box.dataset.words) {
      const words = JSON.parse(box.dataset.words);
      values = values.map(([id]) => [id, words[id]]);
      of = (event) => [event[COLUMN[name]]];
    } else if (name === "year") {
      const year = (event) => event[FOLDER].slice(0, 4);
      const years = [...new Set(data.events.map(year))].reverse();
      values = years.map((name) => [name, name]);
      of = (event) => [years.indexOf(year(event))];
    }
    facets[name] = { box, values, items: data.events.map(of), set: new Set() };
  }
  events = data.events;
}

function read() {
  const query = new URLSearchParams(location.search);
  for (const [name, facet] of Object.entries(facets)) {
    const ids = new Set(query.getAll(name));
    facet.set = new Set(facet.values.flatMap(([id], number) => (ids.has(id) ? [number] : [])));
  }
}

function has(facet, index) {
  for (const number of facet.items[index]) if (facet.set.has(number)) return true;
  return false;
}

function apply() {
  const all = Object.values(facets);
  const active = all.filter((facet) => facet.set.size);
  // How many facets each contact misses, and the last.
  misses = new Uint8Array(events.length);
  blamed = new Array(events.length);
  for (const facet of active) for (let index = 0; index < events.length; index++) if (!has(facet, index)) {
    misses[index]++;
    blamed[index] = facet;
  }
  hits = [];
  for (let index = events.length - 1; index >= 0; index--) if (!misses[index]) hits.push(index);
  all.forEach(count);
  say(active);
  for (const other of rest) other.hidden = active.length > 0;
  section.hidden = !active.length || !hits.length;
  form.querySelector(".actions").hidden = !active.length;
  run++;
  shown = 0;
  if (active.length) show(run);
}

// How many would be chosen with each value, given the other facets.
function count(facet) {
  facet.box.querySelector(".count").textContent = facet.set.size ? numbers.format(facet.set.size) : "";
  if (!facet.box.open) return;
  facet.rows ??= fill(facet);
  const counts = new Array(facet.values.length).fill(0);
  for (let index = 0; index < events.length; index++) {
    if (!misses[index] || (misses[index] === 1 && blamed[index] === facet)) for (const number of facet.items[index]) counts[number]++;
  }
  facet.rows.forEach(({ input, output }, number) => {
    input.checked = facet.set.has(number);
    if (counts[number] !== facet.counts?.[number]) output.textContent = numbers.format(counts[number]);
  });
  facet.counts = counts;
}

function fill(facet) {
  const find = facet.box.querySelector("input");
  const rows = facet.values.map(([id, name]) => {
    const item = make("li");
    const label = make("label");
    const output = make("span", "", { className: "count" });
    const input = make("input", "", { type: "checkbox", name: facet.box.dataset.facet, value: id });
    label.append(input, ` ${name} `, output);
    item.append(label);
    return { item, input, output, name: name.toLocaleLowerCase() };
  });
  facet.box.querySelector("ul").append(...rows.map(({ item }) => item));
  find.hidden = rows.length < 20;
  find.addEventListener("input", () => {
    const part = find.value.toLocaleLowerCase();
    for (const { item, name } of rows) item.hidden = !name.includes(part);
  });
  return rows;
}

function say(active) {
  const words = form.dataset;
  found.textContent = words.found.replace("#", numbers.format(hits.length)).replace("@", numbers.format(events.length));
  said.replaceChildren();
  active.forEach((facet, position) => {
    if (position) said.append(` ${words.and} `);
    said.append(make("b", facet.box.querySelector("summary").firstChild.data.trim()), ": ");
    [...facet.set].forEach((number, index) => said.append(index ? ` ${words.or} ` : "", facet.values[number][1]));
  });
}

function load(folder) {
  if (!pages.has(folder)) {
    pages.set(folder, new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      const url = new URL(`../${folder}/index.html`, location.href.split(/[?#]/)[0]);
      request.open("GET", url);
      request.responseType = "document";
      request.onload = () => (request.status === 200 ? resolve(collect(request.response, url)) : reject());
      request.onerror = reject;
      request.send();
    }));
    pages.get(folder).catch(() => pages.delete(folder));
  }
  return pages.get(folder);
}

// The cards of a page by id, with the date above; its links made to lead on from here.
function collect(page, url) {
  const byId = new Map();
  for (const link of page.querySelectorAll("[href]")) link.setAttribute("href", new URL(link.getAttribute("href"), url));
  for (const card of page.querySelectorAll(".days .card")) {
    const id = card.querySelector(".title a").getAttribute("href").split("/").at(-2);
    byId.set(id, { card, date: card.closest(".day").querySelector(".date") });
  }
  return byId;
}

async function show(current) {
  const wanted = hits.slice(shown, shown + STEP);
  const folders = await Promise.all(wanted.map((index) => load(events[index][FOLDER]).catch(() => new Map())));
  if (current !== run) return;
  const made = wanted.flatMap((index, position) => {
    const there = folders[position].get(events[index][ID]);
    if (!there) return [];
    const day = make("section", "", { className: "day" });
    const list = make("div", "", { className: "cards" });
    list.append(document.importNode(there.card, true));
    day.append(document.importNode(there.date, true), list);
    return [day];
  });
  if (!shown) cards.replaceChildren();
  cards.append(...made);
  if (shown && made[0]) made[0].querySelector("a").focus();
  shown += wanted.length;
  more.hidden = shown >= hits.length;
}

function change() {
  const query = new URLSearchParams();
  for (const [name, facet] of Object.entries(facets)) for (const number of facet.set) query.append(name, facet.values[number][0]);
  const text = String(query);
  history.pushState(null, "", text ? `?${text}` : location.pathname);
  apply();
}

// A text that a spreadsheet takes for a formula is kept one by an apostrophe.
const cell = (text) => `"${text.replace(/^(?=[=+\-@\t\r])/, "'").replaceAll('"', '""')}"`;
const names = (name, index, between) => facets[name].items[index].map((number) => facets[name].values[number][1]).join(between);
const hour = (time) => (time?.includes("T") ? time : "");

function toCsv(url) {
  const lines = hits.map((index) => {
    const [title, date, , begin, end] = details.events[index];
    return [date, hour(begin), hour(end), title,
      ...["type", "status", "side", "person", "topic", "place"].map((name) => names(name, index, "; ")), url(index)];
  });
  return [form.dataset.columns.split("|"), ...lines].map((line) => `${line.map(cell).join(",")}\r\n`).join("");
}

// RFC 5545: whole days end on the first day after; what has no day stays out; a line has 75 bytes at most.
const escape = (text) => text.replace(/[\\;,]/g, "\\$&");
const time = (name, text) => `${name}${hour(text) ? "" : ";VALUE=DATE"}:${text.replace(/[-:]/g, "")}`;
const STATE = { held: "CONFIRMED", announced: "TENTATIVE", unconfirmed: "TENTATIVE" };
const fold = (line) => line.match(/[\x20-\x7e]{1,74}|.{1,18}/gsu).join("\r\n ");

function toIcs(url) {
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Dragoman//Diplomatic contacts//EN"];
  for (const index of hits) {
    const [title, , changed, begin, end] = details.events[index];
    if (!begin) continue;
    const place = names("place", index, ", ");
    lines.push("BEGIN:VEVENT", `UID:${events[index][ID]}@${details.authority}`, time("DTSTAMP", changed), time("DTSTART", begin),
      ...(end ? [time("DTEND", end)] : []), `SUMMARY:${escape(title)}`, `URL:${url(index)}`, "TRANSP:TRANSPARENT",
      `STATUS:${STATE[facets.status.values[events[index][STATUS]][0]] ?? "CANCELLED"}`,
      ...(place ? [`LOCATION:${escape(place)}`] : []), "END:VEVENT");
  }
  return `${[...lines, "END:VCALENDAR"].map(fold).join("\r\n")}\r\n`;
}

async function save(kind) {
  details ??= await (await fetch(form.dataset.details)).json();
  const url = (index) => `${details.url}${events[index][ID]}/`;
  const [text, type] = kind === "csv" ? [`\ufeff${toCsv(url)}`, "text/csv"] : [toIcs(url), "text/calendar"];
  const link = make("a", "", { href: URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` })), download: `contacts.${kind}` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

async function start() {
  const answer = await fetch(form.dataset.index);
  if (!answer.ok) return;
  prepare(await answer.json());
  form.hidden = false;
  read();
  for (const facet of Object.values(facets)) facet.box.addEventListener("toggle", () => count(facet));
  form.addEventListener("change", ({ target }) => {
    const facet = facets[target.name];
    if (!facet) return;
    const number = facet.values.findIndex(([id]) => id === target.value);
    facet.set[target.checked ? "add" : "delete"](number);
    change();
  });
  form.addEventListener("reset", () => {
    for (const facet of Object.values(facets)) facet.set.clear();
    change();
    boxes[0].querySelector("summary").focus();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("click", ({ target }) => target.dataset.save && save(target.dataset.save));
  more.addEventListener("click", () => show(run));
  addEventListener("popstate", () => {
    read();
    apply();
  });
  apply();
}

if (/^https?:$/.test(location.protocol)) start();
