import { polish } from "./polish.js";
import { english } from "./english.js";

const slot = "ksef-functions-language";
const languages = { pl: polish, en: english };

let current = "pl";

export const languageNames = { pl: "Polski", en: "English" };

/** What the reader chose last, else what the browser prefers; English for everyone who prefers neither. */
export function startLanguage() {
  const chosen = localStorage.getItem(slot);
  const preferred = navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase()).find((tag) => tag in languages);
  setLanguage(chosen in languages ? chosen : preferred ?? "en");
}

export function chooseLanguage(language) {
  localStorage.setItem(slot, language);
  setLanguage(language);
}

export function language() {
  return current;
}

/** Tag for numbers and dates; English texts keep European habits. */
export function locale() {
  return current === "pl" ? "pl-PL" : "en-GB";
}

/** A text of the page: {name} is filled in, and texts that count have a form for each plural category. */
export function t(key, values = {}) {
  const entry = languages[current][key];
  const text = typeof entry === "object" ? entry[pluralOf(values.count)] : entry;
  return (text ?? key).replace(/\{(\w+)\}/g, (_, name) => shown(values[name]));
}

export function hasText(key) {
  return key in languages[current];
}

/** Picks the member of an answer that is written in the reader's language, such as message or messagePl. */
export function inLanguage(answer, member) {
  return current === "pl" ? answer[`${member}Pl`] ?? answer[member] : answer[member];
}

function setLanguage(language) {
  current = language;
  document.documentElement.lang = language;
}

function pluralOf(count) {
  return new Intl.PluralRules(locale()).select(count);
}

function shown(value) {
  return typeof value === "number" ? new Intl.NumberFormat(locale(), { useGrouping: "always" }).format(value) : value ?? "";
}
