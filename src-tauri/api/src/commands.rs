//! The one table of what a window can ask.

mod bin;
mod export;
mod library;
mod list;
mod people;
mod pictures;
mod topics;
mod versions;
mod writing;

use serde::de::DeserializeOwned;

use crate::app::App;
use crate::error::WireError;
use crate::host::Host;
use crate::types::*;

/// A request as it comes over the wire.
#[derive(Debug)]
pub enum Request<'a> {
    /// JSON that the host has read already.
    Value(serde_json::Value),
    /// JSON as text.
    Text(&'a [u8]),
    /// A file's bytes, and its name, percent-encoded as a header needs it.
    File { bytes: &'a [u8], name: &'a str },
}

macro_rules! commands {
    (
        $($(#[doc = $doc:literal])+ $name:ident($request:ty) -> $answer:ty: $handler:expr;)*
        files:
        $($(#[doc = $file_doc:literal])+ $file_name:ident -> $file_answer:ty: $file_handler:expr;)*
    ) => {
        /// The names of all commands.
        pub const COMMAND_NAMES: &[&str] = &[$(stringify!($name),)* $(stringify!($file_name),)*];

        impl<H: Host> App<H> {
            /// Answers a request, in JSON. May take as long as its work takes.
            ///
            /// # Errors
            /// In words for the person at the desk.
            pub fn call(&self, command: &str, request: Request<'_>) -> Result<String, WireError> {
                match command {
                    $(stringify!($name) => {
                        let handler: fn(&App<H>, $request) -> Result<$answer, WireError> = $handler;
                        answer(&handler(self, read(request)?)?)
                    })*
                    $(stringify!($file_name) => {
                        let handler: fn(&App<H>, &str, &[u8]) -> Result<$file_answer, WireError> = $file_handler;
                        let (name, bytes) = read_file(&request)?;
                        answer(&handler(self, &name, bytes)?)
                    })*
                    other => Err(WireError::internal(format!("no command '{other}'"))),
                }
            }
        }

        /// Describes each command to the maker of the TypeScript types.
        pub(crate) fn describe(to: &mut dyn crate::bindings::Contract) {
            $(to.command::<$request, $answer>(stringify!($name), concat!($($doc, "\n",)+));)*
            $(to.file_command::<$file_answer>(stringify!($file_name), concat!($($file_doc, "\n",)+));)*
        }
    };
}

commands! {
    /// How the app begins: opens the library of last time.
    app_start(Nothing) -> AppStart: |app, _| app.start();
    /// A sensible new folder for a practice of this name.
    library_suggest(LibrarySuggest) -> Folder: library::suggest;
    /// Makes a library and opens it.
    library_create(LibraryCreate) -> OpenLibrary: library::create;
    /// Opens a library instead of the one that is open.
    library_open(Folder) -> OpenLibrary: library::open;
    /// Opens the sample practice, made anew if it is not there.
    library_sample(Nothing) -> OpenLibrary: library::sample;
    /// Waits until what the open library holds was looked through. Refused if it is damaged.
    library_settle(Nothing) -> Nothing: library::settle;
    /// Makes a copy of the open library if something was written since the last one and that one is an hour old.
    library_keep_copy(Nothing) -> Nothing: library::keep_copy;
    /// The whole copies of its words that a library's folder has, whatever is wrong with the library.
    library_copies(Folder) -> LibraryCopies: library::copies;
    /// Opens a copy in place of the library, which is put aside.
    library_open_copy(CopyOpen) -> OpenLibrary: library::open_copy;
    /// Closes the library that is open.
    library_close(Nothing) -> Nothing: library::close;
    /// Notes where the person is, for the next time.
    place_note(PlaceNote) -> Nothing: library::note_place;
    /// Shows these menus in the menu bar.
    menus_show(Menus) -> Nothing: |app, asked| {
        app.host().show_menus(&asked.menus);
        Ok(Nothing {})
    };
    /// Asks the person for a folder.
    folder_choose(FolderChoose) -> ChosenFolder: library::choose_folder;

    /// The articles that fit, in their order.
    articles_list(ArticlesAsked) -> ArticlesListed: list::list;
    /// What a list shows of these articles.
    articles_rows(ArticlesInSight) -> FoundArticles: list::rows;
    /// Begins an article.
    article_create(Nothing) -> Article: writing::create;
    /// One article.
    article_get(ArticleId) -> Article: writing::get;
    /// The article that a link with this address leads to, be it one that it had before, or in the bin.
    article_at(ArticleAddress) -> LinkedArticle: writing::at;
    /// The articles that link to one of these.
    articles_linking(ArticleIds) -> ArticleRows: list::linking;
    /// Changes an article.
    article_save(ArticleSave) -> ArticleSaved: writing::save;
    /// Articles that have all of these words.
    articles_search(SearchWords) -> FoundArticles: writing::search;
    /// Begins an article with everything that another one has.
    article_duplicate(ArticleDuplicate) -> Article: list::duplicate;
    /// Changes several articles at once.
    articles_change(SeveralChange) -> SeveralDone: list::change;
    /// Undoes a change of several articles.
    articles_put_back(SeveralBefore) -> SeveralDone: list::put_back;
    /// Puts several articles in the bin. The answer are those that were not there before.
    articles_delete(ArticleIds) -> ArticleIds: list::delete;
    /// Takes several articles out of the bin. The answer are those that were in it.
    articles_restore(ArticleIds) -> ArticleRows: list::restore;
    /// Puts an article in the bin.
    article_delete(ArticleId) -> Nothing: bin::delete;
    /// Takes an article out of the bin.
    article_restore(ArticleId) -> ArticleRow: bin::restore;
    /// Removes an article in the bin for ever.
    article_remove(ArticleId) -> Nothing: bin::remove;
    /// What is in the bin.
    bin_list(Nothing) -> Bin: bin::list;
    /// The names of all topics and people, for suggestions.
    names_list(Nothing) -> Names: writing::names;
    /// What the practice says of itself.
    practice_get(Nothing) -> Practice: writing::practice;
    /// All countries that a practice can be in.
    countries_list(Nothing) -> Countries: writing::countries;
    /// Changes what the practice says of itself.
    practice_save(PracticeForm) -> PracticeForm: writing::save_practice;
    /// The picture that a text refers to.
    picture_get(PictureReference) -> Picture: pictures::get;
    /// All pictures that were ever inserted.
    pictures_list(Nothing) -> ListedPictures: pictures::list;
    /// What is known of a picture, and where it is shown.
    picture_details(PictureId) -> PictureDetails: pictures::details;
    /// Keeps in words what a picture shows.
    picture_describe(PictureDescription) -> Picture: pictures::describe;
    /// The same, and brings these words to every article that has words for it.
    picture_describe_everywhere(PictureDescription) -> ChangedEverywhere: pictures::describe_everywhere;
    /// Turns and crops a picture wherever it is shown.
    picture_adjust(PictureAdjust) -> PictureDetails: pictures::adjust;
    /// Shows another picture wherever this one is shown.
    picture_replace(PictureReplace) -> ChangedEverywhere: pictures::replace;
    /// Undoes what was changed in all articles at once. The answer are those that are other ones now.
    pictures_undo(PicturesUndo) -> ArticleIds: pictures::undo;
    /// Puts a picture in the bin.
    picture_delete(PictureId) -> Nothing: pictures::delete;
    /// Takes a picture out of the bin.
    picture_restore(PictureId) -> Picture: pictures::restore;
    /// Removes a picture in the bin for ever.
    picture_remove(PictureId) -> Nothing: pictures::remove;
    /// All topics, and how many articles have each.
    topics_list(Nothing) -> Topics: topics::list;
    /// Adds a topic that no article has yet.
    topic_add(TopicNew) -> Topic: topics::add;
    /// Gives a topic another name.
    topic_rename(TopicRename) -> Nothing: topics::rename;
    /// Puts a topic in the bin: articles go on without it.
    topic_delete(TopicId) -> Nothing: topics::delete;
    /// Takes a topic out of the bin, back to the articles that had it.
    topic_restore(TopicId) -> BroughtBack: topics::restore;
    /// Undoes that a topic joined another one of its name when it came out of the bin.
    topic_part(NamePart) -> TopicId: topics::part;
    /// Removes a topic in the bin for ever.
    topic_remove(TopicId) -> Nothing: topics::remove;
    /// All people, and how many articles they wrote.
    people_list(Nothing) -> People: people::list;
    /// Adds a person who has written nothing yet.
    person_add(PersonNew) -> Person: people::add;
    /// Changes what is known of a person.
    person_save(PersonSave) -> Nothing: people::save;
    /// Puts a person in the bin: their articles name no author.
    person_delete(PersonId) -> Nothing: people::delete;
    /// Takes a person out of the bin, back to their articles.
    person_restore(PersonId) -> BroughtBack: people::restore;
    /// Undoes that a person joined another one of their name when they came out of the bin.
    person_part(NamePart) -> PersonId: people::part;
    /// Removes a person in the bin for ever.
    person_remove(PersonId) -> Nothing: people::remove;
    /// The article's finished page, as it stands in the editor.
    preview(PreviewRequest) -> Preview: writing::preview;

    /// The earlier versions of an article.
    versions_list(ArticleId) -> Versions: versions::list;
    /// Keeps the article's words as they are under a name.
    version_name(VersionName) -> Version: versions::name;
    /// Gives an earlier version a name, another one, or none.
    version_rename(VersionRename) -> Version: versions::rename;
    /// Keeps words that do not stand in the article as a version of it.
    version_set_aside(VersionSetAside) -> Version: versions::set_aside;
    /// What differs between a version and the article as it is saved.
    version_compare(VersionOf) -> Comparison: versions::compare;
    /// Makes a version, or one paragraph of it, the article's words again.
    version_bring_back(VersionBringBack) -> Article: versions::bring_back;

    /// What there is to export.
    export_state(Nothing) -> ExportState: export::state;
    /// Writes the finished site. Progress comes as events.
    export_site(ExportSite) -> Exported: export::site;
    /// Stops the export that goes on.
    export_stop(Nothing) -> Nothing: export::stop;
    /// Shows the finished site in the browser.
    site_view(Nothing) -> Nothing: export::view;
    /// Shows the finished site's folder.
    site_reveal(Nothing) -> Nothing: export::reveal;

    files:
    /// Keeps a picture.
    picture_add -> Picture: pictures::add;
    /// Makes a draft of a text file.
    article_import -> ImportedArticle: writing::import;
}

fn read<T: DeserializeOwned>(request: Request<'_>) -> Result<T, WireError> {
    match request {
        Request::Value(value) => serde_json::from_value(value),
        Request::Text(b"") => serde_json::from_slice(b"{}"),
        Request::Text(text) => serde_json::from_slice(text),
        Request::File { .. } => return Err(WireError::internal("a file was not expected")),
    }
    .map_err(WireError::internal)
}

fn read_file<'a>(request: &Request<'a>) -> Result<(String, &'a [u8]), WireError> {
    match request {
        Request::File { bytes, name } => {
            let name = percent_encoding::percent_decode_str(name).decode_utf8_lossy();
            Ok((name.into_owned(), bytes))
        }
        _ => Err(WireError::internal("a file was expected")),
    }
}

fn answer<T: serde::Serialize>(answer: &T) -> Result<String, WireError> {
    serde_json::to_string(answer).map_err(WireError::internal)
}
