// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::SSM::ServiceSetting` and its parts.

use crate::schema::prelude::*;

resource! {
    /// Resource Type definition for AWS::SSM::ServiceSetting.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ssm-servicesetting.html>
    ServiceSetting = "AWS::SSM::ServiceSetting";
    required {
        /// The ID of the service setting, such as /ssm/parameter-store/high-throughput-enabled.
        ///
        /// 1 to 1000 characters. Changing it replaces the resource.
        setting_id: String = "SettingId", Kind::Text(1, 1000, None);
        /// The value of the service setting.
        ///
        /// 1 to 4096 characters.
        setting_value: String = "SettingValue", Kind::Text(1, 4096, None);
    }
    optional {
    }
    attributes {
        /// The ARN of the service setting.
        arn: Arn<ServiceSetting> = "Arn";
        /// The last time the service setting was modified.
        last_modified_date: String = "LastModifiedDate";
        /// The ARN of the last modified user.
        last_modified_user: String = "LastModifiedUser";
        /// The status of the service setting.
        status: String = "Status";
    }
    replaces ["SettingId"]
    may_replace []
}
