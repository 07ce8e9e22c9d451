"""Starts ministack, with corrections where the pinned version departs from AWS.

1. IAM knows no action `sqs:SendMessageBatch`: sending a batch needs `sqs:SendMessage`.
   https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessageBatch.html
2. A mapping on a stream has to hand over again what the function reports in `batchItemFailures`; ministack drops it.
   Here the whole batch comes again, which at-least-once delivery allows.
   https://docs.aws.amazon.com/lambda/latest/dg/services-kinesis-batchfailurereporting.html
3. It speaks HTTP/1.1, as these services do. Over HTTP/2 its server stalls after 1,000 requests of a connection.
4. It listens on the port that it is given and on no other; over TLS it would take 443 as well.
5. The endpoint of an HTTP API is a host name on AWS. There is no such name on this machine, nor a certificate for it, so
   here it is the path under which ministack has the same API.
6. CloudFormation makes queries of Athena, `AWS::Athena::NamedQuery`; ministack has them, but not there.
   https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-athena-namedquery.html
"""

import json
import os
import sys

from hypercorn.config import Config
from ministack import app
from ministack.core import iam_actions
from ministack.services import apigateway, athena, lambda_svc
from ministack.services.cloudformation import provisioners

BATCH_ACTIONS = {
    "sqs:SendMessageBatch": "sqs:SendMessage",
    "sqs:DeleteMessageBatch": "sqs:DeleteMessage",
    "sqs:ChangeMessageVisibilityBatch": "sqs:ChangeMessageVisibility",
}

extract_iam_action = iam_actions.extract_iam_action
execute_function = lambda_svc._execute_function
api_handlers = provisioners._RESOURCE_HANDLERS["AWS::ApiGatewayV2::Api"]
create_api = api_handlers["create"]


def extract_documented_action(*args, **kwargs):
    action = extract_iam_action(*args, **kwargs)
    return BATCH_ACTIONS.get(action, action)


def execute_and_heed_failures(function, event, *args, **kwargs):
    result = execute_function(function, event, *args, **kwargs)
    records = event.get("Records") if isinstance(event, dict) else None
    source = records[0].get("eventSource") if records else None
    body = result.get("body")
    if source in ("aws:kinesis", "aws:dynamodb") and isinstance(body, dict) and body.get("batchItemFailures"):
        reported = {"errorType": "BatchItemFailures", "errorMessage": str(body["batchItemFailures"])}
        return {**result, "error": True, "body": reported}
    return result


def create_reachable_api(logical_id, properties, stack_name):
    api_id, attributes = create_api(logical_id, properties, stack_name)
    endpoint = f"{os.environ['AWS_ENDPOINT_URL']}/_aws/execute-api/{api_id}"
    apigateway._apis[api_id]["apiEndpoint"] = endpoint
    return api_id, {**attributes, "ApiEndpoint": endpoint}


def create_named_query(logical_id, properties, stack_name):
    _status, _headers, body = athena._create_named_query({"Name": logical_id, **properties})
    query_id = json.loads(body)["NamedQueryId"]
    return query_id, {"NamedQueryId": query_id}


def delete_named_query(query_id, properties):
    athena._delete_named_query({"NamedQueryId": query_id})


iam_actions.extract_iam_action = extract_documented_action
lambda_svc._execute_function = execute_and_heed_failures
api_handlers["create"] = create_reachable_api
provisioners._RESOURCE_HANDLERS["AWS::Athena::NamedQuery"] = {
    "create": create_named_query,
    "delete": delete_named_query,
}

Config.alpn_protocols = ["http/1.1"]
app._port_is_bindable = lambda host, port: False

sys.exit(app.main())
