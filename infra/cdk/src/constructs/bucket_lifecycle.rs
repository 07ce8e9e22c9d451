//! How long the objects of a bucket stay, and where.
//!
//! <https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lifecycle-mgmt.html>

use super::append::append;
use super::bucket::Bucket;
use crate::aws::s3::bucket::{NoncurrentVersionExpiration, Rule, Status, StorageClass, Transition};
use crate::{ObjectAge, Stack, Value};

impl<T: 'static> Bucket<T> {
    /// Removes the objects whose keys begin with `prefix` at an age; all objects, if it is empty. A versioned bucket keeps
    /// them as old versions.
    pub fn expire_under(&self, stack: &mut Stack, prefix: &str, age: ObjectAge) {
        self.rule(stack, under(prefix).expiration_in_days(age));
    }

    /// Moves the objects whose keys begin with `prefix` to another storage class at an age; all objects, if it is empty.
    ///
    /// Classes for infrequent access take objects of 30 days and more.
    pub fn move_under(&self, stack: &mut Stack, prefix: &str, class: StorageClass, age: ObjectAge) {
        self.rule(stack, under(prefix).transitions([Transition::new(class).transition_in_days(age)]));
    }

    /// Removes versions so long after they became old ones, and the delete markers that then stand alone.
    pub fn expire_old_versions(&self, stack: &mut Stack, age: ObjectAge) {
        let rule = Rule::new(Status::Enabled)
            .noncurrent_version_expiration(NoncurrentVersionExpiration::new(age))
            .expired_object_delete_marker(true);
        self.rule(stack, rule);
    }

    fn rule(&self, stack: &mut Stack, rule: Rule) {
        append(stack, &self.resource, &["LifecycleConfiguration", "Rules"], Value::from(rule));
    }
}

fn under(prefix: &str) -> Rule {
    Rule::new(Status::Enabled).prefix(prefix)
}
