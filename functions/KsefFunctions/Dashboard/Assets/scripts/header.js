import { el, icon } from "./dom.js";
import { clockTime } from "./format.js";
import { chooseLanguage, language, languageNames, t } from "./language.js";
import { isPaused, setPaused } from "./refresh.js";

let asOf = null;

/** Draws the bar at the top; onlanguage runs after the reader has chosen another language. */
export function drawHeader(onlanguage) {
  document.title = t("app.title");
  document.getElementById("skip").textContent = t("app.skip");
  const environment = document.documentElement.dataset.environment;
  document.getElementById("top").replaceChildren(
    el("div", { class: "bar" },
      el("a", { class: "brand", href: "#/files" }, el("span", { class: "mark" }, icon("check")), el("span", {}, t("app.title"))),
      el("span", { class: `environment ${environment}` }, t(`environment.${environment}`)),
      el("div", { class: "tools" }, refreshing(), languages(onlanguage))));
}

/** Notes that what is on the screen is as fresh as now. */
export function dataIsFresh() {
  asOf = new Date();
  showTime();
}

function refreshing() {
  const button = el("button", { type: "button", class: "quiet", id: "pause", onclick: toggle });
  const box = el("div", { class: "refreshing" }, el("span", { id: "as-of" }), button);
  queueMicrotask(() => {
    showTime();
    drawPause();
  });
  return box;
}

function toggle() {
  setPaused(!isPaused());
  showTime();
  drawPause();
}

function drawPause() {
  const text = t(isPaused() ? "refresh.resume" : "refresh.pause");
  const button = document.getElementById("pause");
  button.replaceChildren(icon(isPaused() ? "play" : "pause"));
  button.setAttribute("aria-label", text);
  button.title = text;
}

function showTime() {
  const time = asOf ? t("refresh.at", { time: clockTime(asOf) }) : "";
  document.getElementById("as-of").textContent = isPaused() ? t("refresh.paused") : time;
}

function languages(onlanguage) {
  const buttons = Object.entries(languageNames).map(([code, name]) => el("button", {
    type: "button",
    lang: code,
    title: name,
    "aria-pressed": String(code === language()),
    onclick: () => {
      chooseLanguage(code);
      onlanguage();
      document.querySelector(`.languages [lang="${code}"]`).focus();
    },
  }, el("span", { "aria-hidden": "true" }, code.toUpperCase()), el("span", { class: "unseen" }, name)));
  return el("div", { class: "languages", role: "group", "aria-label": t("app.language") }, buttons);
}
