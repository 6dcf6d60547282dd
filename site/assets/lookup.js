// What the explorer and the search box share: where the index lies, how it is loaded, how texts are compared.
"use strict";

globalThis.inspection = (() => {
  const assets = new URL(".", document.currentScript.src);
  const english = document.documentElement.lang.startsWith("en");
  const root = new URL("../", assets);
  const data = new URL(english ? "../data/v1/" : "data/v1/", root);
  const loaded = new Map();
  const awaited = new Map();

  /** Return the promise of one part of the index; every part is loaded once, when it is first asked for. */
  function load(name) {
    if (!loaded.has(name)) {
      const coming = location.protocol === "file:" ? byScript(name) : byRequest(name);
      coming.catch(() => loaded.delete(name)); // so that the next use tries again
      loaded.set(name, coming);
    }
    return loaded.get(name);
  }

  async function byRequest(name) {
    const answer = await fetch(new URL(`index-${name}.json`, data));
    if (!answer.ok) throw new Error(`${answer.status} ${answer.url}`);
    return answer.json();
  }

  // A page that was opened from a folder may not request files, but it may run them.
  function byScript(name) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      awaited.set(name, resolve);
      script.addEventListener("error", reject);
      script.src = new URL(`index-${name}.js`, data).href;
      document.head.append(script);
    });
  }

  /** Called by `index-<name>.js`. */
  function receive(name, index) {
    awaited.get(name)?.(index);
  }

  /** Return a text as it is compared: full-width letters are half-width ones, capitals small ones. */
  function fold(text) {
    return text.normalize("NFKC").toLowerCase();
  }

  /** Return the words of a query; a text is found when it holds each of them, character by character. */
  function terms(query) {
    return fold(query).split(/\s+/).filter(Boolean);
  }

  /** Return a new element with attributes and children; texts become text, never markup. */
  function element(name, values = {}, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(values)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  }

  /** Return a text of the ledger, which is Chinese wherever it stands. */
  function ledger(text) {
    return english ? element("span", { lang: "zh-CN" }, text) : text;
  }

  /** Return a link into the pages of this language. */
  function link(target, ...children) {
    return element("a", { href: root.href + target }, ...children);
  }

  const problemAddress = (round, unit, number) => `problems/${round}-${unit}-${number}/index.html`;
  const unitAddress = (unit) => `units/${unit}/index.html`;
  const roundAddress = (round) => `rounds/${round}/index.html`;

  const addresses = { problemAddress, unitAddress, roundAddress };
  return { english, root, load, receive, fold, terms, element, ledger, link, ...addresses };
})();
