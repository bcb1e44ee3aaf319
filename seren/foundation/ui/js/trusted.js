// Only what our own server just answered may become markup. Everything else throws.
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
