// Keeps the events of a batch in a bucket: JSON lines, gzip, one object for each hour, named so that a retry writes nothing twice.

import { promisify } from "node:util";
import zlib from "node:zlib";
import { PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { run } from "./runtime.mjs";

const BUCKET = process.env.ARCHIVE_BUCKET;
const LEVEL = 4;

const gzip = promisify(zlib.gzip);
// The stand-in of AWS knows buckets by their path only.
const client = new S3Client({ forcePathStyle: true });

async function handler(batch) {
    const hours = new Map();
    for (const record of batch.Records) {
        const hour = hourOf(record);
        if (!hours.has(hour)) {
            hours.set(hour, []);
        }
        hours.get(hour).push(record);
    }
    for (const [hour, records] of hours) {
        await keep(hour, records);
    }
    return { batchItemFailures: [] };
}

function hourOf(record) {
    const arrivedAt = new Date(record.kinesis.approximateArrivalTimestamp * 1000).toISOString();
    return `date=${arrivedAt.slice(0, 10)}/hour=${arrivedAt.slice(11, 13)}`;
}

async function keep(hour, records) {
    const lines = records.map((record) => Buffer.from(record.kinesis.data, "base64"));
    const events = lines.map((line) => JSON.parse(line));
    const shard = records[0].eventID.split(":")[0];
    const [first, last] = [records[0], records.at(-1)].map((record) => record.kinesis.sequenceNumber.padStart(56, "0"));
    const Key = `events/${hour}/${shard}-${first}-${last}.jsonl.gz`;
    const Body = await gzip(Buffer.concat(lines.flatMap((line) => [line, Buffer.from("\n")])), { level: LEVEL });
    let present = false;
    try {
        await client.send(new PutObjectCommand({ Bucket: BUCKET, Key, Body, IfNoneMatch: "*" }));
    } catch (error) {
        if (error.name !== "PreconditionFailed") {
            throw error;
        }
        present = true;
    }
    for (const { subject, id, correlationid, causationid } of events) {
        console.log(JSON.stringify({
            message: "archived", aggregate_id: subject, id, correlation_id: correlationid, causation_id: causationid,
        }));
    }
    console.log(JSON.stringify({ message: "archived", key: Key, events: lines.length, already_present: present }));
}

run(handler);
