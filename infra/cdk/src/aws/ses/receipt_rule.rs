// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::SES::ReceiptRule` and its parts.

use crate::schema::prelude::*;

resource! {
    /// Specifies a receipt rule.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ses-receiptrule.html>
    ReceiptRule = "AWS::SES::ReceiptRule";
    required {
        /// A data structure that contains the specified rule's name, actions, recipients, domains, enabled status, scan status, and TLS policy.
        rule: Rule = "Rule", Kind::Object(Rule::object_schema);
        /// The name of the rule set where the receipt rule is added.
        ///
        /// Changing it replaces the resource.
        rule_set_name: String = "RuleSetName", TEXT;
    }
    optional {
        /// The name of an existing rule after which the new rule is placed.
        after: String = "After", TEXT;
    }
    attributes {
        /// The name of the rule.
        rule_name: String = "RuleName";
    }
    replaces ["Rule/Name", "RuleSetName"]
    may_replace []
}

object! {
    /// An action that Amazon SES can take when it receives an email on behalf of one or more email addresses or domains that you own.
    Action;
    required {
    }
    optional {
        /// Adds a header to the received email.
        add_header_action: AddHeaderAction = "AddHeaderAction", Kind::Object(AddHeaderAction::object_schema);
        /// Rejects the received email by returning a bounce response to the sender and, optionally, publishes a notification to Amazon Simple Notification Service (Amazon …
        bounce_action: BounceAction = "BounceAction", Kind::Object(BounceAction::object_schema);
        /// The action that informs a traffic policy resource to either allow or block the email if it matches a condition in the policy statement.
        connect_action: ConnectAction = "ConnectAction", Kind::Object(ConnectAction::object_schema);
        /// Calls an AWS Lambda function, and optionally, publishes a notification to Amazon SNS.
        lambda_action: LambdaAction = "LambdaAction", Kind::Object(LambdaAction::object_schema);
        /// Saves the received message to an Amazon Simple Storage Service (Amazon S3) bucket and, optionally, publishes a notification to Amazon SNS.
        s3_action: S3Action = "S3Action", Kind::Object(S3Action::object_schema);
        /// Publishes the email content within a notification to Amazon SNS.
        sns_action: SnsAction = "SNSAction", Kind::Object(SnsAction::object_schema);
        /// Terminates the evaluation of the receipt rule set and optionally publishes a notification to Amazon SNS.
        stop_action: StopAction = "StopAction", Kind::Object(StopAction::object_schema);
        /// Calls Amazon WorkMail and, optionally, publishes a notification to Amazon SNS.
        workmail_action: WorkmailAction = "WorkmailAction", Kind::Object(WorkmailAction::object_schema);
    }
}

object! {
    /// When included in a receipt rule, this action adds a header to the received email.
    AddHeaderAction;
    required {
        /// The name of the header to add to the incoming message.
        header_name: String = "HeaderName", TEXT;
        /// The content to include in the header.
        header_value: String = "HeaderValue", TEXT;
    }
    optional {
    }
}

object! {
    /// When included in a receipt rule, this action rejects the received email by returning a bounce response to the sender and, optionally, publishes a notification …
    BounceAction;
    required {
        /// Human-readable text to include in the bounce message.
        message: String = "Message", TEXT;
        /// The email address of the sender of the bounced email.
        sender: String = "Sender", TEXT;
        /// The SMTP reply code, as defined by RFC 5321.
        smtp_reply_code: String = "SmtpReplyCode", TEXT;
    }
    optional {
        /// The SMTP enhanced status code, as defined by RFC 3463.
        status_code: String = "StatusCode", TEXT;
        /// The Amazon Resource Name (ARN) of the Amazon SNS topic to notify when the bounce action is taken.
        topic_arn: String = "TopicArn", TEXT;
    }
}

object! {
    /// When included in a receipt rule, this action parses the received message and starts an email contact in Amazon Connect on your behalf. ) When you receive …
    ConnectAction;
    required {
        /// The Amazon Resource Name (ARN) of the IAM role to be used by Amazon Simple Email Service while starting email contacts to the Amazon Connect instance.
        ///
        /// 20 to 2048 characters.
        iam_role_arn: String = "IAMRoleARN", Kind::Text(20, 2048, Some(r"^arn:[\w-]+:iam::[0-9]+:role(\x{002F})([\x{0021}-\x{007E}]+\x{002F})?([\w+=,.@-]+)$"));
        /// The Amazon Resource Name (ARN) for the Amazon Connect instance that Amazon SES integrates with for starting email contacts.
        instance_arn: String = "InstanceARN", Kind::Text(0, usize::MAX, Some("^arn:(aws|aws-us-gov):connect:[a-z]{2}-[a-z]+-[0-9-]{1}:[0-9]{1,20}:instance/[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}$"));
    }
    optional {
    }
}

