"""Publishes the events of new commits on the event stream, as CloudEvents, in order within each cart."""

import json
import os

import boto3

STREAM = os.environ["EVENTS_STREAM"]
MOST_RECORDS = 500

kinesis = boto3.client("kinesis")


def handler(batch):
    messages = [
        (record["dynamodb"]["SequenceNumber"], envelope)
        for record in batch["Records"]
        for envelope in envelopes(record["dynamodb"]["NewImage"])
    ]
    failures, held_back = [], set()
    for begin in range(0, len(messages), MOST_RECORDS):
        sent = [message for message in messages[begin : begin + MOST_RECORDS] if message[1]["subject"] not in held_back]
        if not sent:
            continue
        records = [
            {"PartitionKey": envelope["subject"], "Data": json.dumps(envelope, separators=(",", ":"))}
            for _, envelope in sent
        ]
        results = kinesis.put_records(StreamName=STREAM, Records=records)["Records"]
        for (sequence_number, envelope), result in zip(sent, results):
            if "ErrorCode" in result:
                failures.append(sequence_number)
                held_back.add(envelope["subject"])
    print(json.dumps({"message": "published", "commits": len(batch["Records"]), "commits_left": len(failures)}))
    return {"batchItemFailures": [{"itemIdentifier": number} for number in failures]}


def envelopes(commit):
    subject, aggregate_type = commit["aggregate_id"]["S"], commit["aggregate_type"]["S"]
    for version, event in enumerate(commit["events"]["L"], int(commit["version"]["N"])):
        event = event["M"]
        envelope = {
            "specversion": "1.0",
            "id": f"{subject}:{version}",
            "source": f"/aggregates/{aggregate_type}",
            "type": event["type"]["S"],
            "subject": subject,
            "time": commit["recorded_at"]["S"],
            "datacontenttype": "application/json",
            "aggregatetype": aggregate_type,
            "aggregateversion": version,
            "schemaversion": int(event["schema_version"]["N"]),
            "correlationid": commit["correlation_id"]["S"],
            "causationid": commit["causation_id"]["S"],
            "data": json.loads(event["data"]["S"]),
        }
        print(json.dumps({"message": "publishing", "aggregate_id": subject, "id": envelope["id"],
                          "correlation_id": envelope["correlationid"], "causation_id": envelope["causationid"]}))
        yield envelope
