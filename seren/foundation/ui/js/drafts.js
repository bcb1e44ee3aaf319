// A long form is kept on the server every five seconds, and when the page is left. Never in the browser.
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
