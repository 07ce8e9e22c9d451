// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::CodeDeploy::DeploymentGroup` and its parts.

use crate::schema::prelude::*;

resource! {
    /// The `AWS::CodeDeploy::DeploymentGroup` resource creates an AWS CodeDeploy deployment group that specifies which instances your application revisions are …
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-codedeploy-deploymentgroup.html>
    DeploymentGroup = "AWS::CodeDeploy::DeploymentGroup";
    required {
        /// The name of an existing CodeDeploy application to associate this deployment group with.
        ///
        /// 1 to 100 characters. Changing it replaces the resource.
        application_name: String = "ApplicationName", Kind::Text(1, 100, Some("^[A-Za-z0-9+=,.@_-]*$"));
        /// A service role Amazon Resource Name (ARN) that grants CodeDeploy permission to make calls to AWS services on your behalf.
        service_role_arn: String = "ServiceRoleArn", TEXT;
    }
    optional {
        /// Information about the Amazon CloudWatch alarms that are associated with the deployment group.
        alarm_configuration: AlarmConfiguration = "AlarmConfiguration", Kind::Object(AlarmConfiguration::object_schema);
        /// Information about the automatic rollback configuration that is associated with the deployment group.
        auto_rollback_configuration: AutoRollbackConfiguration = "AutoRollbackConfiguration", Kind::Object(AutoRollbackConfiguration::object_schema);
        /// A list of associated Auto Scaling groups that CodeDeploy automatically deploys revisions to when new instances are created.
        auto_scaling_groups: Vec<String> = "AutoScalingGroups", Kind::List(&TEXT, 0, usize::MAX, true);
        /// Information about blue/green deployment options for a deployment group.
        blue_green_deployment_configuration: BlueGreenDeploymentConfiguration = "BlueGreenDeploymentConfiguration", Kind::Object(BlueGreenDeploymentConfiguration::object_schema);
        /// The application revision to deploy to this deployment group.
        deployment: Deployment = "Deployment", Kind::Object(Deployment::object_schema);
        /// A deployment configuration name or a predefined configuration name.
        ///
        /// 1 to 100 characters.
        deployment_config_name: String = "DeploymentConfigName", Kind::Text(1, 100, Some("^[A-Za-z0-9+=,.@_-]*$"));
        /// A name for the deployment group.
        ///
        /// 1 to 100 characters. Changing it replaces the resource.
        deployment_group_name: String = "DeploymentGroupName", Kind::Text(1, 100, Some("^[A-Za-z0-9+=,.@_-]*$"));
        /// Attributes that determine the type of deployment to run and whether to route deployment traffic behind a load balancer.
        deployment_style: DeploymentStyle = "DeploymentStyle", Kind::Object(DeploymentStyle::object_schema);
        /// The target Amazon ECS services in the deployment group.
        ecs_services: Vec<EcsService> = "ECSServices", Kind::List(&Kind::Object(EcsService::object_schema), 0, usize::MAX, true);
        /// The Amazon EC2 tags that are already applied to Amazon EC2 instances that you want to include in the deployment group.
        ec2_tag_filters: Vec<Ec2TagFilter> = "Ec2TagFilters", Kind::List(&Kind::Object(Ec2TagFilter::object_schema), 0, usize::MAX, true);
        /// Information about groups of tags applied to Amazon EC2 instances.
        ec2_tag_set: Ec2TagSet = "Ec2TagSet", Kind::Object(Ec2TagSet::object_schema);
        /// Information about the load balancer to use in a deployment.
        load_balancer_info: LoadBalancerInfo = "LoadBalancerInfo", Kind::Object(LoadBalancerInfo::object_schema);
        /// The on-premises instance tags already applied to on-premises instances that you want to include in the deployment group.
        on_premises_instance_tag_filters: Vec<TagFilter> = "OnPremisesInstanceTagFilters", Kind::List(&Kind::Object(TagFilter::object_schema), 0, usize::MAX, true);
        /// Information about groups of tags applied to on-premises instances.
        on_premises_tag_set: OnPremisesTagSet = "OnPremisesTagSet", Kind::Object(OnPremisesTagSet::object_schema);
        /// Indicates what happens when new Amazon EC2 instances are launched mid-deployment and do not receive the deployed application revision.
        outdated_instances_strategy: OutdatedInstancesStrategy = "OutdatedInstancesStrategy", Kind::Values(OutdatedInstancesStrategy::ALL);
        /// The metadata that you apply to CodeDeploy deployment groups to help you organize and categorize them.
        tags: Vec<Tag> = "Tags", list(&Kind::Object(Tag::object_schema));
        /// Indicates whether the deployment group was configured to have CodeDeploy install a termination hook into an Auto Scaling group.
        termination_hook_enabled: bool = "TerminationHookEnabled", Kind::Bool;
        /// Information about triggers associated with the deployment group.
        trigger_configurations: Vec<TriggerConfig> = "TriggerConfigurations", Kind::List(&Kind::Object(TriggerConfig::object_schema), 0, usize::MAX, true);
    }
    attributes {
    }
    replaces ["ApplicationName", "DeploymentGroupName"]
    may_replace []
}

