// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::IAM::VirtualMFADevice` and its parts.

use crate::schema::prelude::*;

resource! {
    /// Creates a new virtual MFA device for the AWS account.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-virtualmfadevice.html>
    VirtualMfaDevice = "AWS::IAM::VirtualMFADevice";
    required {
        /// The IAM user associated with this virtual MFA device.
        users: Vec<String> = "Users", list(&TEXT);
    }
    optional {
        /// The path for the virtual MFA device.
        ///
        /// 1 to 512 characters. Changing it replaces the resource.
        path: String = "Path", Kind::Text(1, 512, Some(r"(\x{002F})|(\x{002F}[\x{0021}-\x{007F}]+\x{002F})"));
        /// A list of tags that you want to attach to the new IAM virtual MFA device.
        ///
        /// 0 to 50 items.
        tags: Vec<Tag> = "Tags", Kind::List(&Kind::Object(Tag::object_schema), 0, 50, false);
        /// The name of the virtual MFA device, which must be unique.
        ///
        /// 1 to 226 characters. Changing it replaces the resource.
        virtual_mfa_device_name: String = "VirtualMfaDeviceName", Kind::Text(1, 226, Some(r"[\w+=,.@-]+"));
    }
    attributes {
        /// Returns the serial number for the specified `AWS::IAM::VirtualMFADevice` resource.
        serial_number: String = "SerialNumber";
    }
    replaces ["Path", "VirtualMfaDeviceName"]
    may_replace []
}

object! {
    /// A key-value pair to associate with a resource.
    Tag;
    required {
        /// The key name of the tag.
        ///
        /// 1 to 128 characters.
        key: String = "Key", Kind::Text(1, 128, Some(r"^[\p{L}\p{Z}\p{N}_.:/=+\-@]+$"));
        /// The value for the tag.
        ///
        /// 1 to 256 characters.
        value: String = "Value", Kind::Text(1, 256, Some(r"^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$"));
    }
    optional {
    }
}
