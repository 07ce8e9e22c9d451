// The shop's kinds of resources with aws-cdk-lib, 30 in a copy: `node shop.js STACKS COPIES`, so many copies in each of so
// many stacks. The twin of ours/src/bin/shop.rs: typed resources of the lowest level (L1), so that no library does more than the other for a resource.
'use strict';

const { App, Fn, RemovalPolicy, Stack } = require('aws-cdk-lib');
const { CfnTable } = require('aws-cdk-lib/aws-dynamodb');
const { CfnRole } = require('aws-cdk-lib/aws-iam');
const { CfnStream } = require('aws-cdk-lib/aws-kinesis');
const { CfnEventSourceMapping, CfnFunction } = require('aws-cdk-lib/aws-lambda');
const { CfnLogGroup } = require('aws-cdk-lib/aws-logs');
const { CfnBucket, CfnBucketPolicy } = require('aws-cdk-lib/aws-s3');
const { CfnQueue, CfnQueuePolicy } = require('aws-cdk-lib/aws-sqs');

const version = '2012-10-17';

function table(stack, id, stream) {
  const resource = new CfnTable(stack, id, {
    keySchema: [{ attributeName: 'id', keyType: 'HASH' }, { attributeName: 'version', keyType: 'RANGE' }],
    attributeDefinitions: [
      { attributeName: 'id', attributeType: 'S' },
      { attributeName: 'version', attributeType: 'N' },
    ],
    billingMode: 'PAY_PER_REQUEST',
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    sseSpecification: { sseEnabled: true },
    streamSpecification: stream ? { streamViewType: 'NEW_IMAGE' } : undefined,
  });
  resource.applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
  return resource;
}

function tlsOnly(action, resources) {
  const condition = { Bool: { 'aws:SecureTransport': 'false' } };
  const statement = { Sid: 'TlsOnly', Effect: 'Deny', Principal: '*', Action: [action], Resource: resources, Condition: condition };
  return { Version: version, Statement: [statement] };
}

function objects(bucket) {
  return Fn.join('', [bucket.attrArn, '/*']);
}

function bucket(stack, id) {
  const resource = new CfnBucket(stack, id, {
    bucketEncryption: { serverSideEncryptionConfiguration: [{ serverSideEncryptionByDefault: { sseAlgorithm: 'AES256' } }] },
    publicAccessBlockConfiguration: {
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    },
    versioningConfiguration: { status: 'Enabled' },
  });
  resource.applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
  const policyDocument = tlsOnly('s3:*', [resource.attrArn, objects(resource)]);
  new CfnBucketPolicy(stack, `${id}Policy`, { bucket: resource.ref, policyDocument });
  return resource;
}

function queue(stack, id, deadLetters) {
  const resource = new CfnQueue(stack, id, {
    fifoQueue: true,
    contentBasedDeduplication: false,
    deduplicationScope: 'messageGroup',
    fifoThroughputLimit: 'perMessageGroupId',
    messageRetentionPeriod: 1209600,
    visibilityTimeout: 360,
    sqsManagedSseEnabled: true,
    redrivePolicy: deadLetters && { deadLetterTargetArn: deadLetters.attrArn, maxReceiveCount: 5 },
  });
  new CfnQueuePolicy(stack, `${id}Policy`, {
    queues: [resource.ref],
    policyDocument: tlsOnly('sqs:*', [resource.attrArn]),
  });
  return resource;
}

// A function with its log group and its role, which may do what `grants` says.
function lambda(stack, id, variables, grants) {
  const logs = new CfnLogGroup(stack, `${id}Logs`, { retentionInDays: 30 });
  const all = [['WriteLogs', ['logs:CreateLogStream', 'logs:PutLogEvents'], [logs.attrArn]], ...grants];
  const statements = all.map(([Sid, Action, Resource]) => ({ Sid, Effect: 'Allow', Action, Resource }));
  const role = new CfnRole(stack, `${id}Role`, {
    description: `What the function ${id} may do.`,
    assumeRolePolicyDocument: {
      Version: version,
      Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: ['sts:AssumeRole'] }],
    },
    policies: [{ policyName: 'Contract', policyDocument: { Version: version, Statement: statements } }],
  });
  return new CfnFunction(stack, id, {
    code: { s3Bucket: 'code-of-functions', s3Key: 'function.zip' },
    role: role.attrArn,
    description: `The function ${id}.`,
    architectures: ['arm64'],
    runtime: 'provided.al2023',
    handler: 'bootstrap',
    memorySize: 256,
    timeout: 60,
    environment: { variables },
    loggingConfig: { logFormat: 'JSON', logGroup: logs.ref },
  });
}