object! {
    /// The `Alarm` property type specifies a CloudWatch alarm to use for an AWS CodeDeploy deployment group.
    Alarm;
    required {
    }
    optional {
        /// The name of the alarm.
        name: String = "Name", TEXT;
    }
}

object! {
    /// The `AlarmConfiguration` property type configures CloudWatch alarms for an AWS CodeDeploy deployment group.
    AlarmConfiguration;
    required {
    }
    optional {
        /// A list of alarms configured for the deployment or deployment group.
        alarms: Vec<Alarm> = "Alarms", Kind::List(&Kind::Object(Alarm::object_schema), 0, usize::MAX, true);
        /// Indicates whether the alarm configuration is enabled.
        enabled: bool = "Enabled", Kind::Bool;
        /// Indicates whether a deployment should continue if information about the current state of alarms cannot be retrieved from Amazon CloudWatch.
        ignore_poll_alarm_failure: bool = "IgnorePollAlarmFailure", Kind::Bool;
    }
}

object! {
    /// The `AutoRollbackConfiguration` property type configures automatic rollback for an AWS CodeDeploy deployment group when a deployment is not completed …
    AutoRollbackConfiguration;
    required {
    }
    optional {
        /// Indicates whether a defined automatic rollback configuration is currently enabled.
        enabled: bool = "Enabled", Kind::Bool;
        /// The event type or types that trigger a rollback.
        events: Vec<Events> = "Events", Kind::List(&Kind::Values(Events::ALL), 0, usize::MAX, true);
    }
}

object! {
    /// Information about blue/green deployment options for a deployment group.
    BlueGreenDeploymentConfiguration;
    required {
    }
    optional {
        /// Information about the action to take when newly provisioned instances are ready to receive traffic in a blue/green deployment.
        deployment_ready_option: DeploymentReadyOption = "DeploymentReadyOption", Kind::Object(DeploymentReadyOption::object_schema);
        /// Information about how instances are provisioned for a replacement environment in a blue/green deployment.
        green_fleet_provisioning_option: GreenFleetProvisioningOption = "GreenFleetProvisioningOption", Kind::Object(GreenFleetProvisioningOption::object_schema);
        /// Information about whether to terminate instances in the original fleet during a blue/green deployment.
        terminate_blue_instances_on_deployment_success: BlueInstanceTerminationOption = "TerminateBlueInstancesOnDeploymentSuccess", Kind::Object(BlueInstanceTerminationOption::object_schema);
    }
}

object! {
    /// Information about whether instances in the original environment are terminated when a blue/green deployment is successful.
    BlueInstanceTerminationOption;
    required {
    }
    optional {
        /// The action to take on instances in the original environment after a successful blue/green deployment. - `TERMINATE`: Instances are terminated after a specified …
        action: BlueInstanceTerminationOptionAction = "Action", Kind::Values(BlueInstanceTerminationOptionAction::ALL);
        /// For an Amazon EC2 deployment, the number of minutes to wait after a successful blue/green deployment before terminating instances from the original environment.
        termination_wait_time_in_minutes: Int = "TerminationWaitTimeInMinutes", INTEGER;
    }
}

object! {
    /// `Deployment` is a property of the DeploymentGroup resource that specifies an AWS CodeDeploy application revision to be deployed to instances in the deployment …
    Deployment;
    required {
        /// Information about the location of stored application artifacts and the service from which to retrieve them.
        revision: RevisionLocation = "Revision", Kind::Object(RevisionLocation::object_schema);
    }
    optional {
        /// A comment about the deployment.
        description: String = "Description", TEXT;
        /// If true, then if an `ApplicationStop`, `BeforeBlockTraffic`, or `AfterBlockTraffic` deployment lifecycle event to an instance fails, then the deployment …
        ignore_application_stop_failures: bool = "IgnoreApplicationStopFailures", Kind::Bool;
    }
}

