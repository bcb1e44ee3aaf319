// A part of the page was exchanged: focus stays on something, the change is said, waiting is shown.
const live = document.getElementById("live");

const say = (words) => {
  live.textContent = "";
  setTimeout(() => (live.textContent = words), 80);
};
document.addEventListener("seren:say", ({ detail }) => say(detail.value ?? detail));

// What was focused may be gone. Then: what asks for it, else the new part's first heading, else the part.
document.addEventListener("htmx:afterSettle", ({ target: part }) => {
  if (!part.isConnected) return;
  const told = part.matches("[data-say]") ? part : part.querySelector("[data-say]");
  if (told) say(told.dataset.say);
  const held = document.activeElement;
  if (held && held !== document.body && held.isConnected) return;
  const next = part.querySelector("[data-errors], [data-focus], h1, h2, h3") ?? part;
  if (next.tabIndex < 0) next.tabIndex = -1;
  next.focus();
});

document.addEventListener("htmx:beforeRequest", ({ detail }) => {
  detail.target.setAttribute("aria-busy", "true");
  document.querySelector(".lost")?.remove();
});
document.addEventListener("htmx:afterRequest", ({ detail }) => detail.target.removeAttribute("aria-busy"));

const lost = ({ detail }) => {
  const words = document.createElement("p");
  words.className = "undo refused lost";
  words.setAttribute("role", "alert");
  words.textContent = live.dataset.lost;
  (detail.elt.closest("form") ?? detail.elt).before(words);
};
document.addEventListener("htmx:sendError", lost);
document.addEventListener("htmx:responseError", lost);
