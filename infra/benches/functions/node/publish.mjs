// Publishes the events of new commits on the event stream, as CloudEvents, in order within each cart.

import { KinesisClient, PutRecordsCommand } from "@aws-sdk/client-kinesis";
import { NodeHttpHandler } from "@smithy/node-http-handler";
import { run } from "./runtime.mjs";

const STREAM = process.env.EVENTS_STREAM;
const MOST_RECORDS = 500;

// Over HTTP/1.1, as all others: by itself this client speaks HTTP/2.
const client = new KinesisClient({ requestHandler: new NodeHttpHandler() });

async function handler(batch) {
    const messages = batch.Records.flatMap(({ dynamodb }) =>
        envelopes(dynamodb.NewImage).map((envelope) => ({ sequenceNumber: dynamodb.SequenceNumber, envelope })));
    const failures = [];
    const heldBack = new Set();
    for (let begin = 0; begin < messages.length; begin += MOST_RECORDS) {
        const piece = messages.slice(begin, begin + MOST_RECORDS);
        const sent = piece.filter(({ envelope }) => !heldBack.has(envelope.subject));
        if (sent.length === 0) {
            continue;
        }
        const Records = sent.map(({ envelope }) =>
            ({ PartitionKey: envelope.subject, Data: Buffer.from(JSON.stringify(envelope)) }));
        const results = await client.send(new PutRecordsCommand({ StreamName: STREAM, Records }));
        results.Records.forEach((result, place) => {
            if (result.ErrorCode) {
                failures.push(sent[place].sequenceNumber);
                heldBack.add(sent[place].envelope.subject);
            }
        });
    }
    console.log(JSON.stringify({ message: "published", commits: batch.Records.length, commits_left: failures.length }));
    return { batchItemFailures: failures.map((itemIdentifier) => ({ itemIdentifier })) };
}

function envelopes(commit) {
    const subject = commit.aggregate_id.S;
    const aggregateType = commit.aggregate_type.S;
    const first = Number(commit.version.N);
    return commit.events.L.map(({ M: event }, place) => {
        const envelope = {
            specversion: "1.0",
            id: `${subject}:${first + place}`,
            source: `/aggregates/${aggregateType}`,
            type: event.type.S,
            subject,
            time: commit.recorded_at.S,
            datacontenttype: "application/json",
            aggregatetype: aggregateType,
            aggregateversion: first + place,
            schemaversion: Number(event.schema_version.N),
            correlationid: commit.correlation_id.S,
            causationid: commit.causation_id.S,
            data: JSON.parse(event.data.S),
        };
        console.log(JSON.stringify({
            message: "publishing", aggregate_id: subject, id: envelope.id,
            correlation_id: envelope.correlationid, causation_id: envelope.causationid,
        }));
        return envelope;
    });
}

run(handler);
