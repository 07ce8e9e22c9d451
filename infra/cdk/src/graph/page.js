"use strict";

// Everything that comes from the graph reaches the page as text, never as markup.
const graph = JSON.parse(document.getElementById("graph").textContent);
const svg = document.querySelector("#stage svg");
const panel = document.getElementById("panel");
const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
const cards = new Map([...svg.querySelectorAll(".node")].map((card) => [card.dataset.id, card]));

// What an edge means to the node that it leaves, and to the node that it reaches.
const MEANINGS = {
  "wakes": ["Wakes", "Woken by"],
  "delivers": ["Delivers to", "Gets messages from"],
  "reads": ["Read by", "Reads"],
  "writes": ["Writes", "Written by"],
  "reads-and-writes": ["Reads and writes", "Read and written by"],
  "on-success": ["On success, goes on to", "Follows on"],
  "on-failure": ["On failure, goes to", "Keeps what failed in"],
  "dead-letters": ["Dead letters go to", "Keeps dead letters of"],
};
const ORDER = ["Woken by", "Gets messages from", "Reads", "Reads and writes", "Writes"];

// The view: the part of the picture that is shown.

const whole = { x: 0, y: 0, width: svg.viewBox.baseVal.width, height: svg.viewBox.baseVal.height };
let view = { ...whole };

function show(next) {
  view = next;
  svg.setAttribute("viewBox", `${view.x} ${view.y} ${view.width} ${view.height}`);
}

function fit() {
  // A small picture is not blown up.
  const room = svg.getBoundingClientRect();
  const scale = Math.max(whole.width / room.width, whole.height / room.height, 0.8) || 1;
  const width = room.width * scale;
  const height = room.height * scale;
  show({ x: (whole.width - width) / 2, y: (whole.height - height) / 2, width, height });
}

function unitsPerPixel() {
  const matrix = svg.getScreenCTM();
  return matrix ? 1 / matrix.a : 1;
}

function pointAt(clientX, clientY) {
  const matrix = svg.getScreenCTM();
  return matrix ? new DOMPoint(clientX, clientY).matrixTransform(matrix.inverse()) : { x: 0, y: 0 };
}

function middle() {
  const room = svg.getBoundingClientRect();
  return pointAt(room.x + room.width / 2, room.y + room.height / 2);
}

function zoom(factor, around) {
  const width = Math.min(Math.max(view.width * factor, 120), Math.max(whole.width, 1000) * 4);
  const applied = width / view.width;
  show({
    x: around.x - (around.x - view.x) * applied,
    y: around.y - (around.y - view.y) * applied,
    width,
    height: view.height * applied,
  });
}

function move(x, y) {
  show({ ...view, x: view.x + x, y: view.y + y });
}

/** Brings a node into the part of the picture that nothing covers, and its neighbours too if there is room. */
function reveal(card, neighbours) {
  const room = svg.getBoundingClientRect();
  const covered = panel.hidden || room.width < 720 ? 0 : panel.getBoundingClientRect().width + 16;
  const [left, right, top, bottom] = [room.left + 16, room.right - covered - 16, room.top + 16, room.bottom - 16];
  const boxes = [card, ...neighbours].map((shown) => shown.getBoundingClientRect());
  const around = {
    left: Math.min(...boxes.map((box) => box.left)),
    right: Math.max(...boxes.map((box) => box.right)),
    top: Math.min(...boxes.map((box) => box.top)),
    bottom: Math.max(...boxes.map((box) => box.bottom)),
  };
  const roomy = around.right - around.left <= right - left && around.bottom - around.top <= bottom - top;
  const box = roomy ? around : boxes[0];
  const over = (low, high, least, most) => (low < least ? low - least : Math.max(high - most, 0));
  move(over(box.left, box.right, left, right) * unitsPerPixel(), over(box.top, box.bottom, top, bottom) * unitsPerPixel());
}

// The selection: one node, its neighbours, and a panel that tells about it.

let selected = null;

function element(tag, properties, children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...(children || []));
  return made;
}

