"""The bank of bank.ts as python3-zeep and xmlsec understand it: verifies requests, answers, and signs its answers.

Usage: zeep-bank.py <folder>   The folder has bank.wsdl, and certificate and key of merchant, bank and rogue in PEM.
The path of a request says how it is answered: /<signature>/<flaw>. It ends with its standard input.
"""
import sys
import threading
from datetime import datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer

import xmlsec
from lxml import etree
from zeep import Client, ns
from zeep.wsse.signature import BinarySignature, Signature, verify_envelope
from zeep.wsse.utils import get_security_header

folder = sys.argv[1]
now = datetime(2026, 1, 15, 12)
client = Client(folder + "/bank.wsdl")
pay = client.service._binding.get("pay")
signatures = {"binary": BinarySignature, "issuer-serial": Signature}


def in_folder(name):
    return folder + "/" + name + ".pem"


def stamp(envelope, created):
    timestamp = etree.SubElement(get_security_header(envelope), etree.QName(ns.WSU, "Timestamp"))
    for name, at in (("Created", created), ("Expires", created + timedelta(minutes=5))):
        etree.SubElement(timestamp, etree.QName(ns.WSU, name)).text = at.isoformat() + "Z"


def answer(text, signature, flaw):
    envelope = etree.fromstring(text)
    verify_envelope(envelope, in_folder("merchant-certificate"))
    asked = pay.input.deserialize(envelope)
    asked = getattr(asked, "body", asked)
    fields = {"id": "zeep-1", "amount": asked["amount"], "sequenceNumber": asked["sequenceNumber"], "note": asked["note"]}
    reply = pay.output.serialize(**fields).content
    stamp(reply, now - timedelta(hours=1) if flaw == "stale" else now)
    signer = "rogue" if flaw == "rogue" else "bank"
    methods = {"signature_method": xmlsec.Transform.RSA_SHA256, "digest_method": xmlsec.Transform.SHA256}
    if flaw == "sha1":
        methods = {}
    keys = (in_folder(signer + "-key"), in_folder(signer + "-certificate"))
    if flaw != "unsigned":
        signatures[signature](*keys, **methods).apply(reply, {})
    out = etree.tostring(reply).decode()
    return out.replace("zeep-1", "zeep-2") if flaw == "tampered" else out


class Bank(BaseHTTPRequestHandler):
    def do_POST(self):
        text = self.rfile.read(int(self.headers["content-length"]))
        _, signature, flaw = self.path.split("/")
        try:
            status, body = 200, answer(text, signature, flaw)
        except Exception as error:
            status, body = 403, type(error).__name__
        self.send_response(status)
        self.send_header("content-type", "text/xml; charset=utf-8")
        self.send_header("content-length", str(len(body.encode())))
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, *_):
        pass


server = HTTPServer(("127.0.0.1", 0), Bank)
threading.Thread(target=server.serve_forever, daemon=True).start()
print(server.server_port, flush=True)
sys.stdin.read()
