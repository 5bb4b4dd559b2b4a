import { el } from "./dom.js";
import { hasText, t } from "./language.js";

const shownFor = 6000;

/** Says something in passing; screen readers hear it too. */
export function notice(text, tone = "good") {
  const note = el("p", { class: `notice ${tone}` }, text);
  document.getElementById("notices").append(note);
  setTimeout(() => note.remove(), shownFor);
}

/** What went wrong with a request, in the reader's language. */
export function problemText(error) {
  const key = `problem.${error.status}`;
  return hasText(key) ? t(key) : t("problem.500");
}
