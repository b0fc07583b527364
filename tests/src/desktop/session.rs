use serde_json::{Value, json};
use ureq::Agent;

use super::process::DEADLINE;

/// One session of WebDriver: <https://www.w3.org/TR/webdriver2/#endpoints>. Each answer's `value`, or why there is none.
pub struct Session {
    agent: Agent,
    address: String,
}

/// An element of the page, for as long as it is there.
#[derive(Debug)]
pub struct Element(String);

/// <https://www.w3.org/TR/webdriver2/#elements>: the name under which an element's reference travels.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

impl Element {
    pub fn to_json(&self) -> Value {
        json!({ ELEMENT: self.0 })
    }
}

impl Session {
    /// Begins a session with a driver that listens.
    pub fn new(driver: &str, capabilities: &Value) -> Self {
        // A proxy leads away from this computer, where the driver is.
        let config = Agent::config_builder()
            .proxy(None)
            .http_status_as_error(false);
        let config = config.timeout_global(Some(DEADLINE));
        let agent = Agent::new_with_config(config.build());
        let begun = Self {
            agent,
            address: format!("{driver}/session"),
        };
        let wanted = json!({ "capabilities": { "alwaysMatch": capabilities } });
        let answer = begun
            .post("", &wanted)
            .unwrap_or_else(|error| panic!("no session: {error}"));
        let id = answer["sessionId"].as_str().unwrap();
        Self {
            address: format!("{driver}/session/{id}"),
            ..begun
        }
    }

    pub fn post(&self, command: &str, body: &Value) -> Result<Value, String> {
        answer(self.agent.post(self.at(command)).send_json(body))
    }

    fn get(&self, command: &str) -> Result<Value, String> {
        answer(self.agent.get(self.at(command)).call())
    }

    fn at(&self, command: &str) -> String {
        format!("{}/{command}", self.address)
            .trim_end_matches('/')
            .to_owned()
    }

    pub fn find_all(&self, path: &str) -> Result<Vec<Element>, String> {
        let found = self.post("elements", &json!({ "using": "xpath", "value": path }))?;
        let reference = |found: &Value| Some(Element(found[ELEMENT].as_str()?.to_owned()));
        Ok(found
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(reference)
            .collect())
    }

    pub fn is_displayed(&self, element: &Element) -> Result<bool, String> {
        Ok(self.get(&format!("element/{}/displayed", element.0))? == true)
    }

    pub fn click(&self, element: &Element) -> Result<Value, String> {
        self.post(&format!("element/{}/click", element.0), &json!({}))
    }

    pub fn clear(&self, element: &Element) -> Result<Value, String> {
        self.post(&format!("element/{}/clear", element.0), &json!({}))
    }

    pub fn send_keys(&self, element: &Element, text: &str) -> Result<Value, String> {
        self.post(
            &format!("element/{}/value", element.0),
            &json!({ "text": text }),
        )
    }

    /// The window as a PNG file in base 64, if it can be had.
    pub fn screenshot(&self) -> Option<String> {
        Some(self.get("screenshot").ok()?.as_str()?.to_owned())
    }

    /// Ends the session, and with it the program that it started.
    pub fn close(&self) {
        // A program that was killed is no longer there to be ended.
        let _ = self.agent.delete(&self.address).call();
    }
}

fn answer(
    response: Result<ureq::http::Response<ureq::Body>, ureq::Error>,
) -> Result<Value, String> {
    let mut response = response.map_err(|error| error.to_string())?;
    let mut answer: Value = response
        .body_mut()
        .read_json()
        .map_err(|error| error.to_string())?;
    let value = answer["value"].take();
    if response.status().is_success() {
        Ok(value)
    } else {
        Err(value.to_string())
    }
}
