import { el } from "./dom.js";
import { clockTime, duration, fullTime, shortTime } from "./format.js";
import { hasText, t } from "./language.js";

/** The steps a file has gone through, with their times. */
export function progress(file) {
  return el("section", { class: "panel", "aria-labelledby": "steps-heading" },
    el("h2", { id: "steps-heading" }, t("file.steps")),
    file.steps.length === 0
      ? el("p", { class: "under" }, t("step.none"))
      : el("ol", { class: "steps" }, file.steps.map((step) => stepItem(step, file.summary.isFinal))));
}

function stepItem(step, isFinal) {
  const key = `step.${step.name}`;
  const running = !step.finishedAt && !isFinal;
  const state = step.finishedAt ? "done" : running ? "running" : "broken";
  return el("li", { class: state },
    el("span", { class: "step" }, hasText(key) ? t(key) : step.name),
    el("span", { class: "under" },
      el("time", { datetime: step.startedAt, title: fullTime(step.startedAt) }, clockTime(step.startedAt)),
      step.finishedAt ? ` · ${duration(step.startedAt, step.finishedAt)}` : running ? ` · ${t("step.running")}` : ""));
}

/** KSeF's sessions, folded away: they matter when something has to be looked up at the Ministry. */
export function sessions(file) {
  if (file.sessions.length === 0) {
    return null;
  }

  return el("details", { class: "panel", "data-keep": "sessions" },
    el("summary", {}, t("file.sessions")),
    file.sessions.map((session) => el("dl", { class: "facts" },
      fact("session.number", el("span", { class: "mono" }, session.referenceNumber)),
      fact("session.kind", t(`session.${session.kind}`)),
      fact("session.opened", shortTime(session.openedAt)),
      fact("session.status", session.finalStatus ? String(session.finalStatus) : t("session.unfinished")))));
}

/** A name and a value in a list of facts. */
export function fact(key, ...value) {
  return el("div", {}, el("dt", {}, t(key)), el("dd", {}, ...value));
}
