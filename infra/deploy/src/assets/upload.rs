//! Uploading to the asset bucket: what is not there yet, side by side, checked by S3 on the way and looked at afterwards.

use aws_sdk_s3::error::SdkError;
use aws_sdk_s3::operation::head_object::{HeadObjectError, HeadObjectOutput};
use aws_sdk_s3::primitives::ByteStream;
use aws_sdk_s3::types::{ChecksumAlgorithm, CompletedMultipartUpload, CompletedPart};
use futures_util::stream::{self, StreamExt, TryStreamExt};

use crate::assets::asset_bucket::AssetBucket;
use crate::error::DeployError;
use crate::report::{Progress, Reporter};

/// How many objects, or parts of one, are uploaded at the same time.
const AT_A_TIME: usize = 4;

/// From this size on, in bytes, an object is uploaded in parts.
const LARGE: usize = 16 << 20;

/// The size of a part, in bytes. S3 wants 5 MiB at least, but for the last.
const PART: usize = 8 << 20;

/// An object to upload. Its key is made from a hash of its content.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Asset<'a> {
    /// What it is, for people.
    pub name: &'a str,
    /// Its key in the bucket.
    pub key: &'a str,
    /// Its content.
    pub content: &'a [u8],
}

impl AssetBucket<'_> {
    /// Uploads the objects that are not there.
    ///
    /// # Errors
    /// An object that cannot be uploaded, or is not what was sent. Objects appear whole or not at all.
    pub async fn upload(&self, assets: &[Asset<'_>], reporter: &dyn Reporter) -> Result<(), DeployError> {
        stream::iter(assets.iter().copied().map(Ok))
            .try_for_each_concurrent(AT_A_TIME, |asset| self.upload_one(asset, reporter))
            .await
    }

    async fn upload_one(&self, asset: Asset<'_>, reporter: &dyn Reporter) -> Result<(), DeployError> {
        let Asset { name, key, content } = asset;
        let action = format!("uploading {name} to {key} in the bucket {}", self.name());
        let endpoint = self.connection().endpoint();
        match self.head(key).await {
            Ok(head) if is_of(&head, content) => return Ok(()),
            // What is there with this key, but with another size, is not what the key says.
            Ok(_) => {}
            Err(error) if error.as_service_error().is_some_and(HeadObjectError::is_not_found) => {}
            Err(error) => return Err(DeployError::aws(&action, endpoint)(error)),
        }
        reporter.report(Progress::Upload { asset: name, sent: 0, size: content.len() });
        if content.len() < LARGE {
            // One request. S3 compares the checksum.
            let put = self.client().put_object().bucket(self.name()).key(key).expected_bucket_owner(self.owner());
            let put = put.checksum_algorithm(ChecksumAlgorithm::Sha256).body(ByteStream::from(content.to_vec()));
            put.send().await.map_err(DeployError::aws(&action, endpoint))?;
        } else {
            self.upload_in_parts(asset, &action, reporter).await?;
        }
        let head = self.head(key).await.map_err(DeployError::aws(&action, endpoint))?;
        if !is_of(&head, content) {
            let size = head.content_length().unwrap_or_default();
            let message = format!("{size} bytes arrived of {}; run the command again", content.len());
            return Err(DeployError::Aws { action, message });
        }
        reporter.report(Progress::Upload { asset: name, sent: content.len(), size: content.len() });
        Ok(())
    }

    async fn upload_in_parts(
        &self,
        asset: Asset<'_>,
        action: &str,
        reporter: &dyn Reporter,
    ) -> Result<(), DeployError> {
        let (client, endpoint) = (self.client(), self.connection().endpoint());
        let begin = client.create_multipart_upload().bucket(self.name()).key(asset.key);
        let begin = begin.expected_bucket_owner(self.owner()).checksum_algorithm(ChecksumAlgorithm::Sha256);
        let begun = begin.send().await.map_err(DeployError::aws(action, endpoint))?;
        let Some(id) = begun.upload_id() else {
            return Err(DeployError::Aws {
                action: action.to_owned(),
                message: "the answer names no upload".to_owned(),
            });
        };
        let uploaded = match self.upload_parts(asset, id, action, reporter).await {
            Ok(parts) => {
                let parts = CompletedMultipartUpload::builder().set_parts(Some(parts)).build();
                let complete = client.complete_multipart_upload().bucket(self.name()).key(asset.key).upload_id(id);
                let complete = complete.expected_bucket_owner(self.owner()).multipart_upload(parts).send().await;
                complete.map(drop).map_err(DeployError::aws(action, endpoint))
            }
            Err(error) => Err(error),
        };
        if uploaded.is_err() {
            // Parts cost until they are removed. If that fails as well, the bucket removes them after a day.
            let abort = client.abort_multipart_upload().bucket(self.name()).key(asset.key).upload_id(id);
            let _ = abort.expected_bucket_owner(self.owner()).send().await;
        }
        uploaded
    }

    async fn upload_parts(
        &self,
        asset: Asset<'_>,
        id: &str,
        action: &str,
        reporter: &dyn Reporter,
    ) -> Result<Vec<CompletedPart>, DeployError> {
        let upload = |(number, content): (i32, &[u8])| {
            let part = self.client().upload_part().bucket(self.name()).key(asset.key).upload_id(id).part_number(number);
            let part = part.expected_bucket_owner(self.owner()).checksum_algorithm(ChecksumAlgorithm::Sha256);
            let size = content.len();
            let part = part.body(ByteStream::from(content.to_vec()));
            async move {
                let done = part.send().await.map_err(DeployError::aws(action, self.connection().endpoint()))?;
                let part = CompletedPart::builder().part_number(number).set_e_tag(done.e_tag);
                Ok::<_, DeployError>((size, part.set_checksum_sha256(done.checksum_sha256).build()))
            }
        };
        let mut uploads = stream::iter((1..).zip(asset.content.chunks(PART)).map(upload)).buffered(AT_A_TIME);
        let (mut parts, mut sent) = (Vec::new(), 0);
        while let Some((size, part)) = uploads.try_next().await? {
            sent += size;
            reporter.report(Progress::Upload { asset: asset.name, sent, size: asset.content.len() });
            parts.push(part);
        }
        Ok(parts)
    }

    async fn head(&self, key: &str) -> Result<HeadObjectOutput, SdkError<HeadObjectError>> {
        let head = self.client().head_object().bucket(self.name()).key(key).expected_bucket_owner(self.owner());
        head.send().await
    }
}

/// Whether an object has the size of this content.
fn is_of(head: &HeadObjectOutput, content: &[u8]) -> bool {
    head.content_length().and_then(|size| usize::try_from(size).ok()) == Some(content.len())
}
