// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::SecretsManager::RotationSchedule` and its parts.

use crate::schema::prelude::*;

resource! {
    /// Configure the rotation schedule and Lambda rotation function for a secret.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-secretsmanager-rotationschedule.html>
    RotationSchedule = "AWS::SecretsManager::RotationSchedule";
    required {
        /// The ARN or name of the secret to rotate.
        ///
        /// Changing it replaces the resource.
        secret_id: String = "SecretId", TEXT;
    }
    optional {
        /// The list of metadata needed to successfully rotate a managed external secret.
        external_secret_rotation_metadata: Vec<ExternalSecretRotationMetadataItem> = "ExternalSecretRotationMetadata", list(&Kind::Object(ExternalSecretRotationMetadataItem::object_schema));
        /// The ARN of the IAM role that is used by Secrets Manager to rotate a managed external secret.
        external_secret_rotation_role_arn: String = "ExternalSecretRotationRoleArn", TEXT;
        /// Creates a new Lambda rotation function based on one of the Secrets Manager rotation function templates.
        hosted_rotation_lambda: HostedRotationLambda = "HostedRotationLambda", Kind::Object(HostedRotationLambda::object_schema);
        /// Determines whether to rotate the secret immediately or wait until the next scheduled rotation window when the rotation schedule is updated.
        rotate_immediately_on_update: bool = "RotateImmediatelyOnUpdate", Kind::Bool;
        /// The ARN of an existing Lambda rotation function.
        rotation_lambda_arn: String = "RotationLambdaARN", TEXT;
        /// A structure that defines the rotation configuration for this secret.
        rotation_rules: RotationRules = "RotationRules", Kind::Object(RotationRules::object_schema);
    }
    attributes {
        /// The ARN of the secret.
        id: String = "Id";
    }
    replaces ["SecretId"]
    may_replace []
}

object! {
    /// The metadata needed to successfully rotate a managed external secret.
    ExternalSecretRotationMetadataItem;
    required {
        /// The key that identifies the item.
        key: String = "Key", TEXT;
        /// The value of the specified item.
        value: String = "Value", TEXT;
    }
    optional {
    }
}

object! {
    /// Creates a new Lambda rotation function based on one of the Secrets Manager rotation function templates.
    HostedRotationLambda;
    required {
        /// The rotation template to base the rotation function on, one of the following: - `Db2SingleUser` to use the template SecretsManagerRDSDb2RotationSingleUser. - …
        rotation_type: String = "RotationType", TEXT;
    }
    optional {
        /// A string of the characters that you don't want in the password.
        exclude_characters: String = "ExcludeCharacters", TEXT;
        /// The ARN of the KMS key that Secrets Manager uses to encrypt the secret.
        kms_key_arn: String = "KmsKeyArn", TEXT;
        /// The ARN of the secret that contains superuser credentials, if you use the Alternating users rotation strategy.
        master_secret_arn: String = "MasterSecretArn", TEXT;
        /// The ARN of the KMS key that Secrets Manager used to encrypt the superuser secret, if you use the alternating users strategy and the superuser secret is …
        master_secret_kms_key_arn: String = "MasterSecretKmsKeyArn", TEXT;
        /// The name of the Lambda rotation function.
        rotation_lambda_name: String = "RotationLambdaName", TEXT;
        /// Do not set this value if you are using `Transform: AWS::SecretsManager-2024-09-16`.
        runtime: String = "Runtime", TEXT;
        /// The ARN of the secret that contains superuser credentials, if you use the Alternating users rotation strategy.
        superuser_secret_arn: String = "SuperuserSecretArn", TEXT;
        /// The ARN of the KMS key that Secrets Manager used to encrypt the superuser secret, if you use the alternating users strategy and the superuser secret is …
        superuser_secret_kms_key_arn: String = "SuperuserSecretKmsKeyArn", TEXT;
        /// A comma-separated list of security group IDs applied to the target database.
        vpc_security_group_ids: String = "VpcSecurityGroupIds", TEXT;
        /// A comma separated list of VPC subnet IDs of the target database network.
        vpc_subnet_ids: String = "VpcSubnetIds", TEXT;
    }
}

object! {
    /// The rotation schedule and window.
    RotationRules;
    required {
    }
    optional {
        /// The number of days between automatic scheduled rotations of the secret.
        automatically_after_days: Int = "AutomaticallyAfterDays", INTEGER;
        /// The length of the rotation window in hours, for example `3h` for a three hour window.
        duration: String = "Duration", TEXT;
        /// A `cron()` or `rate()` expression that defines the schedule for rotating your secret.
        schedule_expression: String = "ScheduleExpression", TEXT;
    }
}
