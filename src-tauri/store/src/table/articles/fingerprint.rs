use pamphlet_model::Article;

/// 16 hexadecimal digits that change whenever the article's page does. Topics and people count as who they are, not as
/// what they are called.
pub(crate) fn fingerprint(article: &Article) -> String {
    let Article {
        title,
        summary,
        text,
        address,
        topics,
        author,
        hero,
        published,
        ..
    } = article;
    let page = (
        title, summary, text, address, topics, author, hero, published,
    );
    let mut hasher = blake3::Hasher::new();
    // What a hasher is written to never fails, and neither do strings and lists in JSON.
    let _ = serde_json::to_writer(&mut hasher, &page);
    hasher.finalize().to_hex()[..16].to_owned()
}
