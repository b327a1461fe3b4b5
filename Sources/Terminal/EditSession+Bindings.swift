import CEditLine
import Foundation

// What keys do beside what libedit has for them.
extension EditSession {
    func addFunctions() {
        kinora_el_add_function(handle, "kinora-paste", "Insert what is pasted") { handle, _ in
            EditSession.of(handle)?.paste() ?? UInt8(CC_ERROR)
        }
        kinora_el_add_function(handle, "kinora-complete", "Complete a file name") { handle, _ in
            EditSession.of(handle)?.complete() ?? UInt8(CC_ERROR)
        }
        kinora_el_add_function(handle, "kinora-left", "Go back by a character") { handle, _ in
            EditSession.of(handle)?.goBack() ?? UInt8(CC_ERROR)
        }
        kinora_el_add_function(handle, "kinora-right", "Go on by a character") { handle, _ in
            EditSession.of(handle)?.goOn() ?? UInt8(CC_ERROR)
        }
        kinora_el_add_function(handle, "kinora-rubout", "Delete the character before the cursor") { handle, _ in
            EditSession.of(handle)?.rubOut() ?? UInt8(CC_ERROR)
        }
        kinora_el_add_function(handle, "kinora-delete", "Delete the character under the cursor") { handle, _ in
            EditSession.of(handle)?.delete() ?? UInt8(CC_ERROR)
        }
        kinora_el_add_function(handle, "kinora-end", "Delete a character, or leave") { handle, _ in
            EditSession.of(handle)?.end() ?? UInt8(CC_ERROR)
        }
        kinora_el_add_function(handle, "kinora-nothing", "Do nothing") { _, _ in UInt8(CC_NORM) }
        kinora_el_add_function(handle, "kinora-clear", "Clear the screen") { handle, _ in
            EditSession.of(handle)?.clear()
            return UInt8(CC_NORM)
        }
        kinora_el_add_function(handle, "kinora-interrupt", "Clear the line, or stop what goes on") { handle, _ in
            EditSession.of(handle)?.perform(.interrupt)
            return UInt8(CC_NORM)
        }
        kinora_el_add_function(handle, "kinora-suspend", "Stop the program") { handle, _ in
            EditSession.of(handle)?.perform(.suspend)
            return UInt8(CC_NORM)
        }
        kinora_el_add_function(handle, "kinora-abort", "Leave at once") { _, _ in
            TerminalGuard.restore()
            kill(getpid(), SIGQUIT)
            return UInt8(CC_NORM)
        }
    }

    /// The keys that are not libedit's own choice. Beside what the terminal's description says, the cursor keys are
    /// known by all the sequences that are in use, and what other keys send does not end up in the line.
    func bindKeys() {
        var keys = [
            ("\u{1B}[200~", "kinora-paste"), ("^I", "kinora-complete"), ("^D", "kinora-end"),
            ("^C", "kinora-interrupt"), ("^Z", "kinora-suspend"), ("\u{1C}", "kinora-abort"), ("^L", "kinora-clear"),
            ("^R", "em-inc-search-prev"), ("^B", "kinora-left"), ("^F", "kinora-right"), ("^?", "kinora-rubout"),
            ("^H", "kinora-rubout"), ("\u{1B}[3~", "kinora-delete"),
        ]
        for start in ["\u{1B}[", "\u{1B}O"] {
            keys += [
                (start + "D", "kinora-left"), (start + "C", "kinora-right"), (start + "H", "ed-move-to-beg"),
                (start + "F", "ed-move-to-end"),
            ]
        }
        keys += ["1", "7"].map { ("\u{1B}[\($0)~", "ed-move-to-beg") }
        keys += ["4", "8"].map { ("\u{1B}[\($0)~", "ed-move-to-end") }
        // With Alt or Control.
        for modifier in ["1;3", "1;5", "5"] {
            keys += [("\u{1B}[\(modifier)D", "ed-prev-word"), ("\u{1B}[\(modifier)C", "em-next-word")]
        }
        keys += ["2", "5", "6", "15", "17", "18", "19", "20", "21", "23", "24"].map {
            ("\u{1B}[\($0)~", "kinora-nothing")
        }
        for (key, function) in keys { kinora_el_bind(handle, key, function) }
    }
}
