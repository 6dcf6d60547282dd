// What is found in a list: plain arrays in, plain arrays out. It knows no page.
"use strict";

/**
 * Return the function that answers a choice over a source.
 *
 * A source has a size, texts and facets (columns of codes, with the place of a row's code in `values`), and ranks by column. A facet with
 * `parents` is a tree: a code stands for itself and for all below it, and parents come before what is below them.
 *
 * The answer holds `rows`, those that pass everything chosen, in the order chosen, and `counts`, for each facet and code
 * the rows that pass everything chosen in the others.
 */
inspection.filter = (source) => {
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
      const refused = refusing(masks, row);
      if (refused.length > 1) continue;
      if (refused.length === 0) rows.push(row);
      for (const number of refused.length ? refused : facets.keys()) counts[number][facets[number].values[row]] += 1;
    }
    return { rows, counts: Object.fromEntries(names.map((name, number) => [name, counts[number]])) };
  };

  /** Return for every row whether each of the words stands in one of its texts. */
  function holding(words) {
    const held = new Uint8Array(source.size).fill(1);
    for (const word of words) {
      const hits = source.texts.map((text) => Uint8Array.from(text.codes, (one) => one.includes(word)));
      for (let row = 0; row < source.size; row += 1) {
        held[row] &= source.texts.some((text, number) => hits[number][text.values[row]]);
      }
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

  /** Return which facets refuse a row, at most two of them: more make no difference. */
  function refusing(masks, row) {
    const refused = [];
    for (let number = 0; number < masks.length && refused.length < 2; number += 1) {
      if (masks[number] && !masks[number][facets[number].values[row]]) refused.push(number);
    }
    return refused;
  }

  /** Return all rows in the order of a column, `-column` for the other way; equal ones stay as they are in the ledger. */
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
