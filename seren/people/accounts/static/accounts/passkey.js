// Passkeys: the one thing of signing in that needs script. A form marked data-passkey asks the browser for a
// passkey ("use") or to make one ("make"), puts the answer in its field and posts itself.
const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (sign) => sign.charCodeAt(0));
const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer)))
  .replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

const readable = (asked) => {
  const key = { ...asked.publicKey, challenge: bytes(asked.publicKey.challenge) };
  const named = (list) => (list || []).map((one) => ({ ...one, id: bytes(one.id) }));
  if (key.user) {
    key.user = { ...key.user, id: bytes(key.user.id) };
    key.excludeCredentials = named(key.excludeCredentials);
  } else {
    key.allowCredentials = named(key.allowCredentials);
  }
  return { publicKey: key };
};

const written = (made) => {
  const response = { clientDataJSON: text(made.response.clientDataJSON) };
  for (const part of ["attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (made.response[part]) response[part] = text(made.response[part]);
  }
  const extensions = made.getClientExtensionResults();
  return JSON.stringify({
    id: made.id, rawId: text(made.rawId), type: made.type, response, clientExtensionResults: extensions,
  });
};

const question = async (form) => {
  if (form.dataset.passkey === "make") return JSON.parse(form.dataset.options);
  const answer = await fetch(form.dataset.options, { headers: { Accept: "application/json" } });
  return JSON.parse((await answer.json()).options);
};

const field = (form) => {
  const there = form.querySelector("[name=credential]");
  if (there) return there;
  const made = document.createElement("input");
  made.type = "hidden";
  made.name = "credential";
  return form.appendChild(made);
};

const begin = async (form) => {
  const wrong = form.querySelector("[data-passkey-wrong]");
  if (wrong) wrong.hidden = true;
  try {
    const asked = readable(await question(form));
    const door = navigator.credentials;
    const made = await (form.dataset.passkey === "make" ? door.create(asked) : door.get(asked));
    field(form).value = written(made);
    form.submit();
  } catch {
    if (wrong) wrong.hidden = false;
  }
};

if (window.PublicKeyCredential) {
  for (const part of document.querySelectorAll("[data-passkey-part]")) part.hidden = false;
  for (const none of document.querySelectorAll("[data-passkey-none]")) none.hidden = true;
  for (const form of document.querySelectorAll("form[data-passkey]")) {
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      begin(form);
    });
  }
}
