// What is found in a list: plain arrays in, plain arrays out. It knows no page.
"use strict";

/**
 * Return the function that answers a choice over a source.
 *
 * A source has a size, texts and facets (columns of codes, with the place of a row's code in `values`), and ranks by
 * column. A facet with `parents` is a tree: a code stands for itself and all below it, and comes before them.
 *
 * The answer holds `rows`, those that pass everything chosen, in the order chosen, and `counts`: for each facet and code
 * the rows that pass everything chosen in the others.
 */
inspection.filter = (source) => {
  const NONE = -1;
  const MANY = -2;
  const orders = new Map();
  const names = Object.keys(source.facets);
  const facets = Object.values(source.facets);

  return (choice) => {
    const words = inspection.terms(choice.q ?? "");
    const held = words.length ? holding(words) : null;
    const masks = facets.map((facet, number) => wanted(facet, choice[names[number]]));
    const counts = facets.map((facet) => new Int32Array(facet.codes.length));
    const rows = [];
    for (const row of order(choice.sort ?? "")) {
      if (held && !held[row]) continue;
      const refusing = refusal(masks, row);
      if (refusing === MANY) continue;
      if (refusing === NONE) rows.push(row);
      for (let number = 0; number < facets.length; number += 1) {
        if (refusing === NONE || refusing === number) counts[number][facets[number].values[row]] += 1;
      }
    }
    return { rows, counts: Object.fromEntries(names.map((name, number) => [name, counts[number]])) };
  };

  /** Return for every row whether each of the words stands in one of its texts. */
  function holding(words) {
    const held = new Uint8Array(source.size).fill(1);
    for (const word of words) {
      const has = new Uint8Array(source.size);
      for (const { codes, values } of source.texts) {
        const hits = Uint8Array.from(codes, (one) => one.includes(word));
        for (let row = 0; row < has.length; row += 1) has[row] |= hits[values[row]];
      }
      for (let row = 0; row < has.length; row += 1) held[row] &= has[row];
    }
    return held;
  }

  /** Return for every code of a facet whether it is wanted, or nothing when all are. */
  function wanted(facet, code) {
    if (!code) return null;
    const mask = new Uint8Array(facet.codes.length);
    mask[facet.codes.indexOf(code)] = 1;
    facet.parents?.forEach((parent, place) => {
      if (mask[parent]) mask[place] = 1;
    });
    return mask;
  }

  /** Return the one facet that refuses a row, or that none does, or that several do, when it counts nowhere. */
  function refusal(masks, row) {
    let refusing = NONE;
    for (let number = 0; number < masks.length; number += 1) {
      if (masks[number] && !masks[number][facets[number].values[row]]) {
        if (refusing !== NONE) return MANY;
        refusing = number;
      }
    }
    return refusing;
  }

  /** Return all rows in the order of a column, `-column` the other way; equal ones stay as in the ledger. */
  function order(sort) {
    if (!orders.has(sort)) {
      const rows = Array.from({ length: source.size }, (_, row) => row);
      const sign = sort.startsWith("-") ? -1 : 1;
      const ranks = source.ranks(sort.replace("-", ""));
      if (ranks) rows.sort((one, other) => sign * (ranks[one] - ranks[other]) || one - other);
      orders.set(sort, rows);
    }
    return orders.get(sort);
  }
};
