import { getJson } from "./api.js";
import { inLanguage } from "./language.js";

let definitions = new Map();

/** Reads the error catalogue once; without it the list shows bare numbers. */
export async function readCatalogue() {
  const { errors } = await getJson("errors");
  definitions = new Map(errors.map((definition) => [definition.code, definition]));
}

/** The first sentence of an error in the reader's language, without the details that only the file itself knows. */
export function brief(code) {
  const definition = definitions.get(code);
  return definition ? withoutDetails(inLanguage(definition, "text")).split(/(?<=\.)\s(?=\p{Lu})/u)[0] : code;
}

function withoutDetails(sentence) {
  return sentence
    .replace(/\s*\([^()]*\{\w+\}[^()]*\)/g, "")
    .replace(/:?\s*['"]?\{\w+\}['"]?(?=\.|$)/g, "")
    .replace(/['"]?\{\w+\}['"]?/g, "…");
}
