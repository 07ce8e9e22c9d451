// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::Athena::CapacityReservation` and its parts.

use crate::schema::prelude::*;

resource! {
    /// Specifies a capacity reservation with the provided name and number of requested data processing units.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-athena-capacityreservation.html>
    CapacityReservation = "AWS::Athena::CapacityReservation";
    required {
        /// The name of the capacity reservation.
        ///
        /// Changing it replaces the resource.
        name: String = "Name", Kind::Text(0, usize::MAX, Some("[a-zA-Z0-9._-]{1,128}"));
        /// The number of data processing units requested.
        ///
        /// At least 1.
        target_dpus: Int<1> = "TargetDpus", Kind::Integer(1, i64::MAX);
    }
    optional {
        /// Assigns Athena workgroups (and hence their queries) to capacity reservations.
        capacity_assignment_configuration: CapacityAssignmentConfiguration = "CapacityAssignmentConfiguration", Kind::Object(CapacityAssignmentConfiguration::object_schema);
        /// An array of key-value pairs to apply to the capacity reservation.
        tags: Vec<Tag> = "Tags", Kind::List(&Kind::Object(Tag::object_schema), 0, usize::MAX, true);
    }
    attributes {
        /// The number of data processing units currently allocated.
        allocated_dpus: Int = "AllocatedDpus";
        /// The ARN of the capacity reservation.
        arn: Arn<CapacityReservation> = "Arn";
        /// The time in UTC epoch millis when the capacity reservation was created.
        creation_time: String = "CreationTime";
        /// The time of the most recent capacity allocation that succeeded.
        last_successful_allocation_time: String = "LastSuccessfulAllocationTime";
        /// The status of the capacity reservation.
        status: String = "Status";
    }
    replaces ["Name"]
    may_replace []
}

object! {
    /// A mapping between one or more workgroups and a capacity reservation.
    CapacityAssignment;
    required {
        /// The list of workgroup names for the capacity assignment.
        workgroup_names: Vec<String> = "WorkgroupNames", list(&Kind::Text(0, usize::MAX, Some("[a-zA-Z0-9._-]{1,128}")));
    }
    optional {
    }
}

object! {
    /// Assigns Athena workgroups (and hence their queries) to capacity reservations.
    CapacityAssignmentConfiguration;
    required {
        /// The list of assignments that make up the capacity assignment configuration.
        capacity_assignments: Vec<CapacityAssignment> = "CapacityAssignments", list(&Kind::Object(CapacityAssignment::object_schema));
    }
    optional {
    }
}

object! {
    /// `Tag`, which AWS's schema does not describe.
    Tag;
    required {
        /// `Key`, which AWS's schema does not describe.
        ///
        /// 1 to 128 characters.
        key: String = "Key", Kind::Text(1, 128, None);
        /// `Value`, which AWS's schema does not describe.
        ///
        /// 0 to 256 characters.
        value: String = "Value", Kind::Text(0, 256, None);
    }
    optional {
    }
}
