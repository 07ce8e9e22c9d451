// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::SSM::Document` and its parts.

use crate::schema::prelude::*;

resource! {
    /// The `AWS::SSM::Document` resource creates a Systems Manager (SSM) document in AWS Systems Manager.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ssm-document.html>
    Document = "AWS::SSM::Document";
    required {
        /// The content for the new SSM document in JSON or YAML.
        content: Json = "Content", Kind::Json;
    }
    optional {
        /// A list of key-value pairs that describe attachments to a version of a document.
        ///
        /// 0 to 20 items.
        attachments: Vec<AttachmentsSource> = "Attachments", Kind::List(&Kind::Object(AttachmentsSource::object_schema), 0, 20, false);
        /// Specify the document format for the request.
        document_format: DocumentFormat = "DocumentFormat", Kind::Values(DocumentFormat::ALL);
        /// The type of document to create.
        ///
        /// Changing it replaces the resource.
        document_type: DocumentType = "DocumentType", Kind::Values(DocumentType::ALL);
        /// A name for the SSM document. ) You can't use the following strings as document name prefixes.
        ///
        /// Changing it replaces the resource.
        name: String = "Name", Kind::Text(0, usize::MAX, Some(r"^[a-zA-Z0-9_\-.]{3,128}$"));
        /// A list of SSM documents required by a document.
        ///
        /// At least 1 items.
        requires: Vec<DocumentRequires> = "Requires", Kind::List(&Kind::Object(DocumentRequires::object_schema), 1, usize::MAX, false);
        /// AWS CloudFormation resource tags to apply to the document.
        ///
        /// 0 to 1000 items.
        tags: Vec<Tag> = "Tags", Kind::List(&Kind::Object(Tag::object_schema), 0, 1000, false);
        /// Specify a target type to define the kinds of resources the document can run on.
        ///
        /// 0 to 200 characters.
        target_type: String = "TargetType", Kind::Text(0, 200, Some(r"^\/[\w\.\-\:\/]*$"));
        /// If the document resource you specify in your template already exists, this parameter determines whether a new version of the existing document is created, or …
        update_method: UpdateMethod = "UpdateMethod", Kind::Values(UpdateMethod::ALL);
        /// An optional field specifying the version of the artifact you are creating with the document.
        version_name: String = "VersionName", Kind::Text(0, usize::MAX, Some(r"^[a-zA-Z0-9_\-.]{1,128}$"));
    }
    attributes {
    }
    replaces ["DocumentType", "Name"]
    may_replace ["Attachments", "Content", "DocumentFormat", "Requires", "TargetType", "VersionName"]
}

object! {
    /// Identifying information about a document attachment, including the file name and a key-value pair that identifies the location of an attachment to a document.
    AttachmentsSource;
    required {
    }
    optional {
        /// The key of a key-value pair that identifies the location of an attachment to a document.
        key: Key = "Key", Kind::Values(Key::ALL);
        /// The name of the document attachment file.
        ///
        /// 1 to 128 characters.
        name: String = "Name", Kind::Text(1, 128, Some(r"^([\p{L}\p{Z}\p{N}_.:/=+\-@]*)$"));
        /// The value of a key-value pair that identifies the location of an attachment to a document.
        ///
        /// 1 to 1 items.
        values: Vec<String> = "Values", Kind::List(&Kind::Text(1, 100000, None), 1, 1, false);
    }
}

object! {
    /// An SSM document required by the current document.
    DocumentRequires;
    required {
    }
    optional {
        /// The name of the required SSM document.
        ///
        /// 0 to 200 characters.
        name: String = "Name", Kind::Text(0, 200, Some(r"^[a-zA-Z0-9_\-.:/]{3,200}$"));
        /// The document version required by the current document.
        ///
        /// 0 to 8 characters.
        version: String = "Version", Kind::Text(0, 8, Some("([$]LATEST|[$]DEFAULT|^[1-9][0-9]*$)"));
    }
}

object! {
    /// `Tag`, which AWS's schema does not describe.
    Tag;
    required {
    }
    optional {
        /// The name of the tag.
        ///
        /// 1 to 128 characters.
        key: String = "Key", Kind::Text(1, 128, Some(r"^([\p{L}\p{Z}\p{N}_.:/=+\-@]*)$"));
        /// The value of the tag.
        ///
        /// 1 to 256 characters.
        value: String = "Value", Kind::Text(1, 256, Some(r"^([\p{L}\p{Z}\p{N}_.:/=+\-@]*)$"));
    }
}

values! {
    /// The values of `DocumentFormat`.
    DocumentFormat {
        Json = "JSON",
        Text = "TEXT",
        Yaml = "YAML",
    }
}

values! {
    /// The values of `DocumentType`.
    DocumentType {
        ApplicationConfiguration = "ApplicationConfiguration",
        ApplicationConfigurationSchema = "ApplicationConfigurationSchema",
        AutoApprovalPolicy = "AutoApprovalPolicy",
        Automation = "Automation",
        AutomationChangeTemplate = "Automation.ChangeTemplate",
        ChangeCalendar = "ChangeCalendar",
        CloudFormation = "CloudFormation",
        Command = "Command",
        DeploymentStrategy = "DeploymentStrategy",
        ManualApprovalPolicy = "ManualApprovalPolicy",
        Package = "Package",
        Policy = "Policy",
        ProblemAnalysis = "ProblemAnalysis",
        ProblemAnalysisTemplate = "ProblemAnalysisTemplate",
        Session = "Session",
    }
}

values! {
    /// The values of `Key`.
    Key {
        AttachmentReference = "AttachmentReference",
        S3FileUrl = "S3FileUrl",
        SourceUrl = "SourceUrl",
    }
}

values! {
    /// The values of `UpdateMethod`.
    UpdateMethod {
        NewVersion = "NewVersion",
        Replace = "Replace",
    }
}
