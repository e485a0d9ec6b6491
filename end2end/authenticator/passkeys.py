"""Passkeys made by a software authenticator that this project did not write
(soft-webauthn): what the server takes from it, and what it must not take.

Usage: passkeys.py ORIGIN
"""

import json
import sys
from base64 import urlsafe_b64decode, urlsafe_b64encode
from http.cookiejar import CookieJar
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, Request, build_opener

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from fido2 import cbor
from fido2.utils import sha256
from soft_webauthn import SoftWebauthnDevice

ORIGIN = sys.argv[1]
# Of the flags of authenticator data (WebAuthn Level 3, section 6.1).
FLAGS, VERIFIED = 32, 0x04
DECLARED = {"adult": "on", "policy": "on", "terms": "2026-11-28", "path": "/sign-up"}


class Device(SoftWebauthnDevice):
    """soft-webauthn's says that somebody is there, and not that they have shown
    who they are. This one says what it is told to."""

    verifies = True

    def create(self, options, origin):
        made = super().create(options, origin)
        if self.verifies:
            attestation = cbor.decode(made["response"]["attestationObject"])
            attestation["authData"] = verified(attestation["authData"])
            made["response"]["attestationObject"] = cbor.encode(attestation)
        return made

    def get(self, options, origin):
        shown = super().get(options, origin)
        if self.verifies:
            response = shown["response"]
            data = verified(response["authenticatorData"])
            signed = data + sha256(response["clientDataJSON"])
            response["authenticatorData"] = data
            response["signature"] = self.private_key.sign(signed, ec.ECDSA(hashes.SHA256()))
        return shown


def verified(data):
    return data[:FLAGS] + bytes([data[FLAGS] | VERIFIED]) + data[FLAGS + 1 :]


class Browser:
    """What a page's script does, with cookies of its own."""

    def __init__(self):
        self.opener = build_opener(HTTPCookieProcessor(CookieJar()))

    def ask(self, path, fields=None):
        body = None if fields is None else urlencode(fields).encode()
        headers = {"Sec-Fetch-Site": "same-origin", "Origin": ORIGIN}
        try:
            with self.opener.open(Request(ORIGIN + path, body, headers)) as answer:
                return answer.status, answer.read().decode()
        except HTTPError as error:
            return error.code, error.read().decode()

    def challenge(self, what, fields):
        status, text = self.ask(f"/passkey/{what}/challenge", fields)
        check(status == 200, f"{what}: a challenge, not {status}: {text}")
        begun = json.loads(text)
        options = begun["options"]
        options["publicKey"]["challenge"] = decoded(options["publicKey"]["challenge"])
        return begun["ticket"], options

    def show(self, what, device, fields=None, origin=ORIGIN, change=None):
        """Goes through a ceremony. Returns what was sent, the status and the text."""
        ticket, options = self.challenge(what, fields or {})
        made = device.create if what in ("sign-up", "add") else device.get
        answer = made(options, origin)
        if change:
            change(answer)
        sent = {**(fields or {}), "ticket": ticket, "answer": json.dumps(plain(answer))}
        return sent, *self.ask(f"/passkey/{what}", sent)

    def is_member(self):
        status, text = self.ask("/account")
        return status == 200 and "/account/erase" in text


def decoded(text):
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))


def encoded(data):
    return urlsafe_b64encode(data).decode().rstrip("=")


def plain(answer):
    """An answer as the page's script sends it."""
    response = {
        name: (value if isinstance(value, str) else encoded(value))
        for name, value in answer["response"].items()
        if value is not None
    }
    raw = encoded(answer["rawId"])
    return {"id": raw, "rawId": raw, "type": answer["type"], "response": response, "extensions": {}}


def check(holds, what):
    if not holds:
        sys.exit(f"not so: {what}")
    print(f"ok: {what.split(':')[0]}")


def refused(status, what):
    check(400 <= status < 500, f"{what} is refused: {status}")


def main():
    unverified = Device()
    unverified.verifies = False
    _, status, _ = Browser().show("sign-up", unverified, DECLARED)
    refused(status, "a passkey of somebody who did not show who they are")

    _, status, _ = Browser().show("sign-up", Device(), DECLARED, origin="https://merit.example")
    refused(status, "a passkey made for another site")

    member, device = Browser(), Device()
    sent, status, text = member.show("sign-up", device, DECLARED)
    check(status == 200, f"an account is made with a passkey alone: {status} {text}")
    check(member.is_member(), "its maker is signed in")
    status, _ = Browser().ask("/passkey/sign-up", sent)
    refused(status, "the same answer once more")

    # The authenticator keeps the account's name for itself as the options say it.
    if isinstance(device.user_handle, str):
        device.user_handle = decoded(device.user_handle)
    again = Browser()
    sent, status, text = again.show("sign-in", device)
    check(status == 200, f"the passkey signs in: {status} {text}")
    check(again.is_member(), "and opens the account")
    status, _ = Browser().ask("/passkey/sign-in", sent)
    refused(status, "a replayed sign-in")

    _, status, _ = Browser().show("sign-in", device, origin="https://merit.example")
    refused(status, "an answer for another site")

    device.verifies = False
    _, status, _ = Browser().show("sign-in", device)
    refused(status, "an answer without finger, face or code")
    device.verifies = True

    def forged(answer):
        answer["response"]["signature"] = ec.generate_private_key(ec.SECP256R1()).sign(
            answer["response"]["authenticatorData"], ec.ECDSA(hashes.SHA256())
        )

    _, status, _ = Browser().show("sign-in", device, change=forged)
    refused(status, "a signature by another key")

    # A copy has counted less than the original.
    device.sign_count = 0
    _, status, _ = Browser().show("sign-in", device)
    refused(status, "a copy of the passkey")

    device.sign_count = 50
    _, status, text = Browser().show("sign-in", device)
    check(status == 200, f"the original still signs in: {status} {text}")


main()
