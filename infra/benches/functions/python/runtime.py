"""The loop of a function, over the standard library: asks for an event, has it handled, answers.

    python runtime.py HANDLER
"""

import http.client
import importlib
import json
import os
import sys

INVOCATION = "/2018-06-01/runtime/invocation"


def main():
    handler = importlib.import_module(sys.argv[1]).handler
    connection = http.client.HTTPConnection(os.environ["AWS_LAMBDA_RUNTIME_API"])

    def ask(method, path, body=None):
        connection.request(method, f"{INVOCATION}/{path}", body)
        response = connection.getresponse()
        return response.headers, response.read()

    while True:
        headers, event = ask("GET", "next")
        request_id = headers["lambda-runtime-aws-request-id"]
        try:
            answer = json.dumps(handler(json.loads(event)))
        except Exception as error:
            failure = {"errorType": type(error).__name__, "errorMessage": str(error)}
            ask("POST", f"{request_id}/error", json.dumps(failure))
        else:
            ask("POST", f"{request_id}/response", answer)


main()
