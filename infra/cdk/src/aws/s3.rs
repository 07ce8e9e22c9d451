// Written by `cargo run -p cdk-generate`; change `infra/cdk/generate`, not this file.
//! The types of `AWS::S3`.

pub mod access_grant;
pub mod access_grants_instance;
pub mod access_grants_location;
pub mod access_point;
pub mod bucket;
pub mod bucket_policy;
pub mod multi_region_access_point;
pub mod multi_region_access_point_policy;
pub mod storage_lens;
pub mod storage_lens_group;

pub use access_grant::AccessGrant;
pub use access_grants_instance::AccessGrantsInstance;
pub use access_grants_location::AccessGrantsLocation;
pub use access_point::AccessPoint;
pub use bucket::Bucket;
pub use bucket_policy::BucketPolicy;
pub use multi_region_access_point::MultiRegionAccessPoint;
pub use multi_region_access_point_policy::MultiRegionAccessPointPolicy;
pub use storage_lens::StorageLens;
pub use storage_lens_group::StorageLensGroup;

pub(super) const SCHEMAS: &[&crate::schema::ResourceSchema] = &[
    <AccessGrant as crate::ResourceType>::SCHEMA,
    <AccessGrantsInstance as crate::ResourceType>::SCHEMA,
    <AccessGrantsLocation as crate::ResourceType>::SCHEMA,
    <AccessPoint as crate::ResourceType>::SCHEMA,
    <Bucket as crate::ResourceType>::SCHEMA,
    <BucketPolicy as crate::ResourceType>::SCHEMA,
    <MultiRegionAccessPoint as crate::ResourceType>::SCHEMA,
    <MultiRegionAccessPointPolicy as crate::ResourceType>::SCHEMA,
    <StorageLens as crate::ResourceType>::SCHEMA,
    <StorageLensGroup as crate::ResourceType>::SCHEMA,
];
