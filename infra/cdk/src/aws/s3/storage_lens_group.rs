// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! `AWS::S3::StorageLensGroup` and its parts.

use crate::schema::prelude::*;

resource! {
    /// The `AWS::S3::StorageLensGroup` resource creates an S3 Storage Lens group.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3-storagelensgroup.html>
    StorageLensGroup = "AWS::S3::StorageLensGroup";
    required {
        /// This property contains the criteria for the Storage Lens group data that is displayed.
        filter: Filter = "Filter", Kind::Object(Filter::object_schema);
        /// This property contains the Storage Lens group name.
        ///
        /// 1 to 64 characters. Changing it replaces the resource.
        name: String = "Name", Kind::Text(1, 64, Some(r"^[a-zA-Z0-9\-_]+$"));
    }
    optional {
        /// This property contains the AWS resource tags that you're adding to your Storage Lens group.
        tags: Vec<Tag> = "Tags", list(&Kind::Object(Tag::object_schema));
    }
    attributes {
        /// The ARN for the Amazon S3 Storage Lens Group.
        storage_lens_group_arn: String = "StorageLensGroupArn";
    }
    replaces ["Name"]
    may_replace []
}

object! {
    /// This resource is a logical operator that allows multiple filter conditions to be joined for more complex comparisons of Storage Lens group data.
    And;
    required {
    }
    optional {
        /// This property contains a list of prefixes.
        match_any_prefix: Vec<String> = "MatchAnyPrefix", Kind::List(&Kind::Text(0, 1024, None), 0, usize::MAX, true);
        /// This property contains a list of suffixes.
        match_any_suffix: Vec<String> = "MatchAnySuffix", Kind::List(&Kind::Text(0, 1024, None), 0, usize::MAX, true);
        /// This property contains the list of object tags.
        match_any_tag: Vec<Tag> = "MatchAnyTag", Kind::List(&Kind::Object(Tag::object_schema), 0, usize::MAX, true);
        /// This property contains `DaysGreaterThan` and `DaysLessThan` properties to define the object age range (minimum and maximum number of days).
        match_object_age: MatchObjectAge = "MatchObjectAge", Kind::Object(MatchObjectAge::object_schema);
        /// This property contains `BytesGreaterThan` and `BytesLessThan` to define the object size range (minimum and maximum number of Bytes).
        match_object_size: MatchObjectSize = "MatchObjectSize", Kind::Object(MatchObjectSize::object_schema);
    }
}

object! {
    /// This resource sets the criteria for the Storage Lens group data that is displayed.
    Filter;
    required {
    }
    optional {
        /// This property contains the `And` logical operator, which allows multiple filter conditions to be joined for more complex comparisons of Storage Lens group data.
        and: And = "And", Kind::Object(And::object_schema);
        /// This property contains a list of prefixes.
        match_any_prefix: Vec<String> = "MatchAnyPrefix", Kind::List(&Kind::Text(0, 1024, None), 0, usize::MAX, true);
        /// This property contains a list of suffixes.
        match_any_suffix: Vec<String> = "MatchAnySuffix", Kind::List(&Kind::Text(0, 1024, None), 0, usize::MAX, true);
        /// This property contains the list of S3 object tags.
        match_any_tag: Vec<Tag> = "MatchAnyTag", Kind::List(&Kind::Object(Tag::object_schema), 0, usize::MAX, true);
        /// This property contains `DaysGreaterThan` and `DaysLessThan` to define the object age range (minimum and maximum number of days).
        match_object_age: MatchObjectAge = "MatchObjectAge", Kind::Object(MatchObjectAge::object_schema);
        /// This property contains `BytesGreaterThan` and `BytesLessThan` to define the object size range (minimum and maximum number of Bytes).
        match_object_size: MatchObjectSize = "MatchObjectSize", Kind::Object(MatchObjectSize::object_schema);
        /// This property contains the `Or` logical operator, which allows multiple filter conditions to be joined.
        or: Or = "Or", Kind::Object(Or::object_schema);
    }
}

object! {
    /// This resource contains `DaysGreaterThan` and `DaysLessThan` to define the object age range (minimum and maximum number of days).
    MatchObjectAge;
    required {
    }
    optional {
        /// This property indicates the minimum object age in days.
        ///
        /// At least 1.
        days_greater_than: Int<1> = "DaysGreaterThan", Kind::Integer(1, i64::MAX);
        /// This property indicates the maximum object age in days.
        ///
        /// At least 1.
        days_less_than: Int<1> = "DaysLessThan", Kind::Integer(1, i64::MAX);
    }
}

object! {
    /// This resource filters objects that match the specified object size range.
    MatchObjectSize;
    required {
    }
    optional {
        /// This property specifies the minimum object size in bytes.
        ///
        /// At least 1.
        bytes_greater_than: Int<1> = "BytesGreaterThan", Kind::Integer(1, i64::MAX);
        /// This property specifies the maximum object size in bytes.
        ///
        /// At least 1.
        bytes_less_than: Int<1> = "BytesLessThan", Kind::Integer(1, i64::MAX);
    }
}

object! {
    /// This resource contains the `Or` logical operator, which allows multiple filter conditions to be joined for more complex comparisons of Storage Lens group data.
    Or;
    required {
    }
    optional {
        /// This property contains a list of prefixes.
        match_any_prefix: Vec<String> = "MatchAnyPrefix", Kind::List(&Kind::Text(0, 1024, None), 0, usize::MAX, true);
        /// This property contains the list of suffixes.
        match_any_suffix: Vec<String> = "MatchAnySuffix", Kind::List(&Kind::Text(0, 1024, None), 0, usize::MAX, true);
        /// This property contains the list of S3 object tags.
        match_any_tag: Vec<Tag> = "MatchAnyTag", Kind::List(&Kind::Object(Tag::object_schema), 0, usize::MAX, true);
        /// This property filters objects that match the specified object age range.
        match_object_age: MatchObjectAge = "MatchObjectAge", Kind::Object(MatchObjectAge::object_schema);
        /// This property contains the `BytesGreaterThan` and `BytesLessThan` values to define the object size range (minimum and maximum number of Bytes).
        match_object_size: MatchObjectSize = "MatchObjectSize", Kind::Object(MatchObjectSize::object_schema);
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
