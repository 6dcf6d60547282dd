// The lists of problems and of units, filtered, sorted and counted on the reader's machine. Without it they stay the
// plain tables they are. What is chosen lives in the form and in the address, and nowhere else.
"use strict";

(() => {
  const form = document.querySelector("form[data-explorer]");
  const table = form && document.querySelector(form.dataset.table);
  if (!table) return;

  const ROWS = 50;
  const MINOR = new Set(["long_term", "basically_done", "in_progress", "not_started"]);
  const { element } = inspection;
  const said = form.dataset;
  const columns = inspection.columns[said.explorer];
  const heads = [...table.tHead.rows[0].cells];
  const titles = heads.map((head) => head.textContent.trim());
  const selects = [...form.querySelectorAll("select[data-facet]")];
  const labels = new Map();
  const status = form.querySelector("[role=status]");
  const fold = form.querySelector("details");
  const chosenCount = form.querySelector("[data-chosen-count]");
  const desk = matchMedia("(min-width: 45em)");
  const turners = [];

  let source = null;
  let look = null;
  let shown = [];
  let page = 1;
  let typing = false;

  // --- what is chosen: form and address ---

  function chosen() {
    return Object.fromEntries([...new FormData(form)].filter(([, value]) => value.trim()));
  }

  /** Say on the fold how much is chosen inside it. */
  function tellChosen() {
    const inside = [...fold.querySelectorAll("select")].filter((select) => select.value).length;
    chosenCount.textContent = inside ? said.chosen.replace("%n", inside) : "";
  }

  function remember(push) {
    tellChosen();
    const query = new URLSearchParams(chosen());
    if (page > 1) query.set("page", page);
    const address = query.size ? `?${query}` : location.pathname;
    if (address !== (location.search || location.pathname)) {
      history[push ? "pushState" : "replaceState"](null, "", address);
    }
  }

  function recall() {
    const query = new URLSearchParams(location.search);
    for (const control of form.querySelectorAll("[name]")) {
      control.value = query.get(control.name) ?? "";
      if (control.selectedIndex === -1) control.value = "";
    }
    page = Math.max(1, Number.parseInt(query.get("page"), 10) || 1);
    tellChosen();
    return query.size > 0;
  }

  // --- what is shown ---

  function count(choice) {
    const found = look(choice);
    shown = found.rows;
    for (const select of selects) tell(select, source.facets[select.name], found.counts[select.name]);
  }

  /** Write behind each choice of a facet how many rows it would show. */
  function tell(select, facet, counts) {
    const all = counts.reduce((sum, one) => sum + one, 0);
    if (facet.parents) {
      for (let one = counts.length - 1; one >= 0; one -= 1) {
        if (facet.parents[one] >= 0) counts[facet.parents[one]] += counts[one];
      }
    }
    const places = new Map(facet.codes.map((code, place) => [code, place]));
    for (const option of select.options) {
      if (!labels.has(option)) labels.set(option, option.textContent);
      const number = option.value ? counts[places.get(option.value)] ?? 0 : all;
      const text = labels.get(option) + said.count.replace("%n", number);
      if (option.textContent !== text) option.textContent = text;
    }
  }

  function show() {
    const choice = chosen();
    count(choice);
    const pages = Math.max(1, Math.ceil(shown.length / ROWS));
    page = Math.min(page, pages);
    status.textContent = shown.length ? said.found.replace("%n", shown.length) : said.none;
    table.tBodies[0].replaceChildren(...shown.slice((page - 1) * ROWS, page * ROWS).map((row) => rowOf(row, choice)));
    for (const [number, head] of heads.entries()) {
      const own = (choice.sort ?? "").replace("-", "") === columns[number];
      if (own) head.setAttribute("aria-sort", choice.sort.startsWith("-") ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    }
    for (const turner of turners) turner.tell(pages);
    for (const pager of document.querySelectorAll(".pager")) pager.hidden = true;
    form.querySelector("[data-csv]").disabled = shown.length === 0;
  }

  /** Return the class of a cell, as the plain tables have it. */
  function classOf(column, cell) {
    if (column === "overdue") return cell === "0" ? "over" : "over some";
    return cell === "0" && MINOR.has(column) ? "none" : "";
  }

  function rowOf(row, choice) {
    const made = element("tr");
    source.cells(row, choice).forEach((cell, number) => {
      const attributes = number ? { "data-label": titles[number], class: classOf(columns[number], cell) } : {};
      made.append(element("td", attributes, ...[cell].flat()));
    });
    return made;
  }

  function turner(below) {
    const words = element("span");
    const back = element("button", { type: "button" }, said.back);
    const on = element("button", { type: "button" }, said.on);
    const nav = element(below ? "div" : "nav", { class: "turner" }, back, words, on);
    if (!below) nav.setAttribute("aria-label", said.pages);
    nav.hidden = true;
    const turn = (button, by) => {
      if (button.getAttribute("aria-disabled") === "true") return;
      page += by;
      changed(true);
      if (below) form.scrollIntoView();
    };
    back.addEventListener("click", () => turn(back, -1));
    on.addEventListener("click", () => turn(on, 1));
    const told = (pages) => {
      nav.hidden = pages === 1;
      words.textContent = said.page.replace("%n", page).replace("%of", pages);
      back.setAttribute("aria-disabled", page === 1);
      on.setAttribute("aria-disabled", page === pages);
    };
    return { nav, tell: told };
  }

  // --- what is taken home ---

  /** Return a text as a cell of CSV; what a spreadsheet would run as a formula becomes text. */
  function cell(text) {
    const safe = /^\s*[=+\-@＝＋－＠]/.test(text) || /^[\t\r]/.test(text) ? `'${text}` : text;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  }

  function save() {
    const lines = [source.head(titles), ...shown.map(source.record)];
    const text = `\ufeff${lines.map((line) => line.map((one) => cell(String(one))).join(",")).join("\r\n")}\r\n`;
    const address = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
    element("a", { href: address, download: `${said.explorer}.csv` }).click();
    setTimeout(() => URL.revokeObjectURL(address), 60000);
  }

  // --- what is done ---

  async function ready() {
    if (source) return;
    source = await inspection.sources[said.explorer](labelOf, said);
    look = inspection.filter(source);
  }

  function labelOf(name, code) {
    const option = [...form.elements[name].options].find((one) => one.value === code);
    return option ? (labels.get(option) ?? option.textContent).trim() : code;
  }

  /** Load what is needed, then do something with it; say so when it cannot be loaded. */
  async function withIndex(act) {
    try {
      await ready();
    } catch {
      status.textContent = said.failed;
      return;
    }
    act();
  }

  function changed(push) {
    remember(push);
    return withIndex(show);
  }

  function typed(event) {
    if (event.isComposing) return;
    page = 1;
    const first = event.target.name !== "q" || !typing;
    typing = event.target.name === "q";
    changed(first);
  }

  function sortBy(column) {
    form.elements.sort.value = form.elements.sort.value === column ? `-${column}` : column;
    form.elements.sort.dispatchEvent(new Event("input", { bubbles: true }));
  }

  /** On a desk there is room: the choices lie open, as the style sheet shows them from the first moment. */
  function unfold() {
    fold.open ||= desk.matches;
  }

  function prepare() {
    unfold();
    desk.addEventListener("change", unfold);
    for (const [number, column] of columns.entries()) {
      const button = element("button", { type: "button", class: "sort" }, titles[number]);
      button.addEventListener("click", () => sortBy(column));
      heads[number].replaceChildren(button);
      for (const [sign, way] of [["", said.up], ["-", said.down]]) {
        form.elements.sort.append(element("option", { value: sign + column }, way.replace("%s", titles[number])));
      }
    }
    turners.push(turner(false), turner(true));
    form.after(turners[0].nav);
    table.closest(".records, .wide").after(turners[1].nav);
    form.querySelector("fieldset").disabled = false;
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", typed);
    form.addEventListener("compositionend", typed);
    form.addEventListener("pointerdown", () => source ?? withIndex(() => count(chosen())), { once: true });
    form.querySelector("[data-csv]").addEventListener("click", () => withIndex(() => (count(chosen()), save())));
    form.querySelector("[data-reset]").addEventListener("click", () => {
      form.reset();
      page = 1;
      typing = false;
      changed(true);
    });
    addEventListener("popstate", () => {
      typing = false;
      if (recall() || source) withIndex(show);
    });
    if (recall()) withIndex(show);
  }

  prepare();
})();
