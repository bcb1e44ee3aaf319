// How long nobody else has been told yet. The button stays: the server says what can still be undone.
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