object! {
    /// Information about how traffic is rerouted to instances in a replacement environment in a blue/green deployment.
    DeploymentReadyOption;
    required {
    }
    optional {
        /// Information about when to reroute traffic from an original environment to a replacement environment in a blue/green deployment. - CONTINUE_DEPLOYMENT: Register …
        action_on_timeout: ActionOnTimeout = "ActionOnTimeout", Kind::Values(ActionOnTimeout::ALL);
        /// The number of minutes to wait before the status of a blue/green deployment is changed to Stopped if rerouting is not started manually.
        wait_time_in_minutes: Int = "WaitTimeInMinutes", INTEGER;
    }
}

object! {
    /// Information about the type of deployment, either in-place or blue/green, you want to run and whether to route deployment traffic behind a load balancer.
    DeploymentStyle;
    required {
    }
    optional {
        /// Indicates whether to route deployment traffic behind a load balancer. ) An Amazon EC2 Application Load Balancer or Network Load Balancer is required for an …
        deployment_option: DeploymentOption = "DeploymentOption", Kind::Values(DeploymentOption::ALL);
        /// Indicates whether to run an in-place or blue/green deployment.
        deployment_type: DeploymentType = "DeploymentType", Kind::Values(DeploymentType::ALL);
    }
}

object! {
    /// Information about an Amazon EC2 tag filter.
    Ec2TagFilter;
    required {
    }
    optional {
        /// The tag filter key.
        key: String = "Key", TEXT;
        /// The tag filter type: - `KEY_ONLY`: Key only. - `VALUE_ONLY`: Value only. - `KEY_AND_VALUE`: Key and value.
        r#type: Type = "Type", Kind::Values(Type::ALL);
        /// The tag filter value.
        value: String = "Value", TEXT;
    }
}

object! {
    /// The `EC2TagSet` property type specifies information about groups of tags applied to Amazon EC2 instances.
    Ec2TagSet;
    required {
    }
    optional {
        /// The Amazon EC2 tags that are already applied to Amazon EC2 instances that you want to include in the deployment group.
        ec2_tag_set_list: Vec<Ec2TagSetListObject> = "Ec2TagSetList", Kind::List(&Kind::Object(Ec2TagSetListObject::object_schema), 0, usize::MAX, true);
    }
}

object! {
    /// The `EC2TagSet` property type specifies information about groups of tags applied to Amazon EC2 instances.
    Ec2TagSetListObject;
    required {
    }
    optional {
        /// A list that contains other lists of Amazon EC2 instance tag groups.
        ec2_tag_group: Vec<Ec2TagFilter> = "Ec2TagGroup", Kind::List(&Kind::Object(Ec2TagFilter::object_schema), 0, usize::MAX, true);
    }
}

object! {
    /// Contains the service and cluster names used to identify an Amazon ECS deployment's target.
    EcsService;
    required {
        /// The name of the cluster that the Amazon ECS service is associated with.
        cluster_name: String = "ClusterName", TEXT;
        /// The name of the target Amazon ECS service.
        service_name: String = "ServiceName", TEXT;
    }
    optional {
    }
}

object! {
    /// The `ELBInfo` property type specifies information about the Elastic Load Balancing load balancer used for an CodeDeploy deployment group.
    ElbInfo;
    required {
    }
    optional {
        /// For blue/green deployments, the name of the load balancer that is used to route traffic from original instances to replacement instances in a blue/green …
        name: String = "Name", TEXT;
    }
}

object! {
    /// `GitHubLocation` is a property of the CodeDeploy DeploymentGroup Revision property that specifies the location of an application revision that is stored in …
    GitHubLocation;
    required {
        /// The SHA1 commit ID of the GitHub commit that represents the bundled artifacts for the application revision.
        commit_id: String = "CommitId", TEXT;
        /// The GitHub account and repository pair that stores a reference to the commit that represents the bundled artifacts for the application revision.
        repository: String = "Repository", TEXT;
    }
    optional {
    }
}

object! {
    /// Information about the instances that belong to the replacement environment in a blue/green deployment.
    GreenFleetProvisioningOption;
    required {
    }
    optional {
        /// The method used to add instances to a replacement environment. - `DISCOVER_EXISTING`: Use instances that already exist or will be created manually. - …
        action: Action = "Action", Kind::Values(Action::ALL);
    }
}

