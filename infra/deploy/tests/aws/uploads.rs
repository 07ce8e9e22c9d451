//! Uploads to the asset bucket.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use cdk::{ConstructPath, FunctionAsset, StackProps};
use deploy::{Code, DeployError, Deployment, Options, Progress, Reporter, Rollout};

use crate::client::{connection, object, response, size};
use crate::in_order::stack;

/// S3 as far as uploads go.
#[derive(Default)]
struct Bucket {
    /// The sizes of objects by key.
    objects: BTreeMap<String, usize>,
    /// The sizes of the parts of the upload that is going on.
    parts: BTreeMap<u32, usize>,
    /// What was asked, without the keys.
    asked: Vec<String>,
    /// Which part is refused.
    refuses_part: Option<u32>,
    /// Whether an object arrives cut off.
    cuts_off: bool,
}

impl Bucket {
    fn answer(&mut self, method: &str, uri: &str, body: usize) -> (u16, String, Option<usize>) {
        let (path, query) = uri.split_once('?').unwrap_or((uri, ""));
        let key = path.splitn(4, '/').nth(3).unwrap_or_default().trim_start_matches('/').to_owned();
        let number = query.split('&').find_map(|pair| pair.strip_prefix("partNumber=")?.parse().ok());
        if !key.starts_with("functions/") {
            // The bucket itself: it is there, and secured.
            return (200, String::new(), None);
        }
        let what = match (number, query.contains("uploads"), query.contains("uploadId")) {
            (Some(number), _, _) => format!("{method} part {number}"),
            (_, true, _) => "begin".to_owned(),
            (_, _, true) if method == "POST" => "complete".to_owned(),
            (_, _, true) => "abort".to_owned(),
            _ => method.to_owned(),
        };
        self.asked.push(what.clone());
        match (what.as_str(), number) {
            ("HEAD", _) => match self.objects.get(&key) {
                Some(size) => (200, String::new(), Some(*size)),
                None => (404, String::new(), None),
            },
            ("begin", _) => {
                let begun = "<InitiateMultipartUploadResult><UploadId>1</UploadId></InitiateMultipartUploadResult>";
                (200, begun.to_owned(), None)
            }
            ("complete", _) => {
                self.objects.insert(key, self.parts.values().sum());
                (200, "<CompleteMultipartUploadResult/>".to_owned(), None)
            }
            (_, Some(number)) if self.refuses_part == Some(number) => {
                (403, "<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>".to_owned(), None)
            }
            (_, Some(number)) => {
                self.parts.insert(number, body);
                (200, String::new(), None)
            }
            ("PUT", _) => {
                self.objects.insert(key, if self.cuts_off { body / 2 } else { body });
                (200, String::new(), None)
            }
            _ => (200, String::new(), None),
        }
    }
}

/// Keeps how much of an object is there.
#[derive(Default)]
struct Uploads(Mutex<Vec<usize>>);

impl Reporter for Uploads {
    fn report(&self, progress: Progress<'_>) {
        if let Progress::Upload { sent, .. } = progress {
            self.0.lock().unwrap().push(sent);
        }
    }
}

/// Code that does not compress, of about this size in bytes.
fn code(size: usize) -> Code {
    let folder = tempfile::tempdir().unwrap();
    let mut state = 1_u64;
    let noise = std::iter::repeat_with(|| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 56) as u8
    });
    std::fs::create_dir_all(folder.path().join("jobs")).unwrap();
    std::fs::write(folder.path().join("jobs/bootstrap"), noise.take(size).collect::<Vec<_>>()).unwrap();
    Code::of("jobs", folder.path(), &folder.path().join("zips")).unwrap()
}

/// Plans a deploy of this code, which uploads it. Returns the error of CloudFormation, or of the upload before it.
async fn upload(code: &Code, bucket: Bucket) -> (DeployError, Bucket, Vec<usize>) {
    let bucket = Arc::new(Mutex::new(bucket));
    let asked = Arc::clone(&bucket);
    let connection = connection(move |request| {
        if request.uri().contains("cloudformation") {
            return response(
                400,
                "<ErrorResponse><Error><Code>ValidationError</Code><Message>Stack with id system does not exist</Message></Error></ErrorResponse>",
            );
        }
        match asked.lock().unwrap().answer(request.method(), request.uri(), size(request)) {
            (_, _, Some(size)) => object(size),
            (status, body, None) => response(status, body),
        }
    });
    let id = |id: &str| ConstructPath::new(id).logical_id();
    let mut stack = stack(StackProps::new("system"));
    stack.functions.push(FunctionAsset { name: "jobs", logical_id: id("Jobs"), parameter: id("JobsCode") });
    let code = [code.clone()];
    let uploads = Uploads::default();
    let deployment = Deployment::new(&connection, &stack, &code, Options::default()).unwrap();
    let error = Rollout::new(vec![deployment]).plan(&uploads).await.unwrap_err();
    drop(connection);
    let bucket = std::mem::take(&mut *bucket.lock().unwrap());
    (error, bucket, uploads.0.into_inner().unwrap())
}

/// Whether everything was uploaded and CloudFormation was asked next, which knows of nothing here.
fn went_on(error: &DeployError) -> bool {
    error.to_string().contains("change set")
}

#[tokio::test]
async fn what_is_not_there_is_uploaded_and_looked_at() {
    let code = code(1000);
    let (error, bucket, sent) = upload(&code, Bucket::default()).await;
    assert!(went_on(&error), "{error}");
    assert_eq!(bucket.asked, ["HEAD", "PUT", "HEAD"]);
    assert_eq!(sent, [0, code.size()]);

    let (error, bucket, sent) = upload(&code, Bucket { objects: bucket.objects, ..Bucket::default() }).await;
    assert!(went_on(&error), "{error}");
    assert_eq!((bucket.asked.as_slice(), sent.as_slice()), (["HEAD".to_owned()].as_slice(), [].as_slice()));

    // An object that does not have the size that its key promises is not trusted.
    let objects = bucket.objects.into_iter().map(|(key, size)| (key, size - 1)).collect();
    let (error, bucket, _) = upload(&code, Bucket { objects, ..Bucket::default() }).await;
    assert!(went_on(&error), "{error}");
    assert_eq!(bucket.asked, ["HEAD", "PUT", "HEAD"]);
}

#[tokio::test]
async fn what_arrives_cut_off_is_an_error() {
    let (error, _, _) = upload(&code(1000), Bucket { cuts_off: true, ..Bucket::default() }).await;
    assert!(error.to_string().contains("bytes arrived of"), "{error}");
}

#[tokio::test]
async fn large_objects_are_uploaded_in_parts() {
    let code = code(17 << 20);
    let (error, bucket, sent) = upload(&code, Bucket::default()).await;
    assert!(went_on(&error), "{error}");
    assert_eq!(bucket.objects.into_values().collect::<Vec<_>>(), [code.size()]);
    let mut asked = bucket.asked;
    asked[2..5].sort();
    assert_eq!(asked, ["HEAD", "begin", "PUT part 1", "PUT part 2", "PUT part 3", "complete", "HEAD"]);
    assert!(sent.is_sorted() && sent.len() == 5, "{sent:?}");
}

#[tokio::test]
async fn an_upload_in_parts_that_fails_leaves_nothing_behind() {
    let (error, bucket, _) = upload(&code(17 << 20), Bucket { refuses_part: Some(2), ..Bucket::default() }).await;
    assert!(matches!(error, DeployError::Denied { .. }), "{error:?}");
    assert_eq!(bucket.asked.last().unwrap(), "abort");
    assert!(bucket.objects.is_empty());
}