function definitions(properties) {
  const rows = properties.flatMap(({ name, value }) => [
    element("dt", { textContent: name }),
    element("dd", { textContent: value }),
  ]);
  return element("dl", {}, rows);
}

function chips(actions) {
  return element("div", { className: "actions" }, actions.map((action) => element("code", { textContent: action })));
}

function section(title, content) {
  return [element("h3", { textContent: title }), content];
}

function entry(edge, other) {
  const go = element("button", { type: "button", className: "go", textContent: other.name });
  go.addEventListener("click", () => {
    select(other.id);
    panel.querySelector(".close").focus();
  });
  const parts = [go, element("span", { className: "note", textContent: ` ${other.caption}` })];
  const told = edge.details.length === 0 && !edge.actions.length && !MEANINGS[edge.relation].includes(edge.label);
  if (told) {
    parts.push(definitions([{ name: "how", value: edge.label }]));
  }
  if (edge.details.length > 0) {
    parts.push(definitions(edge.details));
  }
  if (edge.actions.length > 0) {
    parts.push(chips(edge.actions));
  }
  return element("li", {}, parts);
}

function relations(node) {
  const found = new Map();
  const add = (title, item) => found.set(title, [...(found.get(title) || []), item]);
  for (const edge of graph.edges) {
    const [leaving, reaching] = MEANINGS[edge.relation] || [edge.relation, edge.relation];
    if (edge.from === node.id) {
      add(leaving, entry(edge, nodes.get(edge.to)));
    }
    if (edge.to === node.id) {
      add(reaching, entry(edge, nodes.get(edge.from)));
    }
  }
  const place = (title) => (ORDER.includes(title) ? ORDER.indexOf(title) : ORDER.length);
  return [...found].sort(([one], [other]) => place(one) - place(other));
}

function tell(node) {
  const close = element("button", { type: "button", className: "close", textContent: "\u00d7", title: "Close (Esc)" });
  close.setAttribute("aria-label", "Close");
  close.addEventListener("click", () => select(null));
  const parts = [close, element("h2", { id: "panel-name", textContent: node.name })];
  parts.push(element("p", { className: "type", textContent: node.name === node.id ? node.type : `${node.type}, ${node.id}` }));
  if (node.description) {
    parts.push(element("p", { className: "description", textContent: node.description }));
  }
  for (const [title, entries] of relations(node)) {
    parts.push(...section(title, element("ul", {}, entries)));
  }
  if (node.permissions.length > 0) {
    const entries = node.permissions.map(({ resource, actions }) =>
      element("li", {}, [element("span", { textContent: resource }), chips(actions)]));
    parts.push(...section("May also, on what is not shown", element("ul", {}, entries)));
  }
  if (node.properties.length > 0) {
    parts.push(...section("Properties", definitions(node.properties)));
  }
  panel.replaceChildren(...parts);
  panel.hidden = false;
  panel.scrollTop = 0;
}

function select(id) {
  const node = nodes.get(id);
  const before = selected;
  selected = node ? id : null;
  svg.classList.toggle("selecting", Boolean(node));
  const near = new Set(node ? [id] : []);
  const touches = (edge) => Boolean(node) && (edge.from === id || edge.to === id);
  for (const edge of graph.edges.filter(touches)) {
    near.add(edge.from).add(edge.to);
  }
  for (const [key, card] of cards) {
    card.classList.toggle("near", near.has(key));
    card.classList.toggle("selected", key === selected);
    card.setAttribute("aria-pressed", String(key === selected));
  }
  for (const part of svg.querySelectorAll("[data-edge]")) {
    part.classList.toggle("near", touches(graph.edges[Number(part.dataset.edge)]));
  }
  if (node) {
    tell(node);
    reveal(cards.get(id), [...near].map((key) => cards.get(key)));
  } else {
    panel.hidden = true;
    if (panel.contains(document.activeElement) || document.activeElement === document.body) {
      cards.get(before)?.focus();
    }
  }
  history.replaceState(null, "", selected ? `#${encodeURIComponent(selected)}` : location.pathname + location.search);
}

