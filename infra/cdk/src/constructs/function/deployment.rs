//! Gradual deployment: an alias moves to a new version step by step, and back if an alarm goes off.

use super::Alias;
use crate::aws::codedeploy::application::ComputePlatform;
use crate::aws::codedeploy::deployment_group::{
    Alarm, AlarmConfiguration, AutoRollbackConfiguration, DeploymentOption, DeploymentStyle, DeploymentType, Events,
};
use crate::aws::codedeploy::{Application, DeploymentGroup};
use crate::aws::{cloudwatch, iam};
use crate::{Definition, Name, Object, PolicyDocument, Resource, Stack, Statement, Value};

/// How an alias moves to a new version.
#[derive(Debug, Clone)]
pub struct GradualDeployment {
    /// In which steps.
    pub shift: TrafficShift,
    /// The alarms that stop it and bring the version before back, by name.
    pub alarms: Vec<Value<Name<cloudwatch::Alarm>>>,
}

/// In which steps an alias moves to a new version: those that CodeDeploy knows.
///
/// <https://docs.aws.amazon.com/codedeploy/latest/userguide/deployment-configurations.html>
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum TrafficShift {
    AllAtOnce,
    TenPercentFor5Minutes,
    TenPercentFor10Minutes,
    TenPercentFor15Minutes,
    TenPercentFor30Minutes,
    TenPercentEveryMinute,
    TenPercentEvery2Minutes,
    TenPercentEvery3Minutes,
    TenPercentEvery10Minutes,
}

impl TrafficShift {
    fn configuration(self) -> &'static str {
        match self {
            Self::AllAtOnce => "CodeDeployDefault.LambdaAllAtOnce",
            Self::TenPercentFor5Minutes => "CodeDeployDefault.LambdaCanary10Percent5Minutes",
            Self::TenPercentFor10Minutes => "CodeDeployDefault.LambdaCanary10Percent10Minutes",
            Self::TenPercentFor15Minutes => "CodeDeployDefault.LambdaCanary10Percent15Minutes",
            Self::TenPercentFor30Minutes => "CodeDeployDefault.LambdaCanary10Percent30Minutes",
            Self::TenPercentEveryMinute => "CodeDeployDefault.LambdaLinear10PercentEvery1Minute",
            Self::TenPercentEvery2Minutes => "CodeDeployDefault.LambdaLinear10PercentEvery2Minutes",
            Self::TenPercentEvery3Minutes => "CodeDeployDefault.LambdaLinear10PercentEvery3Minutes",
            Self::TenPercentEvery10Minutes => "CodeDeployDefault.LambdaLinear10PercentEvery10Minutes",
        }
    }
}

impl Alias {
    /// Has CodeDeploy move the alias to new versions step by step. If the deployment fails, is stopped, or one of the alarms
    /// goes off, the alias goes back, and CloudFormation rolls the whole stack back.
    ///
    /// ```
    /// # use cdk::constructs::{Alias, GradualDeployment, TrafficShift};
    /// # use cdk::{Name, Stack, Value, aws::cloudwatch};
    /// # fn example(stack: &mut Stack, live: &Alias, errors: Value<Name<cloudwatch::Alarm>>) {
    /// let shift = TrafficShift::TenPercentFor5Minutes;
    /// live.deploy_gradually(stack, GradualDeployment { shift, alarms: vec![errors] });
    /// # }
    /// ```
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-updatepolicy.html>
    #[track_caller]
    pub fn deploy_gradually(&self, stack: &mut Stack, deployment: GradualDeployment) {
        let role = self.deployment_role(stack);
        let application = Application::new().compute_platform(ComputePlatform::Lambda);
        let application = stack.add(&self.path.child("Deployment"), Definition::new(application));

        let style = DeploymentStyle::new()
            .deployment_option(DeploymentOption::WithTrafficControl)
            .deployment_type(DeploymentType::BlueGreen);
        let rollback = AutoRollbackConfiguration::new().enabled(true).events([
            Events::DeploymentFailure,
            Events::DeploymentStopOnAlarm,
            Events::DeploymentStopOnRequest,
        ]);
        let mut group = DeploymentGroup::new(application.reference(), role.arn())
            .deployment_config_name(deployment.shift.configuration())
            .deployment_style(style)
            .auto_rollback_configuration(rollback);
        if !deployment.alarms.is_empty() {
            let alarms: Vec<Alarm> = deployment.alarms.into_iter().map(|name| Alarm::new().name(name)).collect();
            group = group.alarm_configuration(AlarmConfiguration::new().enabled(true).alarms(alarms));
        }
        let group = stack.add(&self.path.child("DeploymentGroup"), Definition::new(group));

        let update: Object =
            [("ApplicationName", application.reference().text()), ("DeploymentGroupName", group.reference().text())]
                .into_iter()
                .collect();
        stack.update_policy(&self.resource, [("CodeDeployLambdaAliasUpdate", update)].into_iter().collect());
    }

    #[track_caller]
    fn deployment_role(&self, stack: &mut Stack) -> Resource<iam::Role> {
        // Named by the function and not by the alias, which is made after CodeDeploy's part.
        let alias = self.function.arn().with_suffix(&format!(":{}", self.name));
        let shift = ["lambda:GetAlias", "lambda:GetProvisionedConcurrencyConfig", "lambda:UpdateAlias"];
        let statements = [
            Statement::allow("MoveAlias", shift, [self.function.arn().text(), alias]),
            // CodeDeploy asks for alarms of all kinds, and AWS allows that for composite ones on `*` only.
            Statement::allow("ReadAlarms", ["cloudwatch:DescribeAlarms"], ["*".into()]),
        ];
        let trust = PolicyDocument::new([Statement::assumed_by("codedeploy.amazonaws.com")]);
        let role = iam::Role::new(trust)
            .description(format!("Moves the alias {} to new versions.", self.name))
            .policies([iam::role::Policy::new(PolicyDocument::new(statements), "Deployment")]);
        stack.add(&self.path.child("DeploymentRole"), Definition::new(role))
    }
}
