/** What the line and the processor are worth, seen from a page and from its worker. */

async () => {
  const WORK = 60_000_000;

  const fetched = async (address) => {
    const since = performance.now();
    const response = await fetch(address);
    const begun = performance.now();
    const { byteLength } = await response.arrayBuffer();
    return { latency: begun - since, rate: byteLength / (performance.now() - begun), all: performance.now() - since };
  };
  const busy = (work) => {
    const since = performance.now();
    let sum = 0;
    for (let step = 0; step < work; step += 1) sum = (sum * 31 + step) | 0;
    return performance.now() - since + 0 * sum;
  };
  const source = `const fetched = ${fetched}; const busy = ${busy};
    self.onmessage = async ({ data: { work, address } }) =>
      self.postMessage({ ...(await fetched(address)), busy: Math.min(busy(work), busy(work), busy(work)) });`;
  const address = (who) => new URL(`proof.bin?${who}`, location.href).href;
  const worker = new Worker(URL.createObjectURL(new Blob([source], { type: "text/javascript" })));
  const page = { ...(await fetched(address("page"))), busy: Math.min(busy(WORK), busy(WORK), busy(WORK)) };
  const told = new Promise((resolve) => (worker.onmessage = ({ data }) => resolve(data)));
  worker.postMessage({ work: WORK, address: address("worker") });
  return { page, worker: await told };
}
