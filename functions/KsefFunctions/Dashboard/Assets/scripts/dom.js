// Every piece of data enters the page through here, as text and never as markup.

const svgNamespace = "http://www.w3.org/2000/svg";

/** Makes an element. Properties that start with "on" are listeners; true and false set or leave out an attribute. */
export function el(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.startsWith("on")) {
      element.addEventListener(name.slice(2), value);
    } else if (value === true) {
      element.setAttribute(name, "");
    } else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(name, value);
    }
  }

  element.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return element;
}

/** A small drawing that says nothing by itself: text stands beside it. */
export function icon(name) {
  const svg = document.createElementNS(svgNamespace, "svg");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(svgNamespace, "use");
  use.setAttribute("href", `#icon-${name}`);
  svg.append(use);
  return svg;
}

/** Puts fresh content in the place of old, and keeps focus and unfolded details where the reader has them. */
export function swap(old, fresh) {
  const focused = old.contains(document.activeElement) ? document.activeElement.dataset.keep : null;
  for (const details of old.querySelectorAll("details[data-keep][open]")) {
    find(fresh, details.dataset.keep)?.setAttribute("open", "");
  }

  old.replaceWith(fresh);
  if (focused) {
    find(fresh, focused)?.focus({ preventScroll: true });
  }

  return fresh;
}

function find(root, key) {
  return root.querySelector(`[data-keep="${CSS.escape(key)}"]`);
}
