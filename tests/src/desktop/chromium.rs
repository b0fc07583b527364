//! What Chromium alone can be told, in the words of its own protocol: <https://chromedevtools.github.io/devtools-protocol/>.

use base64::prelude::{BASE64_STANDARD, Engine};
use serde_json::{Value, json};

use super::{Page, Scheme};

impl Page {
    /// Shows pages to somebody who likes this better, and who wants nothing to move.
    pub fn prefer(&self, scheme: Scheme) {
        let value = match scheme {
            Scheme::Light => "light",
            Scheme::Dark => "dark",
        };
        let features = json!([
            { "name": "prefers-color-scheme", "value": value },
            { "name": "prefers-reduced-motion", "value": "reduce" },
        ]);
        self.order(
            "Emulation.setEmulatedMedia",
            &json!({ "features": features }),
        );
    }

    /// Shows pages on a screen of this size in pixels, as small as a phone's.
    pub fn screen(&self, width: u32, height: u32) {
        let size =
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.order("Emulation.setDeviceMetricsOverride", &size);
    }

    /// What the console said since it was last asked.
    pub fn console(&self) -> Vec<String> {
        let said = self.session.post("se/log", &json!({ "type": "browser" }));
        let said = said.unwrap();
        let messages = said.as_array().into_iter().flatten();
        messages
            .map(|it| format!("{} {}", it["level"], it["message"]))
            .collect()
    }

    /// The page from its head to its foot as a PNG file; of a very long one, as much as Chromium can draw at once.
    pub fn whole_picture(&self) -> Vec<u8> {
        self.picture_as(12_000, &json!({ "format": "png" }))
    }

    /// What a page shows first, down to `height`, as a small WebP file.
    pub fn top_picture(&self, height: u32) -> Vec<u8> {
        self.picture_as(height, &json!({ "format": "webp", "quality": 86 }))
    }

    fn picture_as(&self, height: u32, format: &Value) -> Vec<u8> {
        let size = "const { clientWidth, scrollHeight } = document.documentElement;
                    return { x: 0, y: 0, scale: 1, width: clientWidth, height: Math.min(scrollHeight, arguments[0]) };";
        let mut order = format.clone();
        order["clip"] = self.run(size, &[json!(height)]);
        order["captureBeyondViewport"] = json!(true);
        let picture = self.order("Page.captureScreenshot", &order);
        BASE64_STANDARD
            .decode(picture["data"].as_str().unwrap())
            .unwrap()
    }

    fn order(&self, command: &str, parameters: &Value) -> Value {
        let order = json!({ "cmd": command, "params": parameters });
        self.session.post("goog/cdp/execute", &order).unwrap()
    }
}
