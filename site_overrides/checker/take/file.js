/** Opens a file of answers: what it says is believed only after the rules have read it. */

const LARGEST = 100_000;
const DEEPEST = 4;
const MOST_TOLD = 5;

/**
 * Read the answers in a file, or say why it is refused.
 * @param {File} file
 * @param {import("../types").Page} page
 * @returns {Promise<{ document: Record<string, unknown> } | { refused: string[] }>}
 */
export async function opened(file, { words, ask }) {
  if (file.size > LARGEST) return { refused: [words.say("take.file.too_large")] };
  let document;
  try {
    document = JSON.parse((await file.text()).replace(/^\ufeff/, ""));
  } catch {
    return { refused: [words.say("take.file.not_json")] };
  }
  if (typeof document !== "object" || document === null || Array.isArray(document) || isDeeper(document, DEEPEST))
    return { refused: [words.say("take.file.no_answers")] };
  const reply = await ask("assess", { document });
  if (!("problems" in reply)) return { document: reply.document };
  const told = reply.problems.slice(0, MOST_TOLD).map(({ path, message }) => `${path}: ${words.sentences(message)}`);
  return { refused: reply.problems.length > MOST_TOLD ? [...told, "…"] : told };
}

/**
 * Tell whether a value holds more levels than a document has.
 * @param {unknown} value
 * @param {number} levels
 * @returns {boolean}
 */
function isDeeper(value, levels) {
  if (typeof value !== "object" || value === null) return false;
  return levels === 0 || Object.values(value).some((item) => isDeeper(item, levels - 1));
}