for (const [id, card] of cards) {
  card.setAttribute("tabindex", "0");
  card.setAttribute("role", "button");
  card.setAttribute("aria-label", card.querySelector("title").textContent);
  card.addEventListener("focus", () => {
    if (card.matches(":focus-visible")) {
      reveal(card, []);
    }
  });
  card.addEventListener("keydown", (event) => {
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      select(id);
    }
  });
}
// With a script, it is no picture any more but something with buttons in it.
svg.setAttribute("role", "group");

// Pointers: one moves, two zoom, and one that does not move clicks.

const pointers = new Map();
let moved = 0;

function distance() {
  const [one, other] = [...pointers.values()];
  return Math.hypot(one.x - other.x, one.y - other.y);
}

svg.addEventListener("pointerdown", (event) => {
  if (event.button !== 0) {
    return;
  }
  if (pointers.size === 0) {
    moved = 0;
  }
  pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
});

svg.addEventListener("pointermove", (event) => {
  const before = pointers.get(event.pointerId);
  if (!before) {
    return;
  }
  const apart = pointers.size === 2 ? distance() : 0;
  pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
  const [x, y] = [event.clientX - before.x, event.clientY - before.y];
  moved += Math.hypot(x, y);
  if (moved < 4) {
    return;
  }
  // Only now, so that a click reaches what it is on.
  svg.setPointerCapture(event.pointerId);
  svg.classList.add("moving");
  const scale = unitsPerPixel() / pointers.size;
  move(-x * scale, -y * scale);
  if (apart > 0) {
    const [one, other] = [...pointers.values()];
    zoom(apart / Math.max(distance(), 1), pointAt((one.x + other.x) / 2, (one.y + other.y) / 2));
  }
});

for (const name of ["pointerup", "pointercancel"]) {
  svg.addEventListener(name, (event) => {
    pointers.delete(event.pointerId);
    if (pointers.size === 0) {
      svg.classList.remove("moving");
    }
  });
}
svg.addEventListener("pointerleave", (event) => {
  if (!svg.hasPointerCapture(event.pointerId)) {
    pointers.delete(event.pointerId);
  }
});

svg.addEventListener("click", (event) => {
  if (moved < 4) {
    select(event.target.closest(".node")?.dataset.id ?? null);
  }
});

svg.addEventListener("wheel", (event) => {
  event.preventDefault();
  const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 20 : 1;
  zoom(Math.exp(Math.min(Math.max(event.deltaY * lines, -200), 200) * 0.0015), pointAt(event.clientX, event.clientY));
}, { passive: false });

// Buttons and keys.

document.getElementById("zoom-in").addEventListener("click", () => zoom(0.8, middle()));
document.getElementById("zoom-out").addEventListener("click", () => zoom(1.25, middle()));
document.getElementById("fit").addEventListener("click", fit);

const KEYS = {
  "+": () => zoom(0.8, middle()),
  "=": () => zoom(0.8, middle()),
  "-": () => zoom(1.25, middle()),
  "0": fit,
  "Escape": () => select(null),
  "ArrowLeft": () => move(-60 * unitsPerPixel(), 0),
  "ArrowRight": () => move(60 * unitsPerPixel(), 0),
  "ArrowUp": () => move(0, -60 * unitsPerPixel()),
  "ArrowDown": () => move(0, 60 * unitsPerPixel()),
};

addEventListener("keydown", (event) => {
  const elsewhere = event.key.startsWith("Arrow") && panel.contains(event.target);
  if (event.ctrlKey || event.metaKey || event.altKey || elsewhere || !Object.hasOwn(KEYS, event.key)) {
    return;
  }
  event.preventDefault();
  KEYS[event.key]();
});

let untouched = true;
for (const name of ["wheel", "pointerdown", "keydown"]) {
  addEventListener(name, () => { untouched = false; }, { once: true, capture: true });
}
addEventListener("resize", () => {
  if (untouched) {
    fit();
  } else {
    const room = svg.getBoundingClientRect();
    show({ ...view, height: view.width * (room.height / room.width) });
  }
});

fit();
try {
  const asked = decodeURIComponent(location.hash.slice(1));
  if (asked) {
    select(asked);
  }
} catch {
  // An address that cannot be read selects nothing.
}
