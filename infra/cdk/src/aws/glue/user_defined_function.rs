// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::Glue::UserDefinedFunction` and its parts.

use crate::schema::prelude::*;

resource! {
    /// Represents a user-defined function (UDF) definition in the AWS Glue Data Catalog.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-glue-userdefinedfunction.html>
    UserDefinedFunction = "AWS::Glue::UserDefinedFunction";
    required {
        /// The name of the catalog database in which the function is located.
        ///
        /// 1 to 255 characters. Changing it replaces the resource.
        database_name: String = "DatabaseName", Kind::Text(1, 255, None);
        /// The name of the function.
        ///
        /// 1 to 255 characters. Changing it replaces the resource.
        function_name: String = "FunctionName", Kind::Text(1, 255, None);
    }
    optional {
        /// The Java class that contains the function code.
        ///
        /// 1 to 255 characters.
        class_name: String = "ClassName", Kind::Text(1, 255, None);
        /// The type of the function.
        ///
        /// Changing it replaces the resource.
        function_type: FunctionType = "FunctionType", Kind::Values(FunctionType::ALL);
        /// The owner of the function.
        ///
        /// 1 to 255 characters.
        owner_name: String = "OwnerName", Kind::Text(1, 255, None);
        /// The owner type.
        owner_type: OwnerType = "OwnerType", Kind::Values(OwnerType::ALL);
        /// The resource URIs for the function.
        ///
        /// 0 to 1000 items.
        resource_uris: Vec<ResourceUri> = "ResourceUris", Kind::List(&Kind::Object(ResourceUri::object_schema), 0, 1000, false);
    }
    attributes {
        /// The Amazon Resource Name (ARN) of the user-defined function.
        arn: Arn<UserDefinedFunction> = "Arn";
    }
    replaces ["DatabaseName", "FunctionName", "FunctionType"]
    may_replace []
}

object! {
    /// The URIs for function resources.
    ResourceUri;
    required {
    }
    optional {
        /// The type of the resource.
        resource_type: ResourceType = "ResourceType", Kind::Values(ResourceType::ALL);
        /// The URI for accessing the resource.
        ///
        /// 1 to 1024 characters.
        uri: String = "Uri", Kind::Text(1, 1024, None);
    }
}

values! {
    /// The values of `FunctionType`.
    FunctionType {
        AggregateFunction = "AGGREGATE_FUNCTION",
        RegularFunction = "REGULAR_FUNCTION",
        StoredProcedure = "STORED_PROCEDURE",
    }
}

values! {
    /// The values of `OwnerType`.
    OwnerType {
        Group = "GROUP",
        Role = "ROLE",
        User = "USER",
    }
}

values! {
    /// The values of `ResourceType`.
    ResourceType {
        Archive = "ARCHIVE",
        File = "FILE",
        Jar = "JAR",
    }
}
