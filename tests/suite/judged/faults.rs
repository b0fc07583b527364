//! What may be wrong with a site, as data.

/// A small site with one of everything.
pub const SOUND: &[(&str, &str)] = &[
    ("index.html", "<link rel=canonical href='https://a.example/'><link rel=stylesheet href=site.css>
        <link rel=alternate type=application/atom+xml href=feed.xml>
        <link rel=alternate type=application/feed+json href=feed.json>
        <link rel=manifest href=site.webmanifest>
        <script type=application/ld+json>{\"@context\": \"https://schema.org\", \"@graph\": [
            {\"@id\": \"#site\", \"@type\": \"WebSite\", \"publisher\": {\"@id\": \"#us\"}},
            {\"@id\": \"#us\", \"@type\": \"MedicalClinic\"}]}</script>
        <a href='articles/sleep/index.html#tips'>Sleep</a>"),
    ("articles/sleep/index.html", "<link rel=canonical href='https://a.example/articles/sleep/'>
        <link rel=alternate type=application/atom+xml href=../../feed.xml>
        <link rel=alternate type=application/feed+json href=../../feed.json>
        <meta property=og:image content='https://a.example/icon.svg'>
        <script type=application/ld+json>{\"@context\": \"https://schema.org\", \"@graph\": [
            {\"@id\": \"#it\", \"@type\": \"MedicalWebPage\"}]}</script>
        <h2 id=tips>Tips</h2>"),
    ("articles/old/index.html", "<meta http-equiv=\"refresh\" content='0; url=../sleep/index.html'>"),
    ("404.html", "<meta name=robots content=noindex><a href='/'>Home</a>"),
    ("site.css", "body { color: black }"),
    ("icon.svg", "<svg/>"),
    ("site.webmanifest", "{\"icons\": [{\"src\": \"icon.svg\"}]}"),
    ("robots.txt", "User-agent: *\nSitemap: https://a.example/sitemap.xml\n"),
    ("_redirects", "# Old addresses\n/articles/old/ /articles/sleep/ 301\n"),
    ("sitemap.xml", "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>
        <url><loc>https://a.example/</loc></url>
        <url><loc>https://a.example/articles/sleep/</loc><lastmod>2026-03-02</lastmod></url></urlset>"),
    ("feed.xml", "<feed xmlns='http://www.w3.org/2005/Atom'><id>https://a.example/</id><title>A</title>
        <updated>2026-03-02T00:00:00Z</updated><link rel='self' href='https://a.example/feed.xml'/>
        <author><name>A</name></author>
        <entry><id>https://a.example/articles/sleep/</id><title>Sleep</title>
            <updated>2026-03-02T00:00:00Z</updated><summary>Short.</summary>
            <link href='https://a.example/articles/sleep/'/></entry></feed>"),
    ("feed.json", "{\"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"A\", \"items\": [
        {\"id\": \"1\", \"url\": \"https://a.example/articles/sleep/\", \"content_text\": \"Words.\",
         \"date_published\": \"2026-03-02T00:00:00Z\"}]}"),
];

/// What is done to a file of the sound site, and the judge that must say something.
pub const FAULTS: &[(&str, &str, &str, &str)] = &[
    ("links", "index.html", "#tips", "#nowhere"),
    (
        "links",
        "index.html",
        "sleep/index.html#",
        "slep/index.html#",
    ),
    (
        "links",
        "index.html",
        "sleep/index.html#",
        "../../../sleep/index.html#",
    ),
    (
        "links",
        "index.html",
        "<a href='articles/sleep/index.html#tips'>",
        "<a>",
    ),
    (
        "links",
        "index.html",
        "href=site.css",
        "href=https://fonts.example/site.css",
    ),
    ("links", "index.html", "href='articles", "href='/articles"),
    (
        "links",
        "index.html",
        "'articles/sleep/index.html#tips'",
        "'javascript:alert(1)'",
    ),
    (
        "links",
        "articles/sleep/index.html",
        "icon.svg",
        "picture.jpg",
    ),
    ("links", "articles/old/index.html", "../sleep", "../old"),
    ("budgets", "site.css", "black", BULK),
    ("budgets", "index.html", "<a ", "<script>BULK</script><a "),
    (
        "structured data",
        "index.html",
        "{\"@id\": \"#us\"}",
        "{\"@id\": \"#them\"}",
    ),
    ("structured data", "index.html", "\"@graph\"", "\"graph\""),
    (
        "structured data",
        "index.html",
        "\"@type\": \"WebSite\",",
        "",
    ),
    ("structured data", "index.html", "\"#us\", ", "\"#site\", "),
    ("structured data", "index.html", "]}</script>", "</script>"),
    (
        "structured data",
        "articles/sleep/index.html",
        "application/ld+json",
        "text/plain",
    ),
    (
        "feeds",
        "feed.xml",
        "<updated>2026-03-02T00:00:00Z</updated><link",
        "<updated>2026-11-23T00:00:00Z</updated><link",
    ),
    ("feeds", "feed.xml", "<title>A</title>", ""),
    ("feeds", "feed.xml", "<author><name>A</name></author>", ""),
    (
        "feeds",
        "feed.xml",
        "2026-03-02T00:00:00Z</updated><summary>",
        "2026-03-02</updated><summary>",
    ),
    ("feeds", "feed.xml", "</summary>", "</summary><pubDate/>"),
    (
        "feeds",
        "feed.xml",
        "href='https://a.example/articles/sleep/'",
        "href='https://a.example/articles/slep/'",
    ),
    ("feeds", "feed.xml", "</feed>", ""),
    ("feeds", "feed.json", "\"id\": \"1\"", "\"id\": 1"),
    ("feeds", "feed.json", "content_text", "text"),
    ("feeds", "feed.json", "02T00:00:00Z", "02"),
    (
        "feeds",
        "articles/sleep/index.html",
        "application/atom+xml",
        "text/xml",
    ),
    (
        "sitemap",
        "sitemap.xml",
        "articles/sleep/",
        "articles/slep/",
    ),
    ("sitemap", "sitemap.xml", "articles/sleep/", ""),
    ("sitemap", "sitemap.xml", "2026-03-02", "last week"),
    ("sitemap", "sitemap.xml", "articles/sleep/", "articles/old/"),
    ("sitemap", "sitemap.xml", "/sitemap/0.9", "/sitemap/1.0"),
    ("sitemap", "robots.txt", "Sitemap: ", "Map: "),
    (
        "redirects",
        "_redirects",
        "/articles/sleep/",
        "/articles/nap/",
    ),
    (
        "redirects",
        "_redirects",
        "/articles/old/ /",
        "/articles/sleep/ /articles/old/ 301\n/articles/old/ /",
    ),
];

/// More than any budget.
pub const BULK: &str = "BULK";
