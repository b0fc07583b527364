//! The one bridge from the UI: commands, and what the preview shows.

use std::sync::Arc;

use pamphlet_api::{App, COMMAND_NAMES, Request, WireError};
use tauri::ipc::{Invoke, InvokeBody, InvokeError, InvokeMessage, InvokeResponseBody};
use tauri::{Manager, UriSchemeContext, UriSchemeResponder, Wry, http};

use crate::desktop::Desktop;

/// Answers a command of the UI, on a thread that may wait. Says whether the command is one of ours.
pub fn invoke(invoke: Invoke<Wry>) -> bool {
    let Invoke {
        message, resolver, ..
    } = invoke;
    if !COMMAND_NAMES.contains(&message.command()) {
        return false;
    }
    let app = Arc::clone(&message.webview_ref().state::<Arc<App<Desktop>>>());
    tauri::async_runtime::spawn_blocking(move || {
        let answer = answer(&app, &message).map(InvokeResponseBody::Json);
        resolver.respond(answer.map_err(|error| {
            InvokeError(serde_json::to_value(error).unwrap_or(serde_json::Value::Null))
        }));
    });
    true
}

fn answer(app: &App<Desktop>, message: &InvokeMessage<Wry>) -> Result<String, WireError> {
    let request = match message.payload() {
        // The UI sends `{"request": …}`.
        InvokeBody::Json(value) => {
            Request::Value(value.get("request").cloned().unwrap_or_default())
        }
        InvokeBody::Raw(bytes) => {
            let name = message
                .headers()
                .get("x-file-name")
                .and_then(|name| name.to_str().ok());
            Request::File {
                bytes,
                name: name.unwrap_or(""),
            }
        }
    };
    app.call(message.command(), request)
}

/// Serves the preview's stylesheet and pictures.
pub fn serve(
    context: UriSchemeContext<'_, Wry>,
    request: http::Request<Vec<u8>>,
    responder: UriSchemeResponder,
) {
    let app = Arc::clone(&context.app_handle().state::<Arc<App<Desktop>>>());
    tauri::async_runtime::spawn_blocking(move || {
        let path = request.uri().path().trim_start_matches('/');
        let response = match app.preview_asset(path) {
            Some(asset) => http::Response::builder()
                .header(http::header::CONTENT_TYPE, asset.media_type)
                .header(http::header::X_CONTENT_TYPE_OPTIONS, "nosniff")
                .body(asset.bytes),
            None => http::Response::builder()
                .status(http::StatusCode::NOT_FOUND)
                .body(Vec::new()),
        };
        // Both are made of constants.
        if let Ok(response) = response {
            responder.respond(response);
        }
    });
}
