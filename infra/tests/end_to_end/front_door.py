"""Sends requests to an HTTP API, signed with Signature Version 4 by the SDK of AWS for Python.

Each line of standard input is a request in JSON (method, url, headers, body, signed); each line of standard output is its answer
(status, headers, body). The first argument is the certificate to trust.
"""

import json
import ssl
import sys
import urllib.error
import urllib.request

from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials

TRUSTED = ssl.create_default_context(cafile=sys.argv[1])


def sent(line):
    asked = json.loads(line)
    body = asked["body"].encode() if asked["body"] is not None else None
    request = AWSRequest(asked["method"], asked["url"], headers=asked["headers"], data=body)
    if asked["signed"]:
        SigV4Auth(Credentials("test", "test"), "execute-api", "us-east-1").add_auth(request)
    request = urllib.request.Request(asked["url"], data=body, headers=dict(request.headers), method=asked["method"])
    try:
        response = urllib.request.urlopen(request, context=TRUSTED)
    except urllib.error.HTTPError as error:
        response = error
    headers = {name.lower(): value for name, value in response.headers.items()}
    return {"status": response.status, "headers": headers, "body": response.read().decode()}


for line in sys.stdin:
    print(json.dumps(sent(line)), flush=True)
