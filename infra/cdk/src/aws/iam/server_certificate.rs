// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::IAM::ServerCertificate` and its parts.

use crate::schema::prelude::*;

resource! {
    /// Uploads a server certificate entity for the AWS account.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-servercertificate.html>
    ServerCertificate = "AWS::IAM::ServerCertificate";
    required {
    }
    optional {
        /// The contents of the public key certificate.
        ///
        /// 1 to 16384 characters. Changing it replaces the resource.
        certificate_body: String = "CertificateBody", Kind::Text(1, 16384, Some(r"[\x{0009}\x{000A}\x{000D}\x{0020}-\x{00FF}]+"));
        /// The contents of the public key certificate chain.
        ///
        /// 1 to 2097152 characters. Changing it replaces the resource.
        certificate_chain: String = "CertificateChain", Kind::Text(1, 2097152, Some(r"[\x{0009}\x{000A}\x{000D}\x{0020}-\x{00FF}]+"));
        /// The path for the server certificate.
        ///
        /// 1 to 512 characters.
        path: String = "Path", Kind::Text(1, 512, Some(r"(\x{002F})|(\x{002F}[\x{0021}-\x{007F}]+\x{002F})"));
        /// The contents of the private key in PEM-encoded format.
        ///
        /// 1 to 16384 characters. Changing it replaces the resource.
        private_key: String = "PrivateKey", Kind::Text(1, 16384, Some(r"[\x{0009}\x{000A}\x{000D}\x{0020}-\x{00FF}]+"));
        /// The name for the server certificate.
        ///
        /// 1 to 128 characters. Changing it replaces the resource.
        server_certificate_name: String = "ServerCertificateName", Kind::Text(1, 128, Some(r"[\w+=,.@-]+"));
        /// A list of tags that are attached to the server certificate.
        tags: Vec<Tag> = "Tags", list(&Kind::Object(Tag::object_schema));
    }
    attributes {
        /// Returns the Amazon Resource Name (ARN) for the specified `AWS::IAM::ServerCertificate` resource.
        arn: Arn<ServerCertificate> = "Arn";
    }
    replaces ["CertificateBody", "CertificateChain", "PrivateKey", "ServerCertificateName"]
    may_replace []
}

object! {
    /// A key-value pair to associate with a resource.
    Tag;
    required {
        /// The key name of the tag.
        ///
        /// 1 to 128 characters.
        key: String = "Key", Kind::Text(1, 128, None);
        /// The value for the tag.
        ///
        /// 1 to 256 characters.
        value: String = "Value", Kind::Text(1, 256, None);
    }
    optional {
    }
}
