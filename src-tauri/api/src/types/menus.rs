use super::wire;

wire! {
    /// What the menu bar offers now.
    pub struct Menus {
        pub menus: Vec<Menu>,
    }

    pub struct Menu {
        pub title: String,
        pub items: Vec<MenuItem>,
    }

    /// "-" is a line; "cut", "copy", "paste" and "selectAll" are what the system makes of them. Any other is said again
    /// when it is chosen.
    pub struct MenuItem {
        pub id: String,
        pub label: String,
        /// Its shortcut, such as "CmdOrCtrl+Shift+Z".
        pub keys: Option<String>,
        pub enabled: bool,
    }
}
