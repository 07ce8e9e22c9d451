// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::Glue::DataCatalogEncryptionSettings` and its parts.

use crate::schema::prelude::*;

resource! {
    /// Sets the security configuration for a specified catalog.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-glue-datacatalogencryptionsettings.html>
    DataCatalogEncryptionSettings = "AWS::Glue::DataCatalogEncryptionSettings";
    required {
        /// The ID of the Data Catalog in which the settings are created.
        ///
        /// 1 to 255 characters. Changing it replaces the resource.
        catalog_id: String = "CatalogId", Kind::Text(1, 255, None);
        /// Contains configuration information for maintaining Data Catalog security.
        data_catalog_encryption_settings: DataCatalogEncryptionSettingsProperty = "DataCatalogEncryptionSettings", Kind::Object(DataCatalogEncryptionSettingsProperty::object_schema);
    }
    optional {
    }
    attributes {
    }
    replaces ["CatalogId"]
    may_replace []
}

object! {
    /// The data structure used by the Data Catalog to encrypt the password as part of `CreateConnection` or `UpdateConnection` and store it in the …
    ConnectionPasswordEncryption;
    required {
    }
    optional {
        /// An AWS key that is used to encrypt the connection password.
        kms_key_id: String = "KmsKeyId", TEXT;
        /// When the `ReturnConnectionPasswordEncrypted` flag is set to "true", passwords remain encrypted in the responses of `GetConnection` and `GetConnections`.
        return_connection_password_encrypted: bool = "ReturnConnectionPasswordEncrypted", Kind::Bool;
    }
}

object! {
    /// Contains configuration information for maintaining Data Catalog security.
    DataCatalogEncryptionSettingsProperty;
    required {
    }
    optional {
        /// When connection password protection is enabled, the Data Catalog uses a customer-provided key to encrypt the password as part of `CreateConnection` or …
        connection_password_encryption: ConnectionPasswordEncryption = "ConnectionPasswordEncryption", Kind::Object(ConnectionPasswordEncryption::object_schema);
        /// Specifies the encryption-at-rest configuration for the Data Catalog.
        encryption_at_rest: EncryptionAtRest = "EncryptionAtRest", Kind::Object(EncryptionAtRest::object_schema);
    }
}

object! {
    /// Specifies the encryption-at-rest configuration for the Data Catalog.
    EncryptionAtRest;
    required {
    }
    optional {
        /// The encryption-at-rest mode for encrypting Data Catalog data.
        catalog_encryption_mode: CatalogEncryptionMode = "CatalogEncryptionMode", Kind::Values(CatalogEncryptionMode::ALL);
        /// The role that AWS Glue assumes to encrypt and decrypt the Data Catalog objects on the caller's behalf.
        catalog_encryption_service_role: String = "CatalogEncryptionServiceRole", Kind::Text(0, usize::MAX, Some("^arn:aws(-(cn|us-gov|iso(-[bef])?))?:iam::[0-9]{12}:role/.+$"));
        /// The ID of the AWS key to use for encryption at rest.
        ///
        /// 1 to 255 characters.
        sse_aws_kms_key_id: String = "SseAwsKmsKeyId", Kind::Text(1, 255, None);
    }
}

values! {
    /// The values of `CatalogEncryptionMode`.
    CatalogEncryptionMode {
        Disabled = "DISABLED",
        SseKms = "SSE-KMS",
        SseKmsWithServiceRole = "SSE-KMS-WITH-SERVICE-ROLE",
    }
}
