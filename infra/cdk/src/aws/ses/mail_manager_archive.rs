// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::SES::MailManagerArchive` and its parts.

use crate::schema::prelude::*;

resource! {
    /// Creates a new email archive resource for storing and retaining emails.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ses-mailmanagerarchive.html>
    MailManagerArchive = "AWS::SES::MailManagerArchive";
    required {
    }
    optional {
        /// A unique name for the new archive.
        ///
        /// 1 to 64 characters.
        archive_name: String = "ArchiveName", Kind::Text(1, 64, Some("^[a-zA-Z0-9][a-zA-Z0-9_-]*[a-zA-Z0-9]$"));
        /// The Amazon Resource Name (ARN) of the KMS key for encrypting emails in the archive.
        ///
        /// Changing it replaces the resource.
        kms_key_arn: String = "KmsKeyArn", Kind::Text(0, usize::MAX, Some("^arn:aws(|-cn|-us-gov|-eusc):kms:[a-z0-9-]{1,20}:[0-9]{12}:(key|alias)/.+$"));
        /// The period for retaining emails in the archive before automatic deletion.
        retention: Json = "Retention", Kind::Json;
        /// The tags used to organize, track, or control access for the resource.
        ///
        /// 0 to 200 items.
        tags: Vec<Tag> = "Tags", Kind::List(&Kind::Object(Tag::object_schema), 0, 200, false);
    }
    attributes {
        /// The Amazon Resource Name (ARN) of the archive.
        archive_arn: String = "ArchiveArn";
        /// The unique identifier of the archive.
        archive_id: String = "ArchiveId";
        /// The current state of the archive: - `ACTIVE` – The archive is ready and available for use. - `PENDING_DELETION` – The archive has been marked for deletion and …
        archive_state: String = "ArchiveState";
    }
    replaces ["KmsKeyArn"]
    may_replace []
}

object! {
    /// `Tag`, which AWS's schema does not describe.
    Tag;
    required {
        /// `Key`, which AWS's schema does not describe.
        ///
        /// 1 to 128 characters.
        key: String = "Key", Kind::Text(1, 128, None);
        /// `Value`, which AWS's schema does not describe.
        ///
        /// 0 to 256 characters.
        value: String = "Value", Kind::Text(0, 256, None);
    }
    optional {
    }
}
