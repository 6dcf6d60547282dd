// The two lists the explorer knows: from the index to rows, facets, orders, cells and lines of CSV.
"use strict";

inspection.columns = {
  problems: ["title", "unit", "round", "category", "status", "due"],
  units: [
    "name", "total", "own", "closed", "rate", "overdue", "long_term", "basically_done", "in_progress", "not_started",
  ],
};

inspection.sources = (() => {
  const { load, fold, element, link, ledger } = inspection;
  const language = document.documentElement.lang;
  const months = new Intl.DateTimeFormat(language, { year: "numeric", month: "long", timeZone: "UTC" });
  const inOrder = new Intl.Collator("zh-CN");

  const all = (column) => column.values.map((place) => column.codes[place]);
  const range = (size) => Array.from({ length: size }, (_, place) => place);
  const month = (text) => (text ? months.format(new Date(`${text}-01T00:00:00Z`)) : "—");
  const rate = (n, of) => (of ? `${((n / of) * 100).toFixed(1)}%` : "—");

  /** Return the place of each text among all of them, sorted as a Chinese dictionary sorts. */
  function ranked(texts) {
    const ranks = new Int32Array(texts.length);
    const sorted = range(texts.length).sort((one, other) => inOrder.compare(texts[one], texts[other]));
    sorted.forEach((place, rank) => (ranks[place] = rank));
    return ranks;
  }

  /** A status: its word and, by its class, its shape. */
  function chip(code, labelOf) {
    return element("span", { class: `status ${code.replaceAll("_", "-")}` }, labelOf("status", code));
  }

  async function problems(labelOf, said) {
    const [index, register] = await Promise.all([load("problems"), load("units")]);
    const size = index.title.values.length;
    const placeOf = new Map(register.id.values.map((id, place) => [id, place]));
    const unit = all(index.unit).map((id) => placeOf.get(id));
    const kind = { codes: register.kind.codes, values: unit.map((place) => register.kind.values[place]) };
    const title = (row) => index.title.values[row];
    const names = register.name.values;
    const of = (name, row) => index[name].codes[index[name].values[row]];
    const address = (row) => inspection.problemAddress(of("round", row), of("unit", row), index.number.values[row]);
    const late = (row) => of("overdue", row) === "yes";
    return {
      size,
      texts: [
        { codes: index.title.values.map(fold), values: range(size) },
        { codes: names.map(fold), values: unit },
      ],
      facets: {
        status: index.status,
        category: index.category,
        round: index.round,
        overdue: index.overdue,
        kind,
        unit: { codes: register.id.values, values: unit, parents: register.parent.values },
      },
      ranks: (column) =>
        ({
          title: () => ranked(index.title.values),
          unit: () => unit,
        })[column]?.() ?? index[column]?.values,
      cells: (row) => [
        link(address(row), ledger(title(row))),
        link(inspection.unitAddress(of("unit", row)), ledger(names[unit[row]])),
        link(inspection.roundAddress(of("round", row)), labelOf("round", of("round", row))),
        labelOf("category", of("category", row)),
        [chip(of("status", row), labelOf), ...(late(row) ? [" ", element("span", { class: "late" }, said.late)] : [])],
        month(of("due", row)),
      ],
      head: (titles) => [...titles, said.late, said.address],
      record: (row) => [
        title(row),
        names[unit[row]],
        labelOf("round", of("round", row)),
        labelOf("category", of("category", row)),
        labelOf("status", of("status", row)),
        of("due", row),
        late(row) ? said.yes : said.no,
        new URL(address(row), inspection.root).href,
      ],
    };
  }

  async function units(labelOf, said) {
    const index = await load("units");
    const ids = index.id.values;
    const rows = range(ids.length);
    const parents = index.parent.values;
    const depth = [];
    for (const row of rows) depth.push(parents[row] < 0 ? 0 : (depth[parents[row]] ?? 0) + 1);
    const numbers = inspection.columns.units.slice(1);
    const figure = (row, column) =>
      column === "rate" ? rate(index.closed.values[row], index.total.values[row]) : index[column].values[row];
    const kind = (row) => labelOf("kind", index.kind.codes[index.kind.values[row]]);
    const unitLink = (row) => link(inspection.unitAddress(ids[row]), ledger(name(row)));
    const gone = (row) => index.gone.codes[index.gone.values[row]] === "yes";
    const name = (row) => index.name.values[row];
    // Filtered or sorted it is no tree any more, and the unit above is named instead.
    const flat = ({ q, kind: only, sort }) => Boolean(q || only || sort);
    const beside = (row, choice) => {
      const above = flat(choice) && parents[row] >= 0 ? [" · ", ledger(name(parents[row]))] : [];
      return element("span", { class: "minor" }, kind(row), ...above, gone(row) ? ` · ${said.gone}` : "");
    };
    return {
      size: ids.length,
      texts: [{ codes: index.name.values.map(fold), values: rows }],
      facets: { kind: index.kind, unit: { codes: ids, values: rows, parents } },
      ranks: (column) =>
        ({
          name: () => ranked(index.name.values),
          rate: () => rows.map((row) => index.closed.values[row] / (index.total.values[row] || Infinity)),
        })[column]?.() ?? index[column]?.values,
      cells: (row, choice) => [
        [
          element("span", { class: `depth-${flat(choice) ? 0 : depth[row]}` }, unitLink(row)),
          " ",
          beside(row, choice),
        ],
        ...numbers.map((column) => String(figure(row, column))),
      ],
      head: (titles) => [titles[0], said.kind, ...titles.slice(1), said.address],
      record: (row) => [
        name(row),
        kind(row),
        ...numbers.map((column) => figure(row, column)),
        new URL(inspection.unitAddress(ids[row]), inspection.root).href,
      ],
    };
  }

  return { problems, units };
})();
