/** Runs before every page: notes the moment at which the first assessment is on the screen, and what it was asked about. */

(() => {
  const ANSWER = '[data-result][aria-busy="false"] .checker__verdict';
  const bench = { asked: null, worker: null, options: null, failed: null, answer: null };
  globalThis.bench = bench;

  const Plain = globalThis.Worker;
  globalThis.Worker = class extends Plain {
    constructor(address, options) {
      super(address, options);
      bench.worker ??= String(address);
      bench.options ??= options;
      this.addEventListener("message", ({ data }) => {
        if (data.kind === "failed") bench.failed = data.detail;
      });
      this.addEventListener("error", (event) => {
        bench.failed = event.message || "the worker cannot be loaded";
      });
    }

    postMessage(message, ...more) {
      super.postMessage(message, ...more);
      if (message.request?.task === "assess" && !bench.answer) bench.asked = message.request;
    }
  };

  const observer = new MutationObserver(() => {
    const shown = document.querySelector(ANSWER);
    if (!shown) return;
    observer.disconnect();
    // The frame that shows it has been drawn when the task after the frame's own runs.
    requestAnimationFrame(() =>
      setTimeout(() => {
        bench.answer = { milliseconds: performance.now(), verdict: shown.className };
      }),
    );
  });
  observer.observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ["aria-busy"] });
})();
