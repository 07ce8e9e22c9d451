// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::Glue::DevEndpoint` and its parts.

use crate::schema::prelude::*;

resource! {
    /// The `AWS::Glue::DevEndpoint` resource specifies a development endpoint where a developer can remotely debug ETL scripts for AWS Glue.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-glue-devendpoint.html>
    DevEndpoint = "AWS::Glue::DevEndpoint";
    required {
        /// The Amazon Resource Name (ARN) of the IAM role used in this `DevEndpoint`.
        role_arn: String = "RoleArn", TEXT;
    }
    optional {
        /// A map of arguments used to configure the `DevEndpoint`.
        arguments: Json = "Arguments", Kind::Json;
        /// The name of the `DevEndpoint`.
        ///
        /// Changing it replaces the resource.
        endpoint_name: String = "EndpointName", TEXT;
        /// The path to one or more Java `.jar` files in an S3 bucket that should be loaded in your `DevEndpoint`. ) You can only use pure Java/Scala libraries with a …
        extra_jars_s3_path: String = "ExtraJarsS3Path", TEXT;
        /// The paths to one or more Python libraries in an Amazon S3 bucket that should be loaded in your `DevEndpoint`.
        extra_python_libs_s3_path: String = "ExtraPythonLibsS3Path", TEXT;
        /// The AWS Glue version determines the versions of Apache Spark and Python that AWS Glue supports.
        glue_version: String = "GlueVersion", TEXT;
        /// The number of AWS Glue Data Processing Units (DPUs) allocated to this `DevEndpoint`.
        number_of_nodes: Int = "NumberOfNodes", INTEGER;
        /// The number of workers of a defined `workerType` that are allocated to the development endpoint.
        number_of_workers: Int = "NumberOfWorkers", INTEGER;
        /// The public key to be used by this `DevEndpoint` for authentication.
        public_key: String = "PublicKey", TEXT;
        /// A list of public keys to be used by the `DevEndpoints` for authentication.
        public_keys: Vec<String> = "PublicKeys", list(&TEXT);
        /// The name of the `SecurityConfiguration` structure to be used with this `DevEndpoint`.
        security_configuration: String = "SecurityConfiguration", TEXT;
        /// A list of security group identifiers used in this `DevEndpoint`.
        security_group_ids: Vec<String> = "SecurityGroupIds", list(&TEXT);
        /// The subnet ID for this `DevEndpoint`.
        subnet_id: String = "SubnetId", TEXT;
        /// The tags to use with this DevEndpoint.
        tags: Json = "Tags", Kind::Json;
        /// The type of predefined worker that is allocated to the development endpoint.
        worker_type: String = "WorkerType", TEXT;
    }
    attributes {
        /// `Id`, which AWS's schema does not describe.
        id: String = "Id";
    }
    replaces ["EndpointName"]
    may_replace []
}
