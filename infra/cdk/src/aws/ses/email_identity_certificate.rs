// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::SES::EmailIdentityCertificate` and its parts.

use crate::schema::prelude::*;

resource! {
    /// Associates an AWS Certificate Manager certificate with a sender under an SES email identity, so that SES signs the sender's mail with S/MIME.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ses-emailidentitycertificate.html>
    EmailIdentityCertificate = "AWS::SES::EmailIdentityCertificate";
    required {
        /// The ARN of the AWS Certificate Manager certificate to associate with the sender.
        ///
        /// 20 to 2048 characters. Changing it replaces the resource.
        certificate_arn: String = "CertificateArn", Kind::Text(20, 2048, Some(r"^arn:aws[a-z0-9-]*:acm:[a-z0-9-]+:\d{12}:certificate/[^\s]+$"));
        /// The email identity that owns the sender the certificate is associated with.
        ///
        /// 1 to 320 characters. Changing it replaces the resource.
        email_identity: String = "EmailIdentity", Kind::Text(1, 320, None);
        /// The sender the certificate signs for.
        ///
        /// 1 to 320 characters. Changing it replaces the resource.
        from_address: String = "FromAddress", Kind::Text(1, 320, None);
    }
    optional {
    }
    attributes {
    }
    replaces ["CertificateArn", "EmailIdentity", "FromAddress"]
    may_replace []
}
