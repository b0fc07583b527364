//! The words of a version, packed: Zstandard over JSON, with another version's words as the dictionary. What a pause
//! changes takes a few dozen bytes then, whatever the length of the article.

use std::io::{self, Read};

use zstd::bulk::Compressor;
use zstd::stream::read::Decoder;
use zstd::zstd_safe::CParameter;

use super::Words;

/// Zstandard's level: where a 9 KB article stops getting smaller.
const LEVEL: i32 = 12;
/// Bytes of JSON that words may unpack to. A library is a file that anybody may hand us.
const MOST: u64 = 256 * 1024 * 1024;

pub fn pack(words: &Words, base: Option<&Words>) -> io::Result<Vec<u8>> {
    let mut compressor = Compressor::with_dictionary(LEVEL, &plain(base)?)?;
    // A damaged version is noticed instead of shown.
    compressor.set_parameter(CParameter::ChecksumFlag(true))?;
    compressor.compress(&plain(Some(words))?)
}

pub fn unpack(packed: &[u8], base: Option<&Words>) -> io::Result<Words> {
    let mut bytes = Vec::new();
    Decoder::with_dictionary(packed, &plain(base)?)?
        .take(MOST)
        .read_to_end(&mut bytes)?;
    let (title, summary, text) = serde_json::from_slice(&bytes)?;
    Ok(Words {
        title,
        summary,
        text,
    })
}

fn plain(words: Option<&Words>) -> io::Result<Vec<u8>> {
    match words {
        Some(words) => Ok(serde_json::to_vec(&(
            &words.title,
            &words.summary,
            &words.text,
        ))?),
        None => Ok(Vec::new()),
    }
}
