// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::SNS::Subscription` and its parts.

use crate::schema::prelude::*;

resource! {
    /// The `AWS::SNS::Subscription` resource subscribes an endpoint to an Amazon topic.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sns-subscription.html>
    Subscription = "AWS::SNS::Subscription";
    required {
        /// The subscription's protocol.
        ///
        /// Changing it replaces the resource.
        protocol: String = "Protocol", TEXT;
        /// The ARN of the topic to subscribe to.
        ///
        /// Changing it replaces the resource.
        topic_arn: String = "TopicArn", TEXT;
    }
    optional {
        /// The delivery policy JSON assigned to the subscription.
        delivery_policy: Json = "DeliveryPolicy", Kind::Json;
        /// The subscription's endpoint.
        ///
        /// Changing it replaces the resource.
        endpoint: String = "Endpoint", TEXT;
        /// The filter policy JSON assigned to the subscription.
        filter_policy: Json = "FilterPolicy", Kind::Json;
        /// This attribute lets you choose the filtering scope by using one of the following string value types: - `MessageAttributes` (default) - The filter is applied on …
        filter_policy_scope: String = "FilterPolicyScope", TEXT;
        /// When set to `true`, enables raw message delivery.
        raw_message_delivery: bool = "RawMessageDelivery", Kind::Bool;
        /// When specified, sends undeliverable messages to the specified Amazon SQS dead-letter queue.
        redrive_policy: Json = "RedrivePolicy", Kind::Json;
        /// For cross-region subscriptions, the region in which the topic resides.
        region: String = "Region", TEXT;
        /// Specifies whether Amazon resends the notification to the subscription when a message's attribute changes.
        replay_policy: Json = "ReplayPolicy", Kind::Json;
        /// This property applies only to Amazon Data Firehose delivery stream subscriptions.
        subscription_role_arn: String = "SubscriptionRoleArn", TEXT;
    }
    attributes {
        /// Returns the ARN of the subscription created by the `AWS::SNS::Subscription` resource.
        arn: Arn<Subscription> = "Arn";
    }
    replaces ["Endpoint", "Protocol", "TopicArn"]
    may_replace ["Region"]
}
