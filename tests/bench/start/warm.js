/** How long an assessment takes once the rules are there: from the question to the answer, in a worker of the page's kind. */

async (count) => {
  const worker = new Worker(bench.worker, bench.options);
  const ask = (number) =>
    new Promise((resolve, reject) => {
      worker.onerror = () => reject(new Error("the worker cannot be loaded"));
      worker.onmessage = ({ data }) => {
        if (data.kind === "failed") reject(new Error(data.detail));
        if (data.kind === "reply" && data.number === number) resolve(data.reply);
      };
      // Never twice the same: nothing may be remembered.
      const document = { ...bench.asked.document, funds_cad: 3000 + number };
      worker.postMessage({ number, request: { ...bench.asked, document } });
    });
  await ask(1);
  const taken = [];
  for (let number = 2; number < count + 2; number += 1) {
    const since = performance.now();
    await ask(number);
    taken.push(performance.now() - since);
  }
  worker.terminate();
  return taken.sort((one, other) => one - other)[Math.floor(count / 2)];
}
