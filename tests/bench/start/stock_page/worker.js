/** Pyodide with its own files and settings, the wheel of the rules, the facts, and the messages of our worker. */

import { loadPyodide } from "./runtime/pyodide.mjs";

const base = new URL("./", import.meta.url);

async function start() {
  const [python, dataset] = await Promise.all([
    loadPyodide({ packages: [new URL("{{ wheel }}", base).href] }),
    fetch(new URL("dataset.json", base)).then((response) => response.text()),
  ]);
  return python.pyimport("generator.web").Checker(dataset);
}

const started = start();
started.catch((error) => self.postMessage({ kind: "failed", detail: String(error) }));

self.onmessage = async ({ data: { number, request } }) => {
  const checker = await started;
  self.postMessage({ kind: "reply", number, reply: JSON.parse(checker.answer(JSON.stringify(request))) });
};
