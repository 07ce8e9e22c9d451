// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::KMS::Key` and its parts.

use crate::schema::prelude::*;

resource! {
    /// The `AWS::KMS::Key` resource specifies an KMS key in AWS Key Management Service.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-kms-key.html>
    Key = "AWS::KMS::Key";
    required {
    }
    optional {
        /// Skips ("bypasses") the key policy lockout safety check.
        bypass_policy_lockout_safety_check: bool = "BypassPolicyLockoutSafetyCheck", Kind::Bool;
        /// A description of the KMS key.
        ///
        /// 0 to 8192 characters.
        description: String = "Description", Kind::Text(0, 8192, None);
        /// Enables automatic rotation of the key material for the specified KMS key.
        enable_key_rotation: bool = "EnableKeyRotation", Kind::Bool;
        /// Specifies whether the KMS key is enabled.
        enabled: bool = "Enabled", Kind::Bool;
        /// The key policy to attach to the KMS key.
        key_policy: Json = "KeyPolicy", Kind::Json;
        /// Specifies the type of KMS key to create.
        key_spec: KeySpec = "KeySpec", Kind::Values(KeySpec::ALL);
        /// Determines the cryptographic operations for which you can use the KMS key.
        key_usage: KeyUsage = "KeyUsage", Kind::Values(KeyUsage::ALL);
        /// Creates a multi-Region primary key that you can replicate in other AWS Regions.
        multi_region: bool = "MultiRegion", Kind::Bool;
        /// The source of the key material for the KMS key.
        origin: Origin = "Origin", Kind::Values(Origin::ALL);
        /// Specifies the number of days in the waiting period before AWS deletes a KMS key that has been removed from a CloudFormation stack.
        ///
        /// 7 to 30.
        pending_window_in_days: Int<7, 30> = "PendingWindowInDays", Kind::Integer(7, 30);
        /// Specifies a custom period of time between each rotation date.
        ///
        /// 90 to 2560.
        rotation_period_in_days: Int<90, 2560> = "RotationPeriodInDays", Kind::Integer(90, 2560);
        /// Assigns one or more tags to the replica key. ) Tagging or untagging a KMS key can allow or deny permission to the KMS key.
        tags: Vec<Tag> = "Tags", Kind::List(&Kind::Object(Tag::object_schema), 0, usize::MAX, true);
    }
    attributes {
        /// The Amazon Resource Name (ARN) of the KMS key, such as `arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab`.
        arn: Arn<Key> = "Arn";
        /// The key ID of the KMS key, such as `1234abcd-12ab-34cd-56ef-1234567890ab`.
        key_id: String = "KeyId";
    }
    replaces []
    may_replace []
}

object! {
    /// A key-value pair.
    Tag;
    required {
        /// The key name of the tag.
        ///
        /// 1 to 128 characters.
        key: String = "Key", Kind::Text(1, 128, None);
        /// The value for the tag.
        ///
        /// 0 to 256 characters.
        value: String = "Value", Kind::Text(0, 256, None);
    }
    optional {
    }
}

values! {
    /// The values of `KeySpec`.
    KeySpec {
        EccNistEdwards25519 = "ECC_NIST_EDWARDS25519",
        EccNistP256 = "ECC_NIST_P256",
        EccNistP384 = "ECC_NIST_P384",
        EccNistP521 = "ECC_NIST_P521",
        EccSecgP256k1 = "ECC_SECG_P256K1",
        Hmac224 = "HMAC_224",
        Hmac256 = "HMAC_256",
        Hmac384 = "HMAC_384",
        Hmac512 = "HMAC_512",
        MlDsa44 = "ML_DSA_44",
        MlDsa65 = "ML_DSA_65",
        MlDsa87 = "ML_DSA_87",
        Rsa2048 = "RSA_2048",
        Rsa3072 = "RSA_3072",
        Rsa4096 = "RSA_4096",
        Sm2 = "SM2",
        SymmetricDefault = "SYMMETRIC_DEFAULT",
    }
}

values! {
    /// The values of `KeyUsage`.
    KeyUsage {
        EncryptDecrypt = "ENCRYPT_DECRYPT",
        GenerateVerifyMac = "GENERATE_VERIFY_MAC",
        KeyAgreement = "KEY_AGREEMENT",
        SignVerify = "SIGN_VERIFY",
    }
}

values! {
    /// The values of `Origin`.
    Origin {
        AwsKms = "AWS_KMS",
        External = "EXTERNAL",
    }
}
