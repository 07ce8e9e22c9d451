// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::SSM::MaintenanceWindowTarget` and its parts.

use crate::schema::prelude::*;

resource! {
    /// The `AWS::SSM::MaintenanceWindowTarget` resource registers a target with a maintenance window for AWS Systems Manager.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ssm-maintenancewindowtarget.html>
    MaintenanceWindowTarget = "AWS::SSM::MaintenanceWindowTarget";
    required {
        /// The type of target that is being registered with the maintenance window.
        resource_type: ResourceType = "ResourceType", Kind::Values(ResourceType::ALL);
        /// The targets to register with the maintenance window.
        ///
        /// 0 to 5 items.
        targets: Vec<Targets> = "Targets", Kind::List(&Kind::Object(Targets::object_schema), 0, 5, false);
        /// The ID of the maintenance window to register the target with.
        ///
        /// 20 to 20 characters. Changing it replaces the resource.
        window_id: String = "WindowId", Kind::Text(20, 20, Some("^mw-[0-9a-f]{17}$"));
    }
    optional {
        /// A description for the target.
        ///
        /// 1 to 128 characters.
        description: String = "Description", Kind::Text(1, 128, None);
        /// The name for the maintenance window target.
        ///
        /// 3 to 128 characters.
        name: String = "Name", Kind::Text(3, 128, Some(r"^[a-zA-Z0-9_\-.]{3,128}$"));
        /// A user-provided value that will be included in any Amazon CloudWatch Events events that are raised while running tasks for these targets in this maintenance …
        ///
        /// 1 to 128 characters.
        owner_information: String = "OwnerInformation", Kind::Text(1, 128, None);
    }
    attributes {
        /// The ID of the target.
        window_target_id: String = "WindowTargetId";
    }
    replaces ["WindowId"]
    may_replace []
}

object! {
    /// The `Targets` property type specifies adding a target to a maintenance window target in AWS Systems Manager.
    Targets;
    required {
        /// User-defined criteria for sending commands that target managed nodes that meet the criteria.
        ///
        /// 1 to 163 characters.
        key: String = "Key", Kind::Text(1, 163, Some(r"^[\p{L}\p{Z}\p{N}_.:/=\-@]*$|resource-groups:ResourceTypeFilters|resource-groups:Name$"));
        /// User-defined criteria that maps to `Key`.
        ///
        /// 0 to 50 items.
        values: Vec<String> = "Values", Kind::List(&TEXT, 0, 50, false);
    }
    optional {
    }
}

values! {
    /// The values of `ResourceType`.
    ResourceType {
        Instance = "INSTANCE",
        ResourceGroup = "RESOURCE_GROUP",
    }
}
