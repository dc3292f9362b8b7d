/** A page that does what most pages with Python in them do: it starts a worker, asks it once, and shows the answer. */

const place = document.querySelector("[data-result]");
const applicant = JSON.parse(document.querySelector("#applicant").textContent);
const worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
const today = new Date().toISOString().slice(0, 10);

worker.onmessage = ({ data: { kind, reply } }) => {
  if (kind !== "reply") return;
  const [{ verdict, summary }] = reply.assessment.routes;
  const shown = document.createElement("p");
  shown.className = `checker__verdict checker__verdict--${verdict}`;
  shown.textContent = summary;
  place.replaceChildren(shown);
  place.setAttribute("aria-busy", "false");
};

worker.postMessage({ number: 1, request: { task: "assess", lang: "en", today, document: applicant } });
