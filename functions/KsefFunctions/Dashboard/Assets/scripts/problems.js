import { el, icon } from "./dom.js";
import { nip } from "./format.js";
import { inLanguage, t } from "./language.js";
import { fileAddress } from "./router.js";

const drawings = { error: "cross", warning: "alert", note: "info" };

/** Errors, warnings or notes as a list: the sentence, what to do, and where. */
export function problemList(errors) {
  return el("ul", { class: "problems" }, errors.map(problemItem));
}

function problemItem(error) {
  const todo = inLanguage(error, "whatToDo");
  return el("li", { class: error.severity },
    icon(drawings[error.severity]),
    el("div", {},
      el("p", { class: "sentence" }, inLanguage(error, "message")),
      todo ? el("p", { class: "todo" }, el("strong", {}, t("error.todo")), " ", todo) : null,
      el("p", { class: "where" }, whereabouts(error).join(" · "), linkTo(error)),
      error.path ? el("details", { "data-keep": `path-${error.code}-${error.path}` },
        el("summary", {}, t("error.place")), el("code", {}, error.path)) : null));
}

function whereabouts(error) {
  const parts = [error.code];
  if (error.ksefCode) {
    parts.push(t("error.ksefCode", { code: String(error.ksefCode) }));
  }

  if (error.line) {
    parts.push(t(error.column ? "error.lineColumn" : "error.line", { line: error.line, column: error.column }));
  }

  if (error.contextNip) {
    parts.push(t("error.company", { nip: nip(error.contextNip) }));
  }

  if (error.responsible && error.severity === "error") {
    parts.push(t(`responsible.${error.responsible}`), t(`replay.${error.replay}`));
  }

  return parts;
}

function linkTo(error) {
  return error.fileId ? [" · ", el("a", { href: fileAddress(error.fileId) }, t("error.file"))] : null;
}
