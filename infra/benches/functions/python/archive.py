"""Keeps the events of a batch in a bucket: JSON lines, gzip, one object for each hour, named so that a retry writes nothing twice."""

import base64
import gzip
import json
import os
from datetime import datetime, timezone
from itertools import groupby

import boto3
from botocore.exceptions import ClientError

BUCKET = os.environ["ARCHIVE_BUCKET"]
LEVEL = 4

s3 = boto3.client("s3")


def handler(batch):
    for hour, records in groupby(batch["Records"], hour_of):
        keep(hour, list(records))
    return {"batchItemFailures": []}


def hour_of(record):
    arrived_at = datetime.fromtimestamp(record["kinesis"]["approximateArrivalTimestamp"], timezone.utc)
    return arrived_at.strftime("date=%Y-%m-%d/hour=%H")


def keep(hour, records):
    lines = [base64.b64decode(record["kinesis"]["data"]) for record in records]
    events = [json.loads(line) for line in lines]
    shard = records[0]["eventID"].split(":")[0]
    first, last = (records[place]["kinesis"]["sequenceNumber"].zfill(56) for place in (0, -1))
    key = f"events/{hour}/{shard}-{first}-{last}.jsonl.gz"
    body = gzip.compress(b"".join(line + b"\n" for line in lines), LEVEL, mtime=0)
    try:
        s3.put_object(Bucket=BUCKET, Key=key, Body=body, IfNoneMatch="*")
        present = False
    except ClientError as error:
        if error.response["Error"]["Code"] != "PreconditionFailed":
            raise
        present = True
    for event in events:
        print(json.dumps({"message": "archived", "aggregate_id": event["subject"], "id": event["id"],
                          "correlation_id": event["correlationid"], "causation_id": event["causationid"]}))
    print(json.dumps({"message": "archived", "key": key, "events": len(lines), "already_present": present}))
