// The search box in the header: units, problems, rounds and pages whose name holds every word, character by character.
// Without it the header leads to the lists themselves.
"use strict";

(() => {
  const header = document.querySelector(".md-header__inner");
  if (!header) return;

  const MOST = { units: 5, rounds: 3, problems: 7, pages: 4 };
  const { english, root, load, fold, terms, element, ledger, link } = inspection;
  const say = english
    ? {
        box: "Search the site",
        hint: "Units, problems, rounds, pages",
        units: "Units",
        rounds: "Rounds",
        problems: "Problems",
        pages: "Pages",
        all: (n) => `All ${n} problems in the list`,
        found: (n) => `${n} found`,
        none: "Nothing found.",
        failed: "The search could not be loaded.",
      }
    : {
        box: "搜索本站",
        hint: "单位、问题、轮次、页面",
        units: "单位",
        rounds: "轮次",
        problems: "问题",
        pages: "页面",
        all: (n) => `在问题清单中查看全部 ${n} 个`,
        found: (n) => `找到 ${n} 个`,
        none: "没有找到。",
        failed: "搜索没有载入。",
      };

  const glass = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const lines = document.createElementNS("http://www.w3.org/2000/svg", "path");
  glass.setAttribute("viewBox", "0 0 24 24");
  glass.setAttribute("aria-hidden", "true");
  lines.setAttribute("d", "M10 3a7 7 0 1 0 4.4 12.4l5 5 1.1-1.1-5-5A7 7 0 0 0 10 3m0 1.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11");
  glass.append(lines);

  const opener = element(
    "button",
    { type: "button", class: "search-opener", "aria-label": say.box, "aria-expanded": "false" },
    glass,
  );
  const input = element("input", {
    type: "search",
    id: "search-input",
    role: "combobox",
    placeholder: say.hint,
    autocomplete: "off",
    spellcheck: "false",
    "aria-label": say.box,
    "aria-autocomplete": "list",
    "aria-expanded": "false",
    "aria-controls": "search-list",
  });
  const list = element("div", { id: "search-list", role: "listbox", "aria-label": say.box });
  const status = element("p", { class: "search-status", role: "status" });
  const box = element("div", { class: "search-box" }, input, list, status);
  const search = element("div", { class: "search", role: "search" }, opener, box);
  list.hidden = true;
  status.hidden = true;

  let index = null;
  let options = [];
  let active = -1;

  async function parts() {
    const names = ["units", "problems", english ? "pages-en" : "pages-zh"];
    const [units, problems, pages] = await Promise.all(names.map(load));
    const named = new Map(units.id.values.map((id, place) => [id, units.name.values[place]]));
    const unitOf = problems.unit.values.map((place) => named.get(problems.unit.codes[place]));
    return {
      units,
      problems,
      pages,
      unitOf,
      unitTexts: units.name.values.map(fold),
      problemTexts: problems.title.values.map((title, place) => fold(`${title}\n${unitOf[place]}`)),
      pageTexts: pages.title.values.map(fold),
    };
  }

  /** Return the places of the texts that hold every word; those that begin with the first of them come first. */
  function holding(texts, words) {
    const found = [];
    for (let place = 0; place < texts.length; place += 1) {
      if (words.every((word) => texts[place].includes(word))) found.push(place);
    }
    const begins = (place) => texts[place].startsWith(words[0]);
    return [...found.filter(begins), ...found.filter((place) => !begins(place))];
  }

  function look(query) {
    const words = terms(query);
    const { units, problems, pages } = index;
    const code = (column, place) => column.codes[column.values[place]];
    const found = holding(index.problemTexts, words);
    const titled = holding(index.pageTexts, words);
    const groups = {
      units: holding(index.unitTexts, words).map((place) => ({
        text: units.name.values[place],
        target: inspection.unitAddress(units.id.values[place]),
      })),
      rounds: titled.filter((place) => code(pages.group, place) === "rounds").map(page),
      problems: found.map((place) => ({
        text: problems.title.values[place],
        more: index.unitOf[place],
        target: inspection.problemAddress(
          code(problems.round, place),
          code(problems.unit, place),
          problems.number.values[place],
        ),
      })),
      pages: titled.filter((place) => code(pages.group, place) !== "rounds").map(page),
    };
    return { groups, count: Object.values(groups).reduce((sum, group) => sum + group.length, 0) };

    function page(place) {
      return { text: pages.title.values[place], target: pages.path.values[place], own: true };
    }
  }

  function option({ text, more, target, own }) {
    const made = link(target, own ? text : ledger(text));
    if (more) made.append(" ", element("span", { class: "search-more" }, ledger(more)));
    return made;
  }

  function show(query) {
    const { groups, count } = look(query);
    const shown = Object.entries(groups).filter(([, group]) => group.length);
    list.replaceChildren(
      ...shown.map(([name, group]) => {
        const made = group.slice(0, MOST[name]).map(option);
        if (name === "problems" && group.length > MOST.problems) {
          const all = new URLSearchParams({ q: query.trim() });
          made.push(link(`problems/index.html?${all}`, say.all(group.length)));
        }
        const title = element("span", { class: "search-group", "aria-hidden": "true" }, say[name]);
        return element("div", { role: "group", "aria-label": say[name] }, title, ...made);
      }),
    );
    options = [...list.querySelectorAll("a")];
    options.forEach((one, number) => {
      for (const [key, value] of Object.entries({ role: "option", id: `search-${number}`, tabindex: "-1" })) {
        one.setAttribute(key, value);
      }
    });
    tell(count ? say.found(count) : say.none, count === 0);
    open(count > 0);
  }

  function tell(text, visible) {
    status.textContent = text;
    status.hidden = false;
    status.classList.toggle("search-unseen", !visible);
  }

  function open(wanted) {
    list.hidden = !wanted;
    input.setAttribute("aria-expanded", String(wanted));
    point(-1);
  }

  function close() {
    open(false);
    status.hidden = true;
  }

  function point(place) {
    options[active]?.removeAttribute("aria-selected");
    active = place;
    const one = options[active];
    if (!one) return input.removeAttribute("aria-activedescendant");
    one.setAttribute("aria-selected", "true");
    one.scrollIntoView({ block: "nearest" });
    return input.setAttribute("aria-activedescendant", one.id);
  }

  async function typed(event) {
    if (event.isComposing) return;
    if (!terms(input.value).length) {
      close();
      return;
    }
    try {
      index ??= await parts();
    } catch {
      tell(say.failed, true);
      return;
    }
    if (terms(input.value).length) show(input.value);
  }

  function pressed(event) {
    if (event.isComposing) return;
    if (event.key === "Escape") {
      if (list.hidden) unfold(false);
      else close();
      event.preventDefault();
    }
    if (list.hidden) return;
    const last = options.length - 1;
    const to = { ArrowDown: active < last ? active + 1 : 0, ArrowUp: active > 0 ? active - 1 : last }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      point(to);
    } else if (event.key === "Enter") {
      event.preventDefault();
      options[Math.max(active, 0)].click();
    }
  }

  /** On a telephone the box is a button until it is wanted, and then covers the header. */
  function unfold(wanted) {
    search.classList.toggle("search-unfolded", wanted);
    opener.setAttribute("aria-expanded", String(wanted));
    if (wanted) input.focus();
    else if (document.activeElement === input && opener.offsetParent) opener.focus();
  }

  opener.addEventListener("click", () => unfold(true));
  input.addEventListener("input", typed);
  input.addEventListener("compositionend", typed);
  input.addEventListener("keydown", pressed);
  input.addEventListener("focus", () => index && typed({}));
  search.addEventListener("focusout", (event) => {
    if (search.contains(event.relatedTarget)) return;
    close();
    search.classList.remove("search-unfolded");
    opener.setAttribute("aria-expanded", "false");
  });
  list.addEventListener("pointerdown", (event) => event.preventDefault()); // the box keeps the focus

  header.insertBefore(search, header.querySelector(":scope > [data-md-component=palette]"));
})();
