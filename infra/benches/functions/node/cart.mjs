// Takes commands to carts: loads the cart's events, decides, stores what follows unless somebody else was faster.

import { randomUUID } from "node:crypto";
import { DynamoDBClient, PutItemCommand, paginateQuery } from "@aws-sdk/client-dynamodb";
import { run } from "./runtime.mjs";

const TABLE = process.env.CARTS_TABLE;
const MOST_PIECES = 999;
const MOST_ITEMS = 100;
const MOST_MONEY = 1_000_000_000_000;
const ATTEMPTS = 10;

const client = new DynamoDBClient({});

class Refused extends Error {
    name = "Refused";
}

async function handler(request) {
    const [[kind, command]] = Object.entries(request);
    const commandId = command.command_id ?? randomUUID();
    const cartId = command.cart_id ?? commandId;
    const correlationId = command.correlation_id ?? commandId;
    const cart = await execute(kind, command, cartId, commandId, correlationId);
    console.log(JSON.stringify({
        message: "command", aggregate_id: cartId, correlation_id: correlationId, command_id: commandId, result: "Accepted",
    }));
    return view(cartId, cart, commandId);
}

async function execute(kind, command, cartId, commandId, correlationId) {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
        const commits = await load(cartId);
        const cart = rehydrated(commits);
        if (kind === "get" || commits.some((commit) => commit.command_id.S === commandId)) {
            return cart;
        }
        const [type, data] = decide(cart, kind, command);
        const version = cart.version + 1;
        const Item = {
            aggregate_id: { S: cartId },
            version: { N: String(version) },
            aggregate_type: { S: "cart" },
            command_id: { S: commandId },
            correlation_id: { S: correlationId },
            causation_id: { S: commandId },
            recorded_at: { S: new Date().toISOString() },
            events: { L: [{ M: {
                type: { S: type },
                schema_version: { N: type === "cart.opened" ? "2" : "1" },
                data: { S: JSON.stringify(data) },
            } }] },
        };
        try {
            const ConditionExpression = "attribute_not_exists(aggregate_id)";
            await client.send(new PutItemCommand({ TableName: TABLE, Item, ConditionExpression }));
        } catch (error) {
            if (error.name !== "ConditionalCheckFailedException") {
                throw error;
            }
            continue;
        }
        apply(cart, type, data);
        cart.version = version;
        return cart;
    }
    throw new Error("This cart is being changed by many at once; try again with the same command id.");
}

async function load(cartId) {
    const pages = paginateQuery({ client }, {
        TableName: TABLE,
        ConsistentRead: true,
        KeyConditionExpression: "aggregate_id = :id AND version >= :from",
        ExpressionAttributeValues: { ":id": { S: cartId }, ":from": { N: "1" } },
    });
    const commits = [];
    for await (const page of pages) {
        commits.push(...page.Items);
    }
    return commits;
}

function rehydrated(commits) {
    const cart = { version: 0, status: undefined, items: new Map() };
    for (const commit of commits) {
        for (const event of commit.events.L) {
            apply(cart, event.M.type.S, JSON.parse(event.M.data.S));
            cart.version += 1;
        }
    }
    return cart;
}

function apply(cart, type, data) {
    switch (type) {
        case "cart.opened":
            cart.status = "open";
            break;
        case "cart.item-added": {
            const present = cart.items.get(data.sku)?.quantity ?? 0;
            cart.items.set(data.sku, { quantity: present + data.quantity, unit_price: data.unit_price });
            break;
        }
        case "cart.closed":
            cart.status = "closed";
            break;
        default:
            throw new Error(`an event of type ${type} is not known`);
    }
}

function decide(cart, kind, command) {
    if (kind === "open") {
        if (cart.status) {
            throw new Refused("This cart was opened before; a cart is opened once.");
        }
        return ["cart.opened", { customer: null }];
    }
    if (!cart.status) {
        throw new Refused("There is no such cart; open one first.");
    }
    if (cart.status === "closed") {
        throw new Refused("This cart is closed and takes no more changes.");
    }
    if (kind === "close") {
        return ["cart.closed", {}];
    }
    const { sku, quantity, unit_price } = command;
    if (!/^[A-Za-z0-9._-]{1,64}$/.test(sku)) {
        throw new Refused(`\`${sku}\` is not a sku.`);
    }
    const isMoney = unit_price.amount >= 0 && unit_price.amount <= MOST_MONEY;
    if (quantity < 1 || quantity > MOST_PIECES || !isMoney) {
        throw new Refused("A quantity or an amount is out of range.");
    }
    const present = cart.items.get(sku);
    if (!present && cart.items.size >= MOST_ITEMS) {
        throw new Refused("This cart already holds as many different items as it can.");
    }
    if (present && present.quantity + quantity > MOST_PIECES) {
        throw new Refused("This cart holds too many of them.");
    }
    if ([...cart.items.values()].some((item) => item.unit_price.currency !== unit_price.currency)) {
        throw new Refused("The prices in this cart are in another currency.");
    }
    return ["cart.item-added", { quantity, sku, unit_price }];
}

function view(cartId, cart, commandId) {
    if (!cart.status) {
        throw new Refused("There is no such cart; open one first.");
    }
    const items = [...cart.items].sort(([a], [b]) => (a < b ? -1 : 1));
    return {
        cart_id: cartId,
        version: cart.version,
        status: cart.status,
        items: items.map(([sku, item]) => ({ sku, quantity: item.quantity, unit_price: item.unit_price.amount })),
        total: items.reduce((total, [, item]) => total + item.quantity * item.unit_price.amount, 0),
        currency: items[0]?.[1].unit_price.currency,
        command_id: commandId,
    };
}

run(handler);
