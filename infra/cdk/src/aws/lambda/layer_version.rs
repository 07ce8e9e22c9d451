// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::Lambda::LayerVersion` and its parts.

use crate::schema::prelude::*;

resource! {
    /// The `AWS::Lambda::LayerVersion` resource creates a Lambda layer from a ZIP archive.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-layerversion.html>
    LayerVersion = "AWS::Lambda::LayerVersion";
    required {
        /// The function layer archive.
        ///
        /// Changing it replaces the resource.
        content: Content = "Content", Kind::Object(Content::object_schema);
    }
    optional {
        /// A list of compatible instruction set architectures.
        ///
        /// 0 to 2 items. Changing it replaces the resource.
        compatible_architectures: Vec<CompatibleArchitectures> = "CompatibleArchitectures", Kind::List(&Kind::Values(CompatibleArchitectures::ALL), 0, 2, false);
        /// A list of compatible function runtimes.
        ///
        /// 0 to 15 items. Changing it replaces the resource.
        compatible_runtimes: Vec<CompatibleRuntimes> = "CompatibleRuntimes", Kind::List(&Kind::Values(CompatibleRuntimes::ALL), 0, 15, false);
        /// The description of the version.
        ///
        /// 0 to 256 characters. Changing it replaces the resource.
        description: String = "Description", Kind::Text(0, 256, None);
        /// The name or Amazon Resource Name (ARN) of the layer.
        ///
        /// 1 to 140 characters. Changing it replaces the resource.
        layer_name: String = "LayerName", Kind::Text(1, 140, Some(r"^(arn:(aws[a-zA-Z-]*)?:lambda:(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\d{1}:\d{12}:layer:[a-zA-Z0-9-_]+)|[a-zA-Z0-9-_]+$"));
        /// The layer's software license.
        ///
        /// 0 to 512 characters. Changing it replaces the resource.
        license_info: String = "LicenseInfo", Kind::Text(0, 512, None);
    }
    attributes {
        /// The ARN of the layer version.
        layer_version_arn: String = "LayerVersionArn";
    }
    replaces ["CompatibleArchitectures", "CompatibleRuntimes", "Content", "Description", "LayerName", "LicenseInfo"]
    may_replace []
}

object! {
    /// A ZIP archive that contains the contents of an Lambda layer.
    Content;
    required {
        /// The Amazon S3 bucket of the layer archive.
        ///
        /// 3 to 63 characters.
        s3_bucket: String = "S3Bucket", Kind::Text(3, 63, None);
        /// The Amazon S3 key of the layer archive.
        ///
        /// 1 to 1024 characters.
        s3_key: String = "S3Key", Kind::Text(1, 1024, None);
    }
    optional {
        /// Specifies whether Lambda should copy the deployment package to its internal storage (COPY) or reference it directly from your S3 bucket (REFERENCE).
        s3_object_storage_mode: S3ObjectStorageMode = "S3ObjectStorageMode", Kind::Values(S3ObjectStorageMode::ALL);
        /// For versioned objects, the version of the layer archive object to use.
        ///
        /// 1 to 1024 characters.
        s3_object_version: String = "S3ObjectVersion", Kind::Text(1, 1024, None);
    }
}

values! {
    /// The values of `CompatibleArchitectures`.
    CompatibleArchitectures {
        Arm64 = "arm64",
        X8664 = "x86_64",
    }
}

values! {
    /// The values of `CompatibleRuntimes`.
    CompatibleRuntimes {
        Dotnet10 = "dotnet10",
        Dotnet6 = "dotnet6",
        Dotnet8 = "dotnet8",
        Dotnetcore10 = "dotnetcore1.0",
        Dotnetcore20 = "dotnetcore2.0",
        Dotnetcore21 = "dotnetcore2.1",
        Dotnetcore31 = "dotnetcore3.1",
        Go1X = "go1.x",
        Java11 = "java11",
        Java11Al2023 = "java11.al2023",
        Java17 = "java17",
        Java17Al2023 = "java17.al2023",
        Java21 = "java21",
        Java25 = "java25",
        Java8 = "java8",
        Java8Al2 = "java8.al2",
        Java8Al2023 = "java8.al2023",
        Nodejs = "nodejs",
        Nodejs10X = "nodejs10.x",
        Nodejs12X = "nodejs12.x",
        Nodejs14X = "nodejs14.x",
        Nodejs16X = "nodejs16.x",
        Nodejs18X = "nodejs18.x",
        Nodejs20X = "nodejs20.x",
        Nodejs22X = "nodejs22.x",
        Nodejs24X = "nodejs24.x",
        Nodejs26X = "nodejs26.x",
        Nodejs43 = "nodejs4.3",
        Nodejs43Edge = "nodejs4.3-edge",
        Nodejs610 = "nodejs6.10",
        Nodejs810 = "nodejs8.10",
        Provided = "provided",
        ProvidedAl2 = "provided.al2",
        ProvidedAl2023 = "provided.al2023",
        Python27 = "python2.7",
        Python310 = "python3.10",
        Python311 = "python3.11",
        Python312 = "python3.12",
        Python313 = "python3.13",
        Python314 = "python3.14",
        Python315 = "python3.15",
        Python36 = "python3.6",
        Python37 = "python3.7",
        Python38 = "python3.8",
        Python39 = "python3.9",
        Ruby25 = "ruby2.5",
        Ruby27 = "ruby2.7",
        Ruby32 = "ruby3.2",
        Ruby33 = "ruby3.3",
        Ruby34 = "ruby3.4",
        Ruby40 = "ruby4.0",
    }
}

values! {
    /// The values of `S3ObjectStorageMode`.
    S3ObjectStorageMode {
        Copy = "COPY",
        Reference = "REFERENCE",
    }
}
