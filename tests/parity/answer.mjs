// Answers requests, one JSON a line on standard input, with the staged rules in the staged Pyodide.
import { readFileSync, readdirSync } from "node:fs";
import { createInterface } from "node:readline";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [checker] = process.argv.slice(2);
const manifest = JSON.parse(readFileSync(join(checker, "manifest.json"), "utf8"));
const runtime = join(checker, manifest.runtime);
const rules = join(checker, manifest.rules);

const { loadPyodide } = await import(pathToFileURL(join(runtime, "pyodide.mjs")).href);
const python = await loadPyodide({ indexURL: runtime, lockFileURL: join(rules, "pyodide-lock.json") });
const wheel = readdirSync(rules).find((name) => name.endsWith(".whl"));
python.unpackArchive(new Uint8Array(readFileSync(join(rules, wheel))), "wheel");
const answers = python.pyimport("generator.web").Checker(readFileSync(join(rules, "dataset.json"), "utf8"));
for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(answers.answer(line) + "\n");
}
