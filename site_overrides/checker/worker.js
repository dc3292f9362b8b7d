/** The worker: starts Python, loads the rules and the facts, and answers requests. Nothing leaves the browser. */

const base = new URL("./", import.meta.url);

/** @type {(request: string) => string} */
let answer;

/** Fetch what reads workbooks: only some requests need it. @type {() => Promise<void>} */
let fetchWorkbooks;

/** @type {Promise<void> | null} */
let workbooks = null;

/** @param {import("./types").FromWorker} message */
function tell(message) {
  self.postMessage(message);
}

/**
 * Reject as soon as a file cannot be had or compiled: loadPyodide itself never settles when the wasm is missing or cut.
 * @returns {Promise<never>}
 */
function failedLoad() {
  const plainFetch = self.fetch;
  const compile = WebAssembly.instantiateStreaming;
  return new Promise((_, reject) => {
    self.fetch = async (...request) => {
      try {
        const response = await plainFetch(...request);
        if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);
        return response;
      } catch (error) {
        reject(error);
        throw error;
      }
    };
    WebAssembly.instantiateStreaming = async (...given) => {
      try {
        return await compile(...given);
      } catch (error) {
        reject(error);
        throw error;
      }
    };
  });
}

async function start() {
  tell({ kind: "stage", stage: "python" });
  const manifest = await (await fetch(new URL("manifest.json", base))).json();
  const runtime = new URL(manifest.runtime, base);
  const rules = new URL(manifest.rules, base);
  const [{ loadPyodide }, dataset] = await Promise.all([
    import(new URL("pyodide.mjs", runtime).href),
    fetch(new URL("dataset.json", rules)).then((response) => response.text()),
  ]);
  const python = await loadPyodide({
    indexURL: runtime.href,
    lockFileURL: new URL("pyodide-lock.json", rules).href,
    packages: [manifest.package],
  });
  tell({ kind: "stage", stage: "rules" });
  const checker = python.pyimport("generator.web").Checker(dataset);
  answer = (request) => checker.answer(request);
  fetchWorkbooks = async () => {
    const packed = await (await fetch(new URL(manifest.workbooks, base))).arrayBuffer();
    python.unpackArchive(packed, "zip", { extractDir: "/workbooks" });
    python.pyimport("sys").path.append("/workbooks");
  };
  tell({ kind: "ready", names: namesIn(JSON.parse(dataset)) });
}

/**
 * Pick out what the page says beside the assessment.
 * @param {any} staged
 * @returns {import("./types").Names}
 */
function namesIn({ dataset, words, page }) {
  return { sources: dataset.sources, words, page };
}

const started = Promise.race([failedLoad(), start()]);
started.catch((error) => tell({ kind: "failed", detail: String(error) }));

self.onmessage = async (/** @type {MessageEvent<import("./types").ToWorker>} */ event) => {
  const { number, request } = event.data;
  try {
    await started;
    if ("needs" in request && request.needs) await (workbooks ??= fetchWorkbooks());
    tell({ kind: "reply", number, reply: JSON.parse(answer(JSON.stringify(request))) });
  } catch (error) {
    tell({ kind: "failed", detail: String(error) });
  }
};
