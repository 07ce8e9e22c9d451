// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::Logs::LogAnomalyDetector` and its parts.

use crate::schema::prelude::*;

resource! {
    /// Creates or updates an anomaly detector that regularly scans one or more log groups and look for patterns and anomalies in the logs.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-logs-loganomalydetector.html>
    LogAnomalyDetector = "AWS::Logs::LogAnomalyDetector";
    required {
    }
    optional {
        /// The ID of the account to create the anomaly detector in.
        account_id: String = "AccountId", TEXT;
        /// The number of days to have visibility on an anomaly.
        ///
        /// 7 to 90.
        anomaly_visibility_time: f64 = "AnomalyVisibilityTime", Kind::Number(7.0, 90.0);
        /// A name for this anomaly detector.
        ///
        /// At least 1 characters.
        detector_name: String = "DetectorName", Kind::Text(1, usize::MAX, None);
        /// Specifies how often the anomaly detector is to run and look for anomalies.
        evaluation_frequency: EvaluationFrequency = "EvaluationFrequency", Kind::Values(EvaluationFrequency::ALL);
        /// You can use this parameter to limit the anomaly detection model to examine only log events that match the pattern you specify here.
        ///
        /// 0 to 1024 characters.
        filter_pattern: String = "FilterPattern", Kind::Text(0, 1024, None);
        /// Optionally assigns a AWS key to secure this anomaly detector and its findings.
        ///
        /// 0 to 256 characters.
        kms_key_id: String = "KmsKeyId", Kind::Text(0, 256, Some(r"^arn:aws[a-z\-]*:kms:[-a-z0-9]*:[0-9]*:key/[-a-z0-9]*$"));
        /// The ARN of the log group that is associated with this anomaly detector.
        log_group_arn_list: Vec<String> = "LogGroupArnList", Kind::List(&Kind::Text(20, 2048, Some(r"^[\w#+=/:,.@*-]*$")), 0, usize::MAX, true);
    }
    attributes {
        /// The ARN of the anomaly detector.
        anomaly_detector_arn: String = "AnomalyDetectorArn";
        /// Specifies whether the anomaly detector is currently active.
        anomaly_detector_status: String = "AnomalyDetectorStatus";
        /// The time that the anomaly detector was created.
        creation_time_stamp: String = "CreationTimeStamp";
        /// The time that the anomaly detector was most recently modified.
        last_modified_time_stamp: String = "LastModifiedTimeStamp";
    }
    replaces []
    may_replace []
}

values! {
    /// The values of `EvaluationFrequency`.
    EvaluationFrequency {
        FifteenMin = "FIFTEEN_MIN",
        FiveMin = "FIVE_MIN",
        OneHour = "ONE_HOUR",
        TenMin = "TEN_MIN",
        ThirtyMin = "THIRTY_MIN",
    }
}
