// The search. Pagefind is loaded when somebody begins to search.
"use strict";
const form = document.getElementById("search");
const [status, list, more] = ["status", "results", "more"].map((id) => document.getElementById(id));
const numbers = new Intl.NumberFormat(document.documentElement.lang);
const FILTERS = ["kind", "year", "side"];
const STEP = 10;
const root = new URL(form.dataset.root, document.baseURI);
let loading, results = [], shown = 0, run = 0;

function load() {
  loading ??= import(new URL(form.dataset.index, document.baseURI)).then(async (pagefind) => {
    await pagefind.options({ baseUrl: root.pathname, excerptLength: 24, noWorker: true });
    await pagefind.init();
    return pagefind;
  });
  return loading;
}

const plain = (text) => text.normalize("NFD").replace(/\P{L}/gu, "").toLowerCase();

async function search() {
  const current = ++run;
  const query = form.q.value.trim();
  const filters = Object.fromEntries(FILTERS.flatMap((name) => (form[name].value ? [[name, form[name].value]] : [])));
  list.replaceChildren();
  more.hidden = true;
  status.textContent = "";
  if (!query && !Object.keys(filters).length) return;
  status.textContent = status.dataset.busy;
  try {
    const answer = await (await load()).search(query || null, { filters });
    // Pagefind shortens an unknown word until something begins so; a letter is no find.
    const [, found] = (await answer.results[0]?.data())?.excerpt.split(/<\/?mark>/) ?? [];
    const close = !found || query.split(/\s/).some((word) => plain(found).includes(plain(word).slice(0, 3)));
    if (current !== run) return;
    [results, shown] = [close ? answer.results : [], 0];
    status.textContent = results.length ? status.dataset.found.replace("#", numbers.format(results.length)) : status.dataset.none;
    await show(current);
  } catch {
    if (current === run) status.textContent = status.dataset.failed;
  }
}

async function show(current) {
  const pages = await Promise.all(results.slice(shown, shown + STEP).map((result) => result.data()));
  if (current !== run) return;
  const items = pages.map(({ url, meta, excerpt }) => {
    const [item, link, note, text] = ["li", "a", "span", "p"].map((name) => document.createElement(name));
    [link.href, link.textContent] = [url, meta.title];
    [note.className, note.textContent] = ["note", meta.date ?? ""];
    text.append(...mark(excerpt));
    item.append(link, " ", note, text);
    return item;
  });
  list.append(...items);
  if (shown && items[0]) items[0].querySelector("a").focus();
  shown += items.length;
  more.hidden = shown >= results.length;
}

// An excerpt is text with escapes, and <mark> around what was found: taken apart, not parsed as HTML.
function* mark(excerpt) {
  const parts = excerpt.split(/<\/?mark>/);
  for (const [index, part] of parts.entries()) {
    const text = part.replace(/&(lt|gt|quot|#39|#x27|amp);/g, (_, name) => ({ lt: "<", gt: ">", quot: '"', amp: "&" })[name] ?? "'");
    if (index % 2) yield Object.assign(document.createElement("mark"), { textContent: text });
    else yield text;
  }
}

function read() {
  const query = new URLSearchParams(location.search);
  for (const name of ["q", ...FILTERS]) form[name].value = query.get(name) ?? "";
  search();
}

function change() {
  const query = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
  history.pushState(null, "", `?${query}`);
  search();
}

if (/^https?:$/.test(location.protocol)) {
  form.hidden = false;
  document.getElementById("no-search").hidden = true;
  form.q.addEventListener("focus", () => load().catch(() => {}), { once: true });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    change();
  });
  for (const name of FILTERS) form[name].addEventListener("change", change);
  more.addEventListener("click", () => show(run));
  addEventListener("popstate", read);
  read();
}
