// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::StepFunctions::StateMachineVersion` and its parts.

use crate::schema::prelude::*;

resource! {
    /// Represents a state machine version.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-stepfunctions-statemachineversion.html>
    StateMachineVersion = "AWS::StepFunctions::StateMachineVersion";
    required {
        /// The Amazon Resource Name (ARN) of the state machine.
        ///
        /// 1 to 2048 characters. Changing it replaces the resource.
        state_machine_arn: String = "StateMachineArn", Kind::Text(1, 2048, None);
    }
    optional {
        /// An optional description of the state machine version.
        ///
        /// 1 to 2048 characters. Changing it replaces the resource.
        description: String = "Description", Kind::Text(1, 2048, None);
        /// Identifier for a state machine revision, which is an immutable, read-only snapshot of a state machine’s definition and configuration.
        ///
        /// 1 to 2048 characters. Changing it replaces the resource.
        state_machine_revision_id: String = "StateMachineRevisionId", Kind::Text(1, 2048, None);
    }
    attributes {
        /// Returns the ARN of the state machine version.
        arn: Arn<StateMachineVersion> = "Arn";
    }
    replaces ["Description", "StateMachineArn", "StateMachineRevisionId"]
    may_replace []
}
