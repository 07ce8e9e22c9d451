// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::DynamoDB::Backup` and its parts.

use crate::schema::prelude::*;

resource! {
    /// Resource Type definition for AWS::DynamoDB::Backup.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dynamodb-backup.html>
    Backup = "AWS::DynamoDB::Backup";
    required {
        /// `BackupName`, which AWS's schema does not describe.
        ///
        /// Changing it replaces the resource.
        backup_name: String = "BackupName", TEXT;
        /// `TableName`, which AWS's schema does not describe.
        ///
        /// Changing it replaces the resource.
        table_name: String = "TableName", TEXT;
    }
    optional {
    }
    attributes {
        /// `BackupArn`, which AWS's schema does not describe.
        backup_arn: String = "BackupArn";
        /// `BackupCreationDateTime`, which AWS's schema does not describe.
        backup_creation_date_time: String = "BackupCreationDateTime";
        /// `BackupId`, which AWS's schema does not describe.
        backup_id: String = "BackupId";
        /// `BackupSizeBytes`, which AWS's schema does not describe.
        backup_size_bytes: Int = "BackupSizeBytes";
        /// `BackupStatus`, which AWS's schema does not describe.
        backup_status: String = "BackupStatus";
        /// `BackupType`, which AWS's schema does not describe.
        backup_type: String = "BackupType";
    }
    replaces ["BackupName", "TableName"]
    may_replace []
}
