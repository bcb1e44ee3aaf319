{
const wrapped = (html) => `<body><template class="internal-htmx-wrapper">${html}</template></body>`;
const head = /<head(\s[^>]*)?>[\s\S]*?<\/head>/i;
let ours = [];
document.addEventListener("htmx:beforeSwap", ({ detail: { xhr, serverResponse: html } }) => {
const same = new URL(xhr.responseURL, location).origin === location.origin;
ours = same ? [html, html.replace(head, ""), wrapped(html.replace(head, ""))] : [];
});
window.trustedTypes?.createPolicy("default", {
createHTML: (html) => (ours.includes(html) ? html : null),
});
}
{
const live = document.getElementById("live");
const say = (words) => {
live.textContent = "";
setTimeout(() => (live.textContent = words), 80);
};
document.addEventListener("seren:say", ({ detail }) => say(detail.value ?? detail));
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
}
{
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
}
{
for (const form of document.querySelectorAll("form[data-draft]")) {
const told = form.querySelector("[data-draft-status]");
const token = form.querySelector("[name=csrfmiddlewaretoken]").value;
const typed = () => {
const pairs = [...new FormData(form)].filter(
([name, value]) => name !== "csrfmiddlewaretoken" && typeof value === "string",
);
return new URLSearchParams(pairs).toString();
};
let kept = typed();
let leaving = false;
const keep = async () => {
const body = typed();
if (leaving || body === kept) return;
const headers = { "X-CSRFToken": token, "Content-Type": "application/x-www-form-urlencoded" };
const answer = await fetch(form.dataset.draft, { method: "POST", body, headers, keepalive: true }).catch(
() => ({}),
);
if (!answer.ok || answer.redirected) return;
kept = body;
const time = new Date().toLocaleTimeString("en-GB", { hour: "numeric", minute: "2-digit" });
const words = form.dataset.kept.replace("{time}", time);
if (told.textContent !== words) told.textContent = words;
};
setInterval(keep, 5000);
document.addEventListener("visibilitychange", () => document.hidden && keep());
form.addEventListener("submit", () => (leaving = true));
addEventListener("pageshow", () => (leaving = false));
}
}
{
for (const bar of document.querySelectorAll("[data-undo]")) {
const digits = bar.querySelector("[data-countdown]");
const until = performance.now() + bar.dataset.undo * 1000;
const tick = () => {
const left = Math.ceil((until - performance.now()) / 1000);
digits.textContent = left > 0 ? left : "";
if (left <= 0) clearInterval(ticking);
};
const ticking = setInterval(tick, 1000);
tick();
}
}
