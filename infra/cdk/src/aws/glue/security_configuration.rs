// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::Glue::SecurityConfiguration` and its parts.

use crate::schema::prelude::*;

resource! {
    /// Creates a new security configuration.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-glue-securityconfiguration.html>
    SecurityConfiguration = "AWS::Glue::SecurityConfiguration";
    required {
        /// The encryption configuration associated with this security configuration.
        encryption_configuration: EncryptionConfiguration = "EncryptionConfiguration", Kind::Object(EncryptionConfiguration::object_schema);
        /// The name of the security configuration.
        ///
        /// 1 to 255 characters. Changing it replaces the resource.
        name: String = "Name", Kind::Text(1, 255, None);
    }
    optional {
    }
    attributes {
    }
    replaces ["Name"]
    may_replace []
}

object! {
    /// Specifies how Amazon CloudWatch data should be encrypted.
    CloudWatchEncryption;
    required {
    }
    optional {
        /// The encryption mode to use for CloudWatch data.
        cloud_watch_encryption_mode: CloudWatchEncryptionMode = "CloudWatchEncryptionMode", Kind::Values(CloudWatchEncryptionMode::ALL);
        /// The Amazon Resource Name (ARN) of the KMS key to be used to encrypt the data.
        kms_key_arn: String = "KmsKeyArn", Kind::Text(0, usize::MAX, Some("^$|arn:aws[a-z0-9-]*:kms:"));
    }
}

object! {
    /// Specifies an encryption configuration.
    EncryptionConfiguration;
    required {
    }
    optional {
        /// The encryption configuration for Amazon CloudWatch.
        cloud_watch_encryption: CloudWatchEncryption = "CloudWatchEncryption", Kind::Object(CloudWatchEncryption::object_schema);
        /// The encryption configuration for job bookmarks.
        job_bookmarks_encryption: JobBookmarksEncryption = "JobBookmarksEncryption", Kind::Object(JobBookmarksEncryption::object_schema);
        /// The encyption configuration for Amazon Simple Storage Service (Amazon S3) data.
        s3_encryptions: Vec<S3Encryption> = "S3Encryptions", list(&Kind::Object(S3Encryption::object_schema));
    }
}

object! {
    /// Specifies how job bookmark data should be encrypted.
    JobBookmarksEncryption;
    required {
    }
    optional {
        /// The encryption mode to use for job bookmarks data.
        job_bookmarks_encryption_mode: JobBookmarksEncryptionMode = "JobBookmarksEncryptionMode", Kind::Values(JobBookmarksEncryptionMode::ALL);
        /// The Amazon Resource Name (ARN) of the KMS key to be used to encrypt the data.
        kms_key_arn: String = "KmsKeyArn", Kind::Text(0, usize::MAX, Some("^$|arn:aws[a-z0-9-]*:kms:"));
    }
}

object! {
    /// Specifies how Amazon Simple Storage Service (Amazon S3) data should be encrypted.
    S3Encryption;
    required {
    }
    optional {
        /// The Amazon Resource Name (ARN) of the KMS key to be used to encrypt the data.
        kms_key_arn: String = "KmsKeyArn", TEXT;
        /// The encryption mode to use for Amazon S3 data.
        s3_encryption_mode: String = "S3EncryptionMode", TEXT;
    }
}

values! {
    /// The values of `CloudWatchEncryptionMode`.
    CloudWatchEncryptionMode {
        Disabled = "DISABLED",
        SseKms = "SSE-KMS",
    }
}

values! {
    /// The values of `JobBookmarksEncryptionMode`.
    JobBookmarksEncryptionMode {
        CseKms = "CSE-KMS",
        Disabled = "DISABLED",
    }
}
