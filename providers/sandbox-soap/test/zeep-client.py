"""A merchant whose SOAP stack is python3-zeep with xmlsec, over mutual TLS.

Usage: zeep-client.py <url of the sandbox> <folder>   The folder has ca.pem, and certificate and key of client, merchant and bank.
Prints what each call came to as JSON, one a line.
"""
import datetime
import json
import sys

import requests
import xmlsec
from lxml import etree
from zeep import Client, ns
from zeep.exceptions import Fault
from zeep.transports import Transport
from zeep.wsse.compose import Compose
from zeep.wsse.signature import BinarySignature, verify_envelope
from zeep.wsse.username import UsernameToken

url, folder = sys.argv[1:3]


def in_folder(name):
    return folder + "/" + name + ".pem"


class Signed(BinarySignature):
    """Signs as the merchant, and believes answers of the bank."""

    def verify(self, envelope):
        verify_envelope(envelope, in_folder("bank-cert"))
        return envelope


def timestamp():
    created = datetime.datetime.utcnow().replace(microsecond=0)
    element = etree.Element(etree.QName(ns.WSU, "Timestamp"))
    for name, at in (("Created", created), ("Expires", created + datetime.timedelta(minutes=5))):
        etree.SubElement(element, etree.QName(ns.WSU, name)).text = at.isoformat() + "Z"
    return element


def client(signer):
    session = requests.Session()
    # Proxies and authorities of the environment are not for this machine.
    session.trust_env = False
    session.verify = in_folder("ca")
    session.cert = (in_folder("client-cert"), in_folder("client-key"))
    session.headers["Authorization"] = "Bearer sk_test_sandbox"
    user = UsernameToken("merchant_1", "a < password", use_digest=True, timestamp_token=timestamp())
    keys = (in_folder(signer + "-key"), in_folder(signer + "-cert"))
    signature = Signed(*keys, signature_method=xmlsec.Transform.RSA_SHA256, digest_method=xmlsec.Transform.SHA256)
    made = Client(url + "/soap?wsdl", transport=Transport(session=session), wsse=Compose([user, signature]))
    return made.create_service("{urn:polyrail:sandbox:acquirer:1}AcquirerBinding", url + "/soap")


def call(signer, operation, **fields):
    try:
        answer = getattr(client(signer), operation)(**fields)
        resource = answer["resource"] or {}
        print(json.dumps({"status": answer["status"], "code": answer["responseCode"], "amount": str(answer["amount"])}))
        return resource["id"]
    except Fault as fault:
        print(json.dumps({"fault": fault.code}))


charge = {"currency": "EUR", "source": {"token": "tok_1"}, "capture": True}
payment = call("merchant", "charge", idempotencyKey="zeep-1", amount=9007199254740993, **charge)
call("merchant", "charge", idempotencyKey="zeep-2", amount=5051, **charge)
call("merchant", "refund", idempotencyKey="zeep-3", paymentId=payment, amount=5000)
call("client", "charge", idempotencyKey="zeep-4", amount=5000, **charge)
