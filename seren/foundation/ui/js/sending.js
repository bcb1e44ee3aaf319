// A form is sent once. The button that sent it says it is busy; nothing is disabled, so nothing is lost.
const sent = new Map();

const free = (form) => {
  sent.get(form)?.removeAttribute("aria-busy");
  sent.delete(form);
};

document.addEventListener(
  "submit",
  (event) => {
    const form = event.target;
    if (form.method !== "post") return;
    if (sent.has(form)) {
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    const button = event.submitter ?? form.querySelector("button");
    sent.set(form, button);
    // After this turn: the browser has read the button's name and value by then.
    setTimeout(() => {
      button?.setAttribute("aria-busy", "true");
      if (event.defaultPrevented && !form.matches(".htmx-request, .htmx-request *")) free(form);
    });
    setTimeout(() => free(form), 20000);
  },
  true,
);
document.addEventListener("htmx:afterRequest", ({ detail }) => {
  const form = detail.elt.closest?.("form");
  if (form) free(form);
});
addEventListener("pageshow", ({ persisted }) => persisted && [...sent.keys()].forEach(free));

// A button that says why it cannot be pressed does nothing.
document.addEventListener(
  "click",
  (event) => {
    if (event.target.closest?.("[aria-disabled=true]")) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
  },
  true,
);

document.querySelector("[data-errors]")?.focus();
