"""Takes commands to carts: loads the cart's events, decides, stores what follows unless somebody else was faster."""

import json
import os
import re
import uuid
from datetime import datetime, timezone

import boto3
from botocore.exceptions import ClientError

TABLE = os.environ["CARTS_TABLE"]
MOST_PIECES = 999
MOST_ITEMS = 100
MOST_MONEY = 1_000_000_000_000
ATTEMPTS = 10

dynamodb = boto3.client("dynamodb")


class Refused(Exception):
    pass


def handler(request):
    (kind, command), = request.items()
    command_id = command.get("command_id") or str(uuid.uuid4())
    cart_id = command.get("cart_id") or command_id
    correlation_id = command.get("correlation_id") or command_id
    for _ in range(ATTEMPTS):
        commits = load(cart_id)
        cart = rehydrated(commits)
        accepted = next((commit for commit in commits if commit["command_id"]["S"] == command_id), None)
        if kind == "get" or accepted:
            break
        event_type, data = decide(cart, kind, command)
        version = cart["version"] + 1
        item = {
            "aggregate_id": {"S": cart_id},
            "version": {"N": str(version)},
            "aggregate_type": {"S": "cart"},
            "command_id": {"S": command_id},
            "correlation_id": {"S": correlation_id},
            "causation_id": {"S": command_id},
            "recorded_at": {"S": datetime.now(timezone.utc).isoformat().replace("+00:00", "Z")},
            "events": {"L": [{"M": {
                "type": {"S": event_type},
                "schema_version": {"N": "2" if event_type == "cart.opened" else "1"},
                "data": {"S": json.dumps(data, separators=(",", ":"))},
            }}]},
        }
        try:
            dynamodb.put_item(
                TableName=TABLE, Item=item, ConditionExpression="attribute_not_exists(aggregate_id)"
            )
        except ClientError as error:
            if error.response["Error"]["Code"] != "ConditionalCheckFailedException":
                raise
        else:
            apply(cart, event_type, data)
            cart["version"] = version
            break
    else:
        raise RuntimeError("This cart is being changed by many at once; try again with the same command id.")
    print(json.dumps({"message": "command", "aggregate_id": cart_id, "correlation_id": correlation_id,
                      "command_id": command_id, "result": "Accepted"}))
    return view(cart_id, cart, command_id)


def load(cart_id):
    pages = dynamodb.get_paginator("query").paginate(
        TableName=TABLE,
        ConsistentRead=True,
        KeyConditionExpression="aggregate_id = :id AND version >= :from",
        ExpressionAttributeValues={":id": {"S": cart_id}, ":from": {"N": "1"}},
    )
    return [commit for page in pages for commit in page["Items"]]


def rehydrated(commits):
    cart = {"version": 0, "status": None, "items": {}}
    for commit in commits:
        for event in commit["events"]["L"]:
            apply(cart, event["M"]["type"]["S"], json.loads(event["M"]["data"]["S"]))
            cart["version"] += 1
    return cart


def apply(cart, event_type, data):
    if event_type == "cart.opened":
        cart["status"] = "open"
    elif event_type == "cart.item-added":
        items = cart["items"]
        present = items.get(data["sku"], {"quantity": 0})
        items[data["sku"]] = {"quantity": present["quantity"] + data["quantity"], "unit_price": data["unit_price"]}
    elif event_type == "cart.closed":
        cart["status"] = "closed"
    else:
        raise ValueError(f"an event of type {event_type} is not known")


def decide(cart, kind, command):
    if kind == "open":
        if cart["status"]:
            raise Refused("This cart was opened before; a cart is opened once.")
        return "cart.opened", {"customer": None}
    if not cart["status"]:
        raise Refused("There is no such cart; open one first.")
    if cart["status"] == "closed":
        raise Refused("This cart is closed and takes no more changes.")
    if kind == "close":
        return "cart.closed", {}
    sku, quantity, unit_price = command["sku"], command["quantity"], command["unit_price"]
    if not re.fullmatch(r"[A-Za-z0-9._-]{1,64}", sku):
        raise Refused(f"`{sku}` is not a sku.")
    if not 1 <= quantity <= MOST_PIECES or not 0 <= unit_price["amount"] <= MOST_MONEY:
        raise Refused("A quantity or an amount is out of range.")
    items = cart["items"]
    if sku not in items and len(items) >= MOST_ITEMS:
        raise Refused("This cart already holds as many different items as it can.")
    if sku in items and items[sku]["quantity"] + quantity > MOST_PIECES:
        raise Refused("This cart holds too many of them.")
    if any(item["unit_price"]["currency"] != unit_price["currency"] for item in items.values()):
        raise Refused("The prices in this cart are in another currency.")
    return "cart.item-added", {"quantity": quantity, "sku": sku, "unit_price": unit_price}


def view(cart_id, cart, command_id):
    if not cart["status"]:
        raise Refused("There is no such cart; open one first.")
    items = sorted(cart["items"].items())
    return {
        "cart_id": cart_id,
        "version": cart["version"],
        "status": cart["status"],
        "items": [
            {"sku": sku, "quantity": item["quantity"], "unit_price": item["unit_price"]["amount"]} for sku, item in items
        ],
        "total": sum(item["quantity"] * item["unit_price"]["amount"] for _, item in items),
        "currency": items[0][1]["unit_price"]["currency"] if items else None,
        "command_id": command_id,
    }