object! {
    /// The `LoadBalancerInfo` property type specifies information about the load balancer or target group used for an AWS CodeDeploy deployment group.
    LoadBalancerInfo;
    required {
    }
    optional {
        /// An array that contains information about the load balancers to use for load balancing in a deployment.
        elb_info_list: Vec<ElbInfo> = "ElbInfoList", Kind::List(&Kind::Object(ElbInfo::object_schema), 0, usize::MAX, true);
        /// An array that contains information about the target groups to use for load balancing in a deployment.
        target_group_info_list: Vec<TargetGroupInfo> = "TargetGroupInfoList", Kind::List(&Kind::Object(TargetGroupInfo::object_schema), 0, usize::MAX, true);
        /// The target group pair information.
        target_group_pair_info_list: Vec<TargetGroupPairInfo> = "TargetGroupPairInfoList", Kind::List(&Kind::Object(TargetGroupPairInfo::object_schema), 0, usize::MAX, true);
    }
}

object! {
    /// The `OnPremisesTagSet` property type specifies a list containing other lists of on-premises instance tag groups.
    OnPremisesTagSet;
    required {
    }
    optional {
        /// A list that contains other lists of on-premises instance tag groups.
        on_premises_tag_set_list: Vec<OnPremisesTagSetListObject> = "OnPremisesTagSetList", Kind::List(&Kind::Object(OnPremisesTagSetListObject::object_schema), 0, usize::MAX, true);
    }
}

object! {
    /// The `OnPremisesTagSetListObject` property type specifies lists of on-premises instance tag groups.
    OnPremisesTagSetListObject;
    required {
    }
    optional {
        /// Information about groups of on-premises instance tags.
        on_premises_tag_group: Vec<TagFilter> = "OnPremisesTagGroup", Kind::List(&Kind::Object(TagFilter::object_schema), 0, usize::MAX, true);
    }
}

object! {
    /// `RevisionLocation` is a property that defines the location of the CodeDeploy application revision to deploy.
    RevisionLocation;
    required {
    }
    optional {
        /// Information about the location of application artifacts stored in GitHub.
        git_hub_location: GitHubLocation = "GitHubLocation", Kind::Object(GitHubLocation::object_schema);
        /// The type of application revision: - S3: An application revision stored in Amazon S3. - GitHub: An application revision stored in GitHub (EC2/On-premises …
        revision_type: String = "RevisionType", TEXT;
        /// Information about the location of a revision stored in Amazon S3.
        s3_location: S3Location = "S3Location", Kind::Object(S3Location::object_schema);
    }
}

object! {
    /// `S3Location` is a property of the CodeDeploy DeploymentGroup Revision property that specifies the location of an application revision that is stored in Amazon …
    S3Location;
    required {
        /// The name of the Amazon S3 bucket where the application revision is stored.
        bucket: String = "Bucket", TEXT;
        /// The name of the Amazon S3 object that represents the bundled artifacts for the application revision.
        key: String = "Key", TEXT;
    }
    optional {
        /// The file type of the application revision.
        bundle_type: String = "BundleType", TEXT;
        /// The ETag of the Amazon S3 object that represents the bundled artifacts for the application revision.
        e_tag: String = "ETag", TEXT;
        /// A specific version of the Amazon S3 object that represents the bundled artifacts for the application revision.
        version: String = "Version", TEXT;
    }
}

object! {
    /// Information about a tag.
    Tag;
    required {
        /// The tag's key.
        key: String = "Key", TEXT;
        /// The tag's value.
        value: String = "Value", TEXT;
    }
    optional {
    }
}

object! {
    /// `TagFilter` is a property type of the AWS::CodeDeploy::DeploymentGroup resource that specifies which on-premises instances to associate with the deployment …
    TagFilter;
    required {
    }
    optional {
        /// The on-premises instance tag filter key.
        key: String = "Key", TEXT;
        /// The on-premises instance tag filter type: - KEY_ONLY: Key only. - VALUE_ONLY: Value only. - KEY_AND_VALUE: Key and value.
        r#type: Type = "Type", Kind::Values(Type::ALL);
        /// The on-premises instance tag filter value.
        value: String = "Value", TEXT;
    }
}

