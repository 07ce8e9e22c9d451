// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::SecretsManager::Secret` and its parts.

use crate::schema::prelude::*;

resource! {
    /// Creates a new secret.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-secretsmanager-secret.html>
    Secret = "AWS::SecretsManager::Secret";
    required {
    }
    optional {
        /// The description of the secret.
        ///
        /// 0 to 2048 characters.
        description: String = "Description", Kind::Text(0, 2048, None);
        /// A structure that specifies how to generate a password to encrypt and store in the secret.
        generate_secret_string: GenerateSecretString = "GenerateSecretString", Kind::Object(GenerateSecretString::object_schema);
        /// The ARN, key ID, or alias of the AWS key that Secrets Manager uses to encrypt the secret value in the secret.
        ///
        /// 0 to 2048 characters.
        kms_key_id: String = "KmsKeyId", Kind::Text(0, 2048, None);
        /// The name of the new secret.
        ///
        /// 0 to 512 characters. Changing it replaces the resource.
        name: String = "Name", Kind::Text(0, 512, None);
        /// A custom type that specifies a `Region` and the `KmsKeyId` for a replica secret.
        replica_regions: Vec<ReplicaRegion> = "ReplicaRegions", list(&Kind::Object(ReplicaRegion::object_schema));
        /// The text to encrypt and store in the secret.
        ///
        /// 1 to 65536 characters.
        secret_string: String = "SecretString", Kind::Text(1, 65536, None);
        /// A list of tags to attach to the secret.
        tags: Vec<Tag> = "Tags", list(&Kind::Object(Tag::object_schema));
        /// The exact string that identifies the third-party partner that holds the external secret.
        ///
        /// 0 to 256 characters.
        r#type: String = "Type", Kind::Text(0, 256, None);
    }
    attributes {
        /// The ARN of the secret.
        id: String = "Id";
    }
    replaces ["Name"]
    may_replace []
}

object! {
    /// Generates a random password.
    GenerateSecretString;
    required {
    }
    optional {
        /// A string of the characters that you don't want in the password.
        exclude_characters: String = "ExcludeCharacters", TEXT;
        /// Specifies whether to exclude lowercase letters from the password.
        exclude_lowercase: bool = "ExcludeLowercase", Kind::Bool;
        /// Specifies whether to exclude numbers from the password.
        exclude_numbers: bool = "ExcludeNumbers", Kind::Bool;
        /// Specifies whether to exclude the following punctuation characters from the password: ! " # $ % & ' () +, -. /:; ? @ ( / ) ^ _ { | } ~.
        exclude_punctuation: bool = "ExcludePunctuation", Kind::Bool;
        /// Specifies whether to exclude uppercase letters from the password.
        exclude_uppercase: bool = "ExcludeUppercase", Kind::Bool;
        /// The JSON key name for the key/value pair, where the value is the generated password.
        generate_string_key: String = "GenerateStringKey", TEXT;
        /// Specifies whether to include the space character.
        include_space: bool = "IncludeSpace", Kind::Bool;
        /// The length of the password.
        password_length: Int = "PasswordLength", INTEGER;
        /// Specifies whether to include at least one upper and lowercase letter, one number, and one punctuation.
        require_each_included_type: bool = "RequireEachIncludedType", Kind::Bool;
        /// A template that the generated string must match.
        secret_string_template: String = "SecretStringTemplate", TEXT;
    }
}

object! {
    /// Specifies a `Region` and the `KmsKeyId` for a replica secret.
    ReplicaRegion;
    required {
        /// A string that represents a `Region`, for example "us-east-1".
        region: String = "Region", TEXT;
    }
    optional {
        /// The ARN, key ID, or alias of the KMS key to encrypt the secret.
        kms_key_id: String = "KmsKeyId", TEXT;
    }
}

object! {
    /// A structure that contains information about a tag.
    Tag;
    required {
        /// The key identifier, or name, of the tag.
        ///
        /// 1 to 128 characters.
        key: String = "Key", Kind::Text(1, 128, None);
        /// The string value associated with the key of the tag.
        ///
        /// 0 to 256 characters.
        value: String = "Value", Kind::Text(0, 256, None);
    }
    optional {
    }
}