function mapping(stack, id, lambda, eventSourceArn, more) {
  new CfnEventSourceMapping(stack, id, {
    functionName: lambda.ref,
    eventSourceArn,
    functionResponseTypes: ['ReportBatchItemFailures'],
    ...more,
  });
}

function shop(stack, copy) {
  const id = (name) => `${name}${copy}`;
  const carts = table(stack, id('Carts'), true);
  const related = table(stack, id('Related'), false);
  const events = new CfnStream(stack, id('Events'), {
    streamModeDetails: { streamMode: 'ON_DEMAND' },
    retentionPeriodHours: 168,
    streamEncryption: { encryptionType: 'KMS', keyId: 'alias/aws/kinesis' },
  });
  events.applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
  const failures = bucket(stack, id('Failures'));
  const archive = bucket(stack, id('Archive'));
  const deadLetters = queue(stack, id('DeadLetters'));
  const replays = queue(stack, id('Replays'), deadLetters);

  const keep = ['KeepFailures', ['s3:PutObject'], [objects(failures)]];
  const read = ['ReadEvents', ['kinesis:DescribeStream', 'kinesis:GetRecords', 'kinesis:GetShardIterator'], [events.attrArn]];
  const append = ['Carts', ['dynamodb:PutItem', 'dynamodb:Query'], [carts.attrArn]];
  const changes = ['ReadCarts', ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'], [carts.attrStreamArn]];
  const receive = ['ReceiveReplays', ['sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:ReceiveMessage'], [replays.attrArn]];
  const put = ['Events', ['kinesis:PutRecords'], [events.attrArn]];
  const store = ['Archive', ['s3:PutObject'], [objects(archive)]];
  const count = ['Related', ['dynamodb:UpdateItem'], [related.attrArn]];
  const history = ['Archive', ['s3:GetObject'], [objects(archive)]];
  const send = ['Replays', ['sqs:SendMessage'], [replays.attrArn]];

  lambda(stack, id('Cart'), { CARTS: carts.ref }, [append]);
  const publish = lambda(stack, id('Publish'), { EVENTS: events.ref }, [put, changes, keep]);
  const archiver = lambda(stack, id('Archiver'), { ARCHIVE: archive.ref }, [store, read, keep]);
  const relating = lambda(stack, id('Relating'), { RELATED: related.ref }, [count, read, receive, keep]);
  lambda(stack, id('Replay'), { ARCHIVE: archive.ref, REPLAYS: replays.ref }, [history, send]);

  const ordered = {
    batchSize: 100,
    startingPosition: 'TRIM_HORIZON',
    bisectBatchOnFunctionError: true,
    maximumRetryAttempts: 10000,
    maximumRecordAgeInSeconds: 72000,
    destinationConfig: { onFailure: { destination: failures.attrArn } },
  };
  mapping(stack, id('PublishFromCarts'), publish, carts.attrStreamArn, ordered);
  mapping(stack, id('ArchiverFromEvents'), archiver, events.attrArn, ordered);
  mapping(stack, id('RelatingFromEvents'), relating, events.attrArn, ordered);
  mapping(stack, id('RelatingFromReplays'), relating, replays.attrArn, { batchSize: 10, scalingConfig: { maximumConcurrency: 10 } });
}

const app = new App({ analyticsReporting: false });
const [stacks, copies] = process.argv.slice(2).map(Number);
for (let name = 0; name < stacks; name += 1) {
  const stack = new Stack(app, `Stack${name}`);
  for (let copy = 0; copy < copies; copy += 1) {
    shop(stack, copy);
  }
}
app.synth();
