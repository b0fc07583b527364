//! The contract in TypeScript, made from the table of commands.

use std::any::TypeId;
use std::collections::BTreeMap;
use std::fmt::Write;

use ts_rs::{Config, TS, TypeVisitor};

use crate::commands;
use crate::error::{Code, WireError};
use crate::host::AppEvent;

/// What hears of each command in the table.
pub(crate) trait Contract {
    fn add(&mut self, name: &str, doc: &str, request: String, answer: String);
    fn types(&mut self) -> &mut Types;
}

impl dyn Contract + '_ {
    pub(crate) fn command<R: TS + 'static + ?Sized, A: TS + 'static + ?Sized>(
        &mut self,
        name: &str,
        doc: &str,
    ) {
        self.types().take::<R>();
        self.types().take::<A>();
        let config = Config::default();
        self.add(name, doc, R::name(&config), A::name(&config));
    }

    pub(crate) fn file_command<A: TS + 'static + ?Sized>(&mut self, name: &str, doc: &str) {
        self.types().take::<A>();
        self.add(
            name,
            doc,
            "FileRequest".to_owned(),
            A::name(&Config::default()),
        );
    }
}

/// Declarations by name: sorted, each once.
#[derive(Default)]
pub(crate) struct Types {
    declarations: BTreeMap<String, String>,
    seen: Vec<TypeId>,
}

impl Types {
    fn take<T: TS + 'static + ?Sized>(&mut self) {
        if self.seen.contains(&TypeId::of::<T>()) {
            return;
        }
        self.seen.push(TypeId::of::<T>());
        let config = Config::default();
        if T::output_path().is_some() {
            let docs = T::docs().unwrap_or_default();
            self.declarations.insert(
                T::name(&config),
                format!("{docs}export {}\n", T::decl(&config)),
            );
        }
        T::visit_dependencies(self);
    }
}

impl TypeVisitor for Types {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        self.take::<T>();
    }
}

#[derive(Default)]
struct TypeScript {
    types: Types,
    commands: String,
}

impl Contract for TypeScript {
    fn add(&mut self, name: &str, doc: &str, request: String, answer: String) {
        let doc = doc.trim();
        // Writing to a string can't fail.
        let _ = writeln!(
            self.commands,
            "  /** {doc} */\n  {name}: {{ request: {request}; answer: {answer} }};"
        );
    }

    fn types(&mut self) -> &mut Types {
        &mut self.types
    }
}

/// The text of `ui/src/lib/api/bindings.ts`.
pub fn typescript() -> String {
    let mut out = TypeScript::default();
    commands::describe(&mut out);
    out.types.take::<WireError>();
    out.types.take::<Code>();
    out.types.take::<AppEvent>();
    let declarations: Vec<_> = out.types.declarations.into_values().collect();
    format!(
        "// Made by `cargo xtask bindings` from the table of commands in `src-tauri/api`. Do not edit.\n\n{}\n\
         /** A file as the window hands it over. */\n\
         export type FileRequest = {{ bytes: Uint8Array<ArrayBuffer>; fileName: string }};\n\n\
         /** What a window can ask: the request and the answer of each command. */\n\
         export interface Commands {{\n{}}}\n",
        declarations.join("\n"),
        out.commands
    )
}
