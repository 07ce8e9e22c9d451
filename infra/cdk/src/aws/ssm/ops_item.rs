// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::SSM::OpsItem` and its parts.

use crate::schema::prelude::*;

resource! {
    /// Resource schema for AWS::SSM::OpsItem.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ssm-opsitem.html>
    OpsItem = "AWS::SSM::OpsItem";
    required {
        /// The description of the OpsItem.
        ///
        /// 1 to 2048 characters.
        description: String = "Description", Kind::Text(1, 2048, Some(r"^[\s\S]*\S[\s\S]*$"));
        /// The origin of the OpsItem.
        ///
        /// 1 to 128 characters. Changing it replaces the resource.
        source: String = "Source", Kind::Text(1, 128, None);
        /// The title of the OpsItem.
        ///
        /// 1 to 1024 characters.
        title: String = "Title", Kind::Text(1, 1024, None);
    }
    optional {
        /// The category of the OpsItem.
        ///
        /// 1 to 64 characters.
        category: String = "Category", Kind::Text(1, 64, None);
        /// The priority of the OpsItem.
        ///
        /// 1 to 5.
        priority: Int<1, 5> = "Priority", Kind::Integer(1, 5);
        /// The severity of the OpsItem.
        ///
        /// 1 to 64 characters.
        severity: String = "Severity", Kind::Text(1, 64, None);
        /// Tags for the OpsItem.
        ///
        /// 0 to 1000 items.
        tags: Vec<Tag> = "Tags", Kind::List(&Kind::Object(Tag::object_schema), 0, 1000, true);
    }
    attributes {
        /// The user who created the OpsItem.
        created_by: String = "CreatedBy";
        /// The time the OpsItem was created.
        created_time: String = "CreatedTime";
        /// The user who last modified the OpsItem.
        last_modified_by: String = "LastModifiedBy";
        /// The time the OpsItem was last modified.
        last_modified_time: String = "LastModifiedTime";
        /// The ARN of the OpsItem.
        ops_item_arn: String = "OpsItemArn";
        /// The ID of the OpsItem.
        ops_item_id: String = "OpsItemId";
        /// The type of OpsItem.
        ops_item_type: String = "OpsItemType";
        /// The status of the OpsItem.
        status: String = "Status";
        /// The version of the OpsItem.
        version: String = "Version";
    }
    replaces ["Source"]
    may_replace []
}

object! {
    /// `Tag`, which AWS's schema does not describe.
    Tag;
    required {
        /// `Key`, which AWS's schema does not describe.
        ///
        /// 1 to 128 characters.
        key: String = "Key", Kind::Text(1, 128, Some(r"^([\p{L}\p{Z}\p{N}_.:/=+\-@]*)$"));
        /// `Value`, which AWS's schema does not describe.
        ///
        /// 0 to 256 characters.
        value: String = "Value", Kind::Text(0, 256, Some(r"^([\p{L}\p{Z}\p{N}_.:/=+\-@]*)$"));
    }
    optional {
    }
}
