// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::Glue::Session` and its parts.

use crate::schema::prelude::*;

resource! {
    /// Resource Type definition for AWS::Glue::Session.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-glue-session.html>
    Session = "AWS::Glue::Session";
    required {
        /// The SessionCommand that runs the job.
        ///
        /// Changing it replaces the resource.
        command: SessionCommand = "Command", Kind::Object(SessionCommand::object_schema);
        /// The ID of the session.
        ///
        /// 1 to 255 characters. Changing it replaces the resource.
        id: String = "Id", Kind::Text(1, 255, None);
        /// The IAM Role ARN.
        ///
        /// 20 to 2048 characters. Changing it replaces the resource.
        role: String = "Role", Kind::Text(20, 2048, Some("^arn:aws[^:]*:iam::[0-9]*:role/.+$"));
    }
    optional {
        /// Specifies the connections used by the session.
        ///
        /// Changing it replaces the resource.
        connections: ConnectionsList = "Connections", Kind::Object(ConnectionsList::object_schema);
        /// A map array of key-value pairs.
        ///
        /// Changing it replaces the resource.
        default_arguments: BTreeMap<String, String> = "DefaultArguments", Kind::Map(&Kind::Text(0, 4096, None));
        /// The description of the session.
        ///
        /// 0 to 2048 characters. Changing it replaces the resource.
        description: String = "Description", Kind::Text(0, 2048, None);
        /// The Glue version determines the versions of Apache Spark and Python that Glue supports.
        ///
        /// 1 to 255 characters. Changing it replaces the resource.
        glue_version: String = "GlueVersion", Kind::Text(1, 255, Some(r"^(\w+\.)+\w+$"));
        /// The number of minutes when idle before session times out.
        ///
        /// At least 1. Changing it replaces the resource.
        idle_timeout: Int<1> = "IdleTimeout", Kind::Integer(1, i64::MAX);
        /// The number of Glue data processing units (DPUs) that can be allocated when the job runs.
        ///
        /// Changing it replaces the resource.
        max_capacity: f64 = "MaxCapacity", NUMBER;
        /// The number of workers of a defined WorkerType to use for the session.
        ///
        /// Changing it replaces the resource.
        number_of_workers: Int = "NumberOfWorkers", INTEGER;
        /// The origin of the request.
        ///
        /// 1 to 128 characters. Changing it replaces the resource.
        request_origin: String = "RequestOrigin", Kind::Text(1, 128, Some(r"^[.\-_A-Za-z0-9]+$"));
        /// The name of the SecurityConfiguration structure to be used with the session.
        ///
        /// 1 to 255 characters. Changing it replaces the resource.
        security_configuration: String = "SecurityConfiguration", Kind::Text(1, 255, None);
        /// The tags belonging to the session.
        ///
        /// 0 to 50 items.
        tags: Vec<Tag> = "Tags", Kind::List(&Kind::Object(Tag::object_schema), 0, 50, false);
        /// The number of minutes before session times out.
        ///
        /// At least 1. Changing it replaces the resource.
        timeout: Int<1> = "Timeout", Kind::Integer(1, i64::MAX);
        /// The type of predefined worker that is allocated when a session runs.
        ///
        /// Changing it replaces the resource.
        worker_type: WorkerType = "WorkerType", Kind::Values(WorkerType::ALL);
    }
    attributes {
        /// The Amazon Resource Name (ARN) of the session.
        arn: Arn<Session> = "Arn";
        /// The time and date when the session was created.
        created_on: String = "CreatedOn";
        /// The code execution progress of the session.
        progress: String = "Progress";
        /// The session status.
        status: String = "Status";
    }
    replaces ["Command", "Connections", "DefaultArguments", "Description", "GlueVersion", "Id", "IdleTimeout", "MaxCapacity", "NumberOfWorkers", "RequestOrigin", "Role", "SecurityConfiguration", "Timeout", "WorkerType"]
    may_replace []
}

object! {
    /// Specifies the connections used by the session.
    ConnectionsList;
    required {
    }
    optional {
        /// A list of connection names used by the session.
        ///
        /// 0 to 1000 items.
        connections: Vec<String> = "Connections", Kind::List(&Kind::Text(0, 255, None), 0, 1000, false);
    }
}

object! {
    /// The SessionCommand that runs the job.
    SessionCommand;
    required {
    }
    optional {
        /// Specifies the name of the SessionCommand.
        ///
        /// 1 to 255 characters.
        name: String = "Name", Kind::Text(1, 255, None);
        /// Specifies the Python version.
        python_version: String = "PythonVersion", Kind::Text(0, usize::MAX, Some("^([2-3]|3[.]9)$"));
    }
}

object! {
    /// A key-value pair to associate with a resource.
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
    /// The values of `WorkerType`.
    WorkerType {
        G025x = "G.025X",
        G1x = "G.1X",
        G2x = "G.2X",
        G4x = "G.4X",
        G8x = "G.8X",
        Standard = "Standard",
        Z2x = "Z.2X",
    }
}
