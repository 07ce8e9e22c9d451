// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::Glue::Job` and its parts.

use crate::schema::prelude::*;

resource! {
    /// The `AWS::Glue::Job` resource specifies an AWS Glue job in the data catalog.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-glue-job.html>
    Job = "AWS::Glue::Job";
    required {
        /// The code that executes a job.
        command: JobCommand = "Command", Kind::Object(JobCommand::object_schema);
        /// The name or Amazon Resource Name (ARN) of the IAM role associated with this job.
        role: String = "Role", TEXT;
    }
    optional {
        /// This parameter is no longer supported.
        allocated_capacity: f64 = "AllocatedCapacity", NUMBER;
        /// The connections used for this job.
        connections: ConnectionsList = "Connections", Kind::Object(ConnectionsList::object_schema);
        /// The default arguments for this job, specified as name-value pairs.
        default_arguments: Json = "DefaultArguments", Kind::Json;
        /// A description of the job.
        ///
        /// 0 to 2048 characters.
        description: String = "Description", Kind::Text(0, 2048, None);
        /// Indicates whether the job is run with a standard or flexible execution class.
        execution_class: ExecutionClass = "ExecutionClass", Kind::Values(ExecutionClass::ALL);
        /// The maximum number of concurrent runs that are allowed for this job.
        execution_property: ExecutionProperty = "ExecutionProperty", Kind::Object(ExecutionProperty::object_schema);
        /// Glue version determines the versions of Apache Spark and Python that AWS Glue supports.
        ///
        /// 1 to 255 characters.
        glue_version: String = "GlueVersion", Kind::Text(1, 255, Some(r"^(\w+\.)+\w+$"));
        /// A mode that describes how a job was created.
        job_mode: JobMode = "JobMode", Kind::Values(JobMode::ALL);
        /// Specifies whether job run queuing is enabled for the job runs for this job.
        job_run_queuing_enabled: bool = "JobRunQueuingEnabled", Kind::Bool;
        /// This field is reserved for future use.
        log_uri: String = "LogUri", TEXT;
        /// This field specifies a day of the week and hour for a maintenance window for streaming jobs.
        maintenance_window: String = "MaintenanceWindow", Kind::Text(0, usize::MAX, Some("^(Sun|Mon|Tue|Wed|Thu|Fri|Sat):([01]?[0-9]|2[0-3])$"));
        /// The number of AWS Glue data processing units (DPUs) that can be allocated when this job runs.
        max_capacity: f64 = "MaxCapacity", NUMBER;
        /// The maximum number of times to retry this job after a JobRun fails.
        max_retries: f64 = "MaxRetries", NUMBER;
        /// The name you assign to this job definition.
        ///
        /// 1 to 255 characters. Changing it replaces the resource.
        name: String = "Name", Kind::Text(1, 255, None);
        /// Non-overridable arguments for this job, specified as name-value pairs.
        non_overridable_arguments: Json = "NonOverridableArguments", Kind::Json;
        /// Specifies configuration properties of a notification.
        notification_property: NotificationProperty = "NotificationProperty", Kind::Object(NotificationProperty::object_schema);
        /// The number of workers of a defined `workerType` that are allocated when a job runs.
        ///
        /// At least 0.
        number_of_workers: Int<0> = "NumberOfWorkers", Kind::Integer(0, i64::MAX);
        /// The name of the `SecurityConfiguration` structure to be used with this job.
        ///
        /// 1 to 255 characters.
        security_configuration: String = "SecurityConfiguration", Kind::Text(1, 255, None);
        /// The tags to use with this job.
        tags: Json = "Tags", Kind::Json;
        /// The job timeout in minutes.
        ///
        /// At least 1.
        timeout: Int<1> = "Timeout", Kind::Integer(1, i64::MAX);
        /// The type of predefined worker that is allocated when a job runs.
        worker_type: WorkerType = "WorkerType", Kind::Values(WorkerType::ALL);
    }
    attributes {
    }
    replaces ["Name"]
    may_replace []
}

object! {
    /// Specifies the connections used by a job.
    ConnectionsList;
    required {
    }
    optional {
        /// A list of connections used by the job.
        ///
        /// 0 to 1000 items.
        connections: Vec<String> = "Connections", Kind::List(&Kind::Text(0, 255, None), 0, 1000, false);
    }
}

object! {
    /// An execution property of a job.
    ExecutionProperty;
    required {
    }
    optional {
        /// The maximum number of concurrent runs allowed for the job.
        max_concurrent_runs: f64 = "MaxConcurrentRuns", NUMBER;
    }
}

object! {
    /// Specifies code executed when a job is run.
    JobCommand;
    required {
    }
    optional {
        /// The name of the job command.
        name: String = "Name", TEXT;
        /// The Python version being used to execute a Python shell job.
        python_version: String = "PythonVersion", Kind::Text(0, usize::MAX, Some("^([2-3]|3[.]9)$"));
        /// In Ray jobs, Runtime is used to specify the versions of Ray, Python and additional libraries available in your environment.
        ///
        /// 0 to 64 characters.
        runtime: String = "Runtime", Kind::Text(0, 64, None);
        /// Specifies the Amazon Simple Storage Service (Amazon S3) path to a script that executes a job (required).
        ///
        /// 0 to 400000 characters.
        script_location: String = "ScriptLocation", Kind::Text(0, 400000, None);
    }
}

object! {
    /// Specifies configuration properties of a notification.
    NotificationProperty;
    required {
    }
    optional {
        /// After a job run starts, the number of minutes to wait before sending a job run delay notification.
        ///
        /// At least 1.
        notify_delay_after: Int<1> = "NotifyDelayAfter", Kind::Integer(1, i64::MAX);
    }
}

values! {
    /// The values of `ExecutionClass`.
    ExecutionClass {
        Flex = "FLEX",
        Standard = "STANDARD",
    }
}

values! {
    /// The values of `JobMode`.
    JobMode {
        Notebook = "NOTEBOOK",
        Script = "SCRIPT",
        Visual = "VISUAL",
    }
}

values! {
    /// The values of `WorkerType`.
    WorkerType {
        G025x = "G.025X",
        G12x = "G.12X",
        G16x = "G.16X",
        G1x = "G.1X",
        G2x = "G.2X",
        G4x = "G.4X",
        G8x = "G.8X",
        R1x = "R.1X",
        R2x = "R.2X",
        R4x = "R.4X",
        R8x = "R.8X",
        Standard = "Standard",
        Z2x = "Z.2X",
    }
}
