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
6. IAM looks for each schedule in the group `default`, and for the sender of an email nowhere.
   https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoneventbridgescheduler.html
   https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsimpleemailservicev2.html
7. An email identity that CloudFormation makes has no DKIM records.
8. CloudFormation makes queries of Athena, `AWS::Athena::NamedQuery`; ministack has them, but not there.
   https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-athena-namedquery.html
9. The URL of a template may name its bucket in the host name, as those of the stock `cdk` do; ministack looks in the path.
   https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html
"""

import json
import os
import sys
from urllib.parse import urlsplit

from hypercorn.config import Config
from ministack import app
from ministack.core import iam_actions
from ministack.services import apigateway, athena, lambda_svc, ses_v2
from ministack.services.cloudformation import helpers, provisioners

BATCH_ACTIONS = {
    "sqs:SendMessageBatch": "sqs:SendMessage",
    "sqs:DeleteMessageBatch": "sqs:DeleteMessage",
    "sqs:ChangeMessageVisibilityBatch": "sqs:ChangeMessageVisibility",
}

extract_iam_action = iam_actions.extract_iam_action
extract_resource_arn = iam_actions.extract_resource_arn
execute_function = lambda_svc._execute_function
api_handlers = provisioners._RESOURCE_HANDLERS["AWS::ApiGatewayV2::Api"]
create_api = api_handlers["create"]
identity_handlers = provisioners._RESOURCE_HANDLERS["AWS::SES::EmailIdentity"]
resolve_document = helpers._resolve_document


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


def extract_documented_resource(service, method, path, headers, body, query_params, region, account_id):
    name = path.rsplit("/", 1)[-1]
    if service == "scheduler" and path == f"/schedules/{name}":
        group = json.loads(body)["GroupName"] if body else query_params["groupName"]
        group = group[0] if isinstance(group, list) else group
        return f"arn:aws:scheduler:{region}:{account_id}:schedule/{group}/{name}"
    if service == "ses" and path == "/v2/email/outbound-emails":
        domain = json.loads(body)["FromEmailAddress"].rpartition("@")[2]
        return f"arn:aws:ses:{region}:{account_id}:identity/{domain}"
    return extract_resource_arn(service, method, path, headers, body, query_params, region, account_id)


def with_records(provision):
    def provision_with_records(*args, **kwargs):
        identity, attributes = provision(*args, **kwargs)
        records = {}
        for number, token in enumerate(ses_v2._dkim_tokens(identity), 1):
            records[f"DkimDNSTokenName{number}"] = f"{token}._domainkey.{identity}"
            records[f"DkimDNSTokenValue{number}"] = f"{token}.dkim.amazonses.com"
        return identity, {**attributes, **records}

    return provision_with_records


def create_named_query(logical_id, properties, stack_name):
    _status, _headers, body = athena._create_named_query({"Name": logical_id, **properties})
    query_id = json.loads(body)["NamedQueryId"]
    return query_id, {"NamedQueryId": query_id}


def delete_named_query(query_id, properties):
    athena._delete_named_query({"NamedQueryId": query_id})


def resolve_document_in_its_bucket(params, body_key, url_key, label):
    url = urlsplit(helpers._p(params, url_key) or "")
    bucket, in_host, service = (url.hostname or "").partition(".s3.")
    if in_host:
        params = {**params, url_key: [f"https://s3.{service}/{bucket}{url.path}"]}
    return resolve_document(params, body_key, url_key, label)


iam_actions.extract_iam_action = extract_documented_action
iam_actions.extract_resource_arn = extract_documented_resource
lambda_svc._execute_function = execute_and_heed_failures
helpers._resolve_document = resolve_document_in_its_bucket
api_handlers["create"] = create_reachable_api
identity_handlers.update({name: with_records(identity_handlers[name]) for name in ("create", "update")})
provisioners._RESOURCE_HANDLERS["AWS::Athena::NamedQuery"] = {
    "create": create_named_query,
    "delete": delete_named_query,
}

Config.alpn_protocols = ["http/1.1"]
app._port_is_bindable = lambda host, port: False

sys.exit(app.main())