object! {
    /// When included in a receipt rule, this action calls an AWS Lambda function and, optionally, publishes a notification to Amazon Simple Notification Service …
    LambdaAction;
    required {
        /// The Amazon Resource Name (ARN) of the AWS Lambda function.
        function_arn: String = "FunctionArn", TEXT;
    }
    optional {
        /// The invocation type of the AWS Lambda function.
        invocation_type: InvocationType = "InvocationType", Kind::Values(InvocationType::ALL);
        /// The Amazon Resource Name (ARN) of the Amazon SNS topic to notify when the Lambda action is executed.
        topic_arn: String = "TopicArn", TEXT;
    }
}

object! {
    /// Receipt rules enable you to specify which actions Amazon SES should take when it receives mail on behalf of one or more email addresses or domains that you own.
    Rule;
    required {
    }
    optional {
        /// An ordered list of actions to perform on messages that match at least one of the recipient email addresses or domains specified in the receipt rule.
        actions: Vec<Action> = "Actions", list(&Kind::Object(Action::object_schema));
        /// If `true`, the receipt rule is active.
        enabled: bool = "Enabled", Kind::Bool;
        /// The name of the receipt rule.
        name: String = "Name", TEXT;
        /// The recipient domains and email addresses that the receipt rule applies to.
        recipients: Vec<String> = "Recipients", list(&TEXT);
        /// If `true`, then messages that this receipt rule applies to are scanned for spam and viruses.
        scan_enabled: bool = "ScanEnabled", Kind::Bool;
        /// Specifies whether Amazon SES should require that incoming email is delivered over a connection encrypted with Transport Layer Security (TLS).
        tls_policy: TlsPolicy = "TlsPolicy", Kind::Values(TlsPolicy::ALL);
    }
}

object! {
    /// When included in a receipt rule, this action saves the received message to an Amazon Simple Storage Service (Amazon S3) bucket and, optionally, publishes a …
    S3Action;
    required {
        /// The name of the Amazon S3 bucket for incoming email.
        bucket_name: String = "BucketName", TEXT;
    }
    optional {
        /// The ARN of the IAM role to be used by Amazon Simple Email Service while writing to the Amazon S3 bucket, optionally encrypting your mail via the provided …
        ///
        /// 20 to 2048 characters.
        iam_role_arn: String = "IamRoleArn", Kind::Text(20, 2048, Some(r"^arn:[\w-]+:iam::[0-9]+:role(\x{002F})([\x{0021}-\x{007E}]+\x{002F})?([\w+=,.@-]+)$"));
        /// The customer managed key that Amazon SES should use to encrypt your emails before saving them to the Amazon S3 bucket.
        kms_key_arn: String = "KmsKeyArn", TEXT;
        /// The key prefix of the Amazon S3 bucket.
        object_key_prefix: String = "ObjectKeyPrefix", TEXT;
        /// The ARN of the Amazon SNS topic to notify when the message is saved to the Amazon S3 bucket.
        topic_arn: String = "TopicArn", TEXT;
    }
}

object! {
    /// The action to publish the email content to an Amazon SNS topic.
    SnsAction;
    required {
    }
    optional {
        /// The encoding to use for the email within the Amazon SNS notification.
        encoding: Encoding = "Encoding", Kind::Values(Encoding::ALL);
        /// The Amazon Resource Name (ARN) of the Amazon SNS Topic to which notification for the email received will be published.
        topic_arn: String = "TopicArn", TEXT;
    }
}

object! {
    /// When included in a receipt rule, this action terminates the evaluation of the receipt rule set and, optionally, publishes a notification to Amazon Simple …
    StopAction;
    required {
        /// The scope of the StopAction.
        scope: Scope = "Scope", Kind::Values(Scope::ALL);
    }
    optional {
        /// The Amazon Resource Name (ARN) of the Amazon SNS topic to notify when the stop action is taken.
        topic_arn: String = "TopicArn", TEXT;
    }
}

object! {
    /// When included in a receipt rule, this action calls Amazon WorkMail and, optionally, publishes a notification to Amazon Simple Notification Service (Amazon SNS).
    WorkmailAction;
    required {
        /// The Amazon Resource Name (ARN) of the Amazon WorkMail organization.
        organization_arn: String = "OrganizationArn", TEXT;
    }
    optional {
        /// The Amazon Resource Name (ARN) of the Amazon SNS topic to notify when the WorkMail action is called.
        topic_arn: String = "TopicArn", TEXT;
    }
}

values! {
    /// The values of `Encoding`.
    Encoding {
        Base64 = "Base64",
        Utf8 = "UTF-8",
    }
}

values! {
    /// The values of `InvocationType`.
    InvocationType {
        Event = "Event",
        RequestResponse = "RequestResponse",
    }
}

values! {
    /// The values of `Scope`.
    Scope {
        RuleSet = "RuleSet",
    }
}

values! {
    /// The values of `TlsPolicy`.
    TlsPolicy {
        Optional = "Optional",
        Require = "Require",
    }
}