object! {
    /// The `TargetGroupInfo` property type specifies information about a target group in Elastic Load Balancing to use in a deployment.
    TargetGroupInfo;
    required {
    }
    optional {
        /// For blue/green deployments, the name of the target group that instances in the original environment are deregistered from, and instances in the replacement …
        name: String = "Name", TEXT;
    }
}

object! {
    /// Information about two target groups and how traffic is routed during an Amazon ECS deployment.
    TargetGroupPairInfo;
    required {
    }
    optional {
        /// The path used by a load balancer to route production traffic when an Amazon ECS deployment is complete.
        prod_traffic_route: TrafficRoute = "ProdTrafficRoute", Kind::Object(TrafficRoute::object_schema);
        /// One pair of target groups.
        target_groups: Vec<TargetGroupInfo> = "TargetGroups", Kind::List(&Kind::Object(TargetGroupInfo::object_schema), 0, usize::MAX, true);
        /// An optional path used by a load balancer to route test traffic after an Amazon ECS deployment.
        test_traffic_route: TrafficRoute = "TestTrafficRoute", Kind::Object(TrafficRoute::object_schema);
    }
}

object! {
    /// Information about a listener.
    TrafficRoute;
    required {
    }
    optional {
        /// The Amazon Resource Name (ARN) of one listener.
        listener_arns: Vec<String> = "ListenerArns", Kind::List(&TEXT, 0, usize::MAX, true);
    }
}

object! {
    /// Information about notification triggers for the deployment group.
    TriggerConfig;
    required {
    }
    optional {
        /// The event type or types that trigger notifications.
        trigger_events: Vec<TriggerEvents> = "TriggerEvents", Kind::List(&Kind::Values(TriggerEvents::ALL), 0, usize::MAX, true);
        /// The name of the notification trigger.
        trigger_name: String = "TriggerName", TEXT;
        /// The Amazon Resource Name (ARN) of the Amazon Simple Notification Service topic through which notifications about deployment or instance events are sent.
        trigger_target_arn: String = "TriggerTargetArn", TEXT;
    }
}

values! {
    /// The values of `Action`.
    Action {
        CopyAutoScalingGroup = "COPY_AUTO_SCALING_GROUP",
        DiscoverExisting = "DISCOVER_EXISTING",
    }
}

values! {
    /// The values of `ActionOnTimeout`.
    ActionOnTimeout {
        ContinueDeployment = "CONTINUE_DEPLOYMENT",
        StopDeployment = "STOP_DEPLOYMENT",
    }
}

values! {
    /// The values of `BlueInstanceTerminationOptionAction`.
    BlueInstanceTerminationOptionAction {
        KeepAlive = "KEEP_ALIVE",
        Terminate = "TERMINATE",
    }
}

values! {
    /// The values of `DeploymentOption`.
    DeploymentOption {
        WithoutTrafficControl = "WITHOUT_TRAFFIC_CONTROL",
        WithTrafficControl = "WITH_TRAFFIC_CONTROL",
    }
}

values! {
    /// The values of `DeploymentType`.
    DeploymentType {
        BlueGreen = "BLUE_GREEN",
        InPlace = "IN_PLACE",
    }
}

values! {
    /// The values of `Events`.
    Events {
        DeploymentFailure = "DEPLOYMENT_FAILURE",
        DeploymentStopOnAlarm = "DEPLOYMENT_STOP_ON_ALARM",
        DeploymentStopOnRequest = "DEPLOYMENT_STOP_ON_REQUEST",
    }
}

values! {
    /// The values of `OutdatedInstancesStrategy`.
    OutdatedInstancesStrategy {
        Ignore = "IGNORE",
        Update = "UPDATE",
    }
}

values! {
    /// The values of `TriggerEvents`.
    TriggerEvents {
        DeploymentFailure = "DeploymentFailure",
        DeploymentReady = "DeploymentReady",
        DeploymentRollback = "DeploymentRollback",
        DeploymentStart = "DeploymentStart",
        DeploymentStop = "DeploymentStop",
        DeploymentSuccess = "DeploymentSuccess",
        InstanceFailure = "InstanceFailure",
        InstanceReady = "InstanceReady",
        InstanceStart = "InstanceStart",
        InstanceSuccess = "InstanceSuccess",
    }
}

values! {
    /// The values of `Type`.
    Type {
        KeyAndValue = "KEY_AND_VALUE",
        KeyOnly = "KEY_ONLY",
        ValueOnly = "VALUE_ONLY",
    }
}
