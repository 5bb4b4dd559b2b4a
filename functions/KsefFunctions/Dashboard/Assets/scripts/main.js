import { onRefusedKey } from "./api.js";
import { readCatalogue } from "./catalogue.js";
import { openFile } from "./file.js";
import { drawHeader } from "./header.js";
import { keepReloadsWorking, takeKeyFromAddress } from "./key.js";
import { startLanguage } from "./language.js";
import { openList } from "./list.js";
import { openLocked } from "./locked.js";
import { lastListAddress, place } from "./router.js";

const main = document.getElementById("main");
let view = { stop() {} };
let shown = "";

takeKeyFromAddress();
keepReloadsWorking();
startLanguage();
onRefusedKey(lock);
addEventListener("hashchange", go);
document.getElementById("skip").addEventListener("click", (event) => {
  event.preventDefault();
  main.focus();
});
redraw();
learn();

function redraw() {
  drawHeader(redraw);
  go();
}

function go() {
  const where = place();
  const moved = shown !== "" && shown !== where.view;
  show(where.view, () => where.view === "file" ? openFile(main, where.id, lastListAddress()) : openList(main, where.filters));
  if (moved) {
    scrollTo({ top: 0 });
    main.focus({ preventScroll: true });
  }
}

function lock() {
  if (shown !== "locked") {
    show("locked", () => openLocked(main, () => {
      go();
      learn();
    }));
  }
}

function show(name, open) {
  view.stop();
  shown = name;
  view = open();
}

function learn() {
  readCatalogue().then(() => shown === "list" && view.renew(), () => {
    // The list then shows the numbers of errors instead of their sentences.
  });
}
