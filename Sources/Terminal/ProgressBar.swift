/// A bar of blocks: `▕██████    ▏`.
public enum ProgressBar {
    /// - Parameter fraction: 0…1; what is outside is taken as the nearer end.
    public static func drawn(_ fraction: Double, columns: Int) -> String {
        let done = min(max(fraction.isFinite ? fraction : 0, 0), 1) * Double(columns)
        let whole = Int(done)
        guard TextLocale.isUTF8 else {
            return "[" + String(repeating: "#", count: whole) + String(repeating: ".", count: columns - whole) + "]"
        }
        var bar = String(repeating: "█", count: whole)
        if whole < columns {
            let eighths: [Character] = [" ", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
            bar.append(eighths[Int((done - Double(whole)) * 8)])
        }
        return "▕" + bar + String(repeating: " ", count: max(0, columns - whole - 1)) + "▏"
    }
}
