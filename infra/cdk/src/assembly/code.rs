//! Function code for the stock `cdk` command line: `STACK.assets.json` says where it goes and which command makes it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde_json::{Map, Value as Json, json};

use crate::{AssetBucket, FunctionAsset, Node, SynthesizedStack, Template};

/// The code of one function.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodeAsset {
    /// Where it goes in the bucket: a key that differs whenever the code does, known before the code is built.
    pub key: String,
    /// The program, and its arguments, that builds the code and prints the path of its archive.
    pub command: Vec<String>,
}

/// The code of every function.
pub struct CodeAssets<'a> {
    /// Where the code goes.
    pub bucket: AssetBucket,
    /// The code of a function of a stack.
    pub code: &'a dyn Fn(&SynthesizedStack, &FunctionAsset) -> CodeAsset,
}

/// Where the manifest of a stack's code is inside of the assembly.
pub fn manifest_path(stack: &SynthesizedStack) -> PathBuf {
    Path::new(&stack.props.folder).join(format!("{}.assets.json", stack.props.name))
}

impl CodeAssets<'_> {
    /// The template of a stack with the place of the code in it, instead of parameters for it.
    pub(super) fn template(&self, stack: &SynthesizedStack) -> Template {
        let mut template = stack.template.clone();
        for function in &stack.functions {
            template.parameters.remove(&function.parameter);
            let key = (self.code)(stack, function).key;
            let resource = template.resources.get_mut(&function.logical_id);
            if let Some(Node::Object(code)) = resource.and_then(|resource| resource.properties.get_mut("Code")) {
                code.insert("S3Bucket", self.bucket.token());
            }
            // Versions say which code they are of, too.
            for resource in template.resources.values_mut() {
                resource.properties.nodes_mut().for_each(|node| node.substitute(&function.parameter, &key));
            }
        }
        template
    }

    /// What the command line has to upload before it deploys a stack.
    pub(super) fn manifest(&self, stack: &SynthesizedStack) -> Json {
        let assets: BTreeMap<String, CodeAsset> = stack
            .functions
            .iter()
            .map(|function| {
                let code = (self.code)(stack, function);
                (code.key.clone(), code)
            })
            .collect();
        let files: Map<String, Json> = assets
            .into_iter()
            .map(|(key, code)| {
                let bucket = self.bucket.name("${AWS::AccountId}", "${AWS::Region}");
                let destination = json!({ "bucketName": bucket, "objectKey": key });
                let file = json!({
                    "displayName": key,
                    "source": { "executable": code.command },
                    "destinations": { "here": destination },
                });
                (key, file)
            })
            .collect();
        json!({ "version": super::manifest::version()["version"], "files": files, "dockerImages": {} })
    }
}
