//! A certificate for the emulator, so that the connection to it is TLS as it is to AWS.

use std::path::{Path, PathBuf};

use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, DnType, IsCa, KeyPair, KeyUsagePurpose};

use crate::error::DeployError;
use crate::file::write_whole;

/// The files of an authority that signed one server certificate; its own key is not kept.
pub(super) struct Certificates {
    /// The authority's certificate, to be trusted.
    pub authority: PathBuf,
    /// The server's certificate, for 127.0.0.1 and localhost.
    pub server: PathBuf,
    /// The server's key.
    pub key: PathBuf,
}

impl Certificates {
    /// Where the authority's certificate is.
    pub fn authority(folder: &Path) -> PathBuf {
        folder.join("authority.pem")
    }

    /// Makes new ones.
    pub fn write(folder: &Path) -> Result<Self, DeployError> {
        let (authority, server, key) = generate().map_err(|error| DeployError::Certificate(error.to_string()))?;
        let files = Self {
            authority: Self::authority(folder),
            server: folder.join("server.pem"),
            key: folder.join("server.key"),
        };
        for (path, content) in [(&files.authority, authority), (&files.server, server), (&files.key, key)] {
            write_whole(path, content.as_bytes())?;
        }
        Ok(files)
    }
}

/// The certificate of an authority, and the certificate and key of a server, as PEM.
fn generate() -> Result<(String, String, String), rcgen::Error> {
    // OpenSSL, and with it Node.js, takes a certificate for self-signed if its name is that of its issuer.
    let mut authority = CertificateParams::new(Vec::new())?;
    authority.distinguished_name.push(DnType::CommonName, "The authority of the emulator");
    authority.is_ca = IsCa::Ca(BasicConstraints::Constrained(0));
    authority.key_usages = vec![KeyUsagePurpose::KeyCertSign];
    let authority = CertifiedIssuer::self_signed(authority, KeyPair::generate()?)?;
    let key = KeyPair::generate()?;
    let mut server = CertificateParams::new(vec!["127.0.0.1".to_owned(), "localhost".to_owned()])?;
    server.distinguished_name.push(DnType::CommonName, "The emulator");
    let server = server.signed_by(&key, &authority)?;
    Ok((authority.pem(), server.pem(), key.serialize_pem()))
}
