import { el } from "./dom.js";
import { keepKey } from "./key.js";
import { t } from "./language.js";

/** Asks for a key when the one at hand opens nothing any more. */
export function openLocked(main, onkey) {
  const key = el("input", { type: "password", id: "key", autocomplete: "off", required: true });
  main.replaceChildren(el("form", {
    class: "panel locked",
    onsubmit: (event) => {
      event.preventDefault();
      keepKey(key.value);
      onkey();
    },
  },
  el("h1", {}, t("key.heading")),
  el("p", {}, t("key.explanation")),
  el("div", { class: "field" }, el("label", { for: "key" }, t("key.label")), key),
  el("button", { type: "submit", class: "primary" }, t("key.open"))));
  key.focus();
  return { stop() {} };
}
