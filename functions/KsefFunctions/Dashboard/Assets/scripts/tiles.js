import { el, icon } from "./dom.js";
import { count } from "./format.js";
import { t } from "./language.js";
import { countOf, groups } from "./outcomes.js";

const everything = { name: "all", icon: "all", tone: "plain", outcomes: [] };

/** The counts by state, each a button that shows only those files. */
export function tiles(chosen, onchoose) {
  const buttons = [everything, ...groups].map((group) => {
    const value = group.outcomes.join();
    const number = el("span", { class: "number" }, "–");
    const button = el("button", {
      type: "button",
      class: `tile ${group.tone}`,
      "aria-pressed": String(value === chosen),
      hidden: group.optional && value !== chosen,
      onclick: () => onchoose(value),
    }, icon(group.icon), number, el("span", { class: "name" }, t(`group.${group.name}`)));
    return { group, value, button, number };
  });

  return {
    element: el("div", { class: "tiles", role: "group", "aria-label": t("group.heading") }, buttons.map(({ button }) => button)),
    choose(value) {
      for (const tile of buttons) {
        tile.button.setAttribute("aria-pressed", String(tile.value === value));
      }
    },
    show(counts) {
      for (const { group, button, number } of buttons) {
        const sum = group === everything
          ? counts.total
          : group.outcomes.reduce((total, outcome) => total + countOf(counts, outcome), 0);
        number.textContent = counts.complete ? count(sum) : `${count(sum)}+`;
        button.classList.toggle("none", sum === 0);
        button.hidden = Boolean(group.optional) && sum === 0 && button.getAttribute("aria-pressed") !== "true";
        button.title = counts.complete ? "" : t("group.atLeast", { count: sum });
      }
    },
  };
}
