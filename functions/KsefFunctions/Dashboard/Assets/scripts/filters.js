import { el, icon } from "./dom.js";
import { startOfDay, warsawDate } from "./format.js";
import { t } from "./language.js";
import { groups, outcomeQuery } from "./outcomes.js";

const typingPause = 350;
const periods = { today: 0, week: 6, month: 29 };

/** What the API is asked for; the outcome can be left out, as the counts do. */
export function queryOf(filters, { withOutcome }) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({
    ...(withOutcome && filters.get("outcome") ? outcomeQuery(filters.get("outcome")) : {}),
    nip: filters.get("nip"),
    text: filters.get("text"),
  })) {
    setIf(query, name, value);
  }

  const period = filters.get("period");
  const today = warsawDate(new Date());
  if (period in periods) {
    query.set("from", startOfDay(today, -periods[period]));
  } else if (period === "range") {
    setIf(query, "from", filters.get("from") && startOfDay(filters.get("from")));
    setIf(query, "to", filters.get("to") && startOfDay(filters.get("to"), 1));
  }

  return query;
}

/** The form of filters. onchange runs with the new filters when the reader changed something. */
export function filterForm(filters, onchange) {
  let typing = 0;
  const changed = (delay) => {
    clearTimeout(typing);
    typing = setTimeout(() => onchange(read(form)), delay);
  };
  const range = filters.get("period") === "range";
  const form = el("form", {
    class: "filters",
    role: "search",
    "aria-label": t("filter.heading"),
    onsubmit: (event) => event.preventDefault(),
    oninput: (event) => {
      form.classList.toggle("ranged", form.elements.period.value === "range");
      changed(event.target.type === "search" || event.target.inputMode === "numeric" ? typingPause : 0);
    },
  },
  field("text", el("span", { class: "searchbox" }, icon("search"),
    el("input", { type: "search", name: "text", id: "f-text", value: filters.get("text") ?? "", placeholder: t("filter.textHint"), maxlength: 100, autocomplete: "off" }))),
  field("outcome", select("outcome", filters.get("outcome") ?? "", outcomeOptions())),
  field("period", select("period", filters.get("period") ?? "", [
    ["", t("period.any")], ...Object.keys(periods).map((name) => [name, t(`period.${name}`)]), ["range", t("period.range")]])),
  field("from", date("from", filters)),
  field("to", date("to", filters)),
  field("nip", el("input", { type: "text", name: "nip", id: "f-nip", value: filters.get("nip") ?? "", inputmode: "numeric", maxlength: 16, autocomplete: "off" })),
  el("button", { type: "button", class: "quiet clear", onclick: () => onchange(new URLSearchParams(), true) }, t("filter.clear")));
  form.classList.toggle("ranged", range);
  form.classList.toggle("filtered", filters.size > 0);
  return form;
}

function read(form) {
  const { text, nip, outcome, period, from, to } = form.elements;
  const filters = new URLSearchParams();
  setIf(filters, "text", text.value.trim());
  setIf(filters, "nip", nip.value.replace(/\D/g, ""));
  setIf(filters, "outcome", outcome.value);
  setIf(filters, "period", period.value);
  if (period.value === "range") {
    setIf(filters, "from", from.value);
    setIf(filters, "to", to.value);
  }

  form.classList.toggle("filtered", filters.size > 0);
  return filters;
}

function outcomeOptions() {
  const options = [["", t("group.all")]];
  for (const group of groups) {
    options.push([group.outcomes.join(), t(`group.${group.name}`)]);
    if (group.outcomes.length > 1) {
      options.push(...group.outcomes.map((outcome) => [outcome, `\u2003${t(`outcome.${outcome}`)}`]));
    }
  }

  return options;
}

function field(name, control) {
  return el("div", { class: `field ${name}` }, el("label", { for: `f-${name}` }, t(`filter.${name}`)), control);
}

function select(name, value, options) {
  return el("select", { name, id: `f-${name}` },
    options.map(([key, text]) => el("option", { value: key, selected: key === value }, text)));
}

function date(name, filters) {
  return el("input", { type: "date", name, id: `f-${name}`, value: filters.get(name) ?? "" });
}

function setIf(query, name, value) {
  if (value) {
    query.set(name, value);
  }
}
