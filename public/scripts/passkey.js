// Passkeys: what a page without a script cannot do. The page marks a place with
// data-passkey="sign-up|sign-in|prove|add"; where the browser has passkeys, it
// is shown, and its button asks the server for a challenge, the device for an
// answer, and the server to take it.
const decode = (text) =>
  Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
const encode = (bytes) =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replace(/\+/g, "-")
    .replace(/\//g, "_")
    .replace(/=+$/, "");

const post = (path, fields) =>
  fetch(path, { method: "POST", body: new URLSearchParams(fields), redirect: "manual" });

const known = (list) => (list ?? []).map((one) => ({ ...one, id: decode(one.id) }));

async function make({ publicKey: options }) {
  const made = await navigator.credentials.create({
    publicKey: {
      ...options,
      challenge: decode(options.challenge),
      user: { ...options.user, id: decode(options.user.id) },
      excludeCredentials: known(options.excludeCredentials),
    },
  });
  return {
    attestationObject: encode(made.response.attestationObject),
    clientDataJSON: encode(made.response.clientDataJSON),
    transports: made.response.getTransports?.() ?? [],
    made,
  };
}

async function ask({ publicKey: options }) {
  const shown = await navigator.credentials.get({
    publicKey: {
      ...options,
      challenge: decode(options.challenge),
      allowCredentials: known(options.allowCredentials),
    },
  });
  const { authenticatorData, clientDataJSON, signature, userHandle } = shown.response;
  return {
    authenticatorData: encode(authenticatorData),
    clientDataJSON: encode(clientDataJSON),
    signature: encode(signature),
    userHandle: userHandle ? encode(userHandle) : null,
    made: shown,
  };
}

function answer({ made, ...response }) {
  const id = encode(made.rawId);
  const extensions = made.getClientExtensionResults();
  return JSON.stringify({ id, rawId: id, type: made.type, response, extensions });
}

function fields(place) {
  const form = place.closest("form") ?? place;
  const inputs = form.querySelectorAll("input[name]");
  const pairs = [...inputs]
    .filter((input) => input.type !== "checkbox" || input.checked)
    .filter((input) => input.type !== "password")
    .map((input) => [input.name, input.value]);
  return Object.fromEntries(pairs);
}

// Some answers say where to go first: to prove once more who one is.
async function taken(response) {
  if (response.status === 401) {
    location.assign((await response.json()).to);
    return new Promise(() => {});
  }
  if (!response.ok) throw new Error((await response.text()).trim());
  return response.json();
}

async function run(place) {
  const what = place.dataset.passkey;
  const given = { ...fields(place), path: location.pathname };
  const { ticket, options } = await taken(await post(`/passkey/${what}/challenge`, given));
  const device = what === "sign-up" || what === "add" ? make : ask;
  const sent = { ...given, ticket, answer: answer(await device(options)) };
  location.assign((await taken(await post(`/passkey/${what}`, sent))).to);
}

if (window.PublicKeyCredential) {
  for (const place of document.querySelectorAll("[data-passkey]")) {
    const complaint = place.querySelector("[data-failed]");
    const button = place.querySelector("button");
    place.hidden = false;
    button.addEventListener("click", async () => {
      button.disabled = true;
      complaint.hidden = true;
      try {
        await run(place);
      } catch (error) {
        // The browser's own words for it are for nobody; the server's are.
        const ours = error instanceof Error && error.constructor === Error && error.message;
        complaint.textContent = ours || complaint.dataset.failed;
        complaint.hidden = false;
        button.disabled = false;
      }
    });
  }
}
