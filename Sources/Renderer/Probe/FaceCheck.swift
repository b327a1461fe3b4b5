internal import Media

/// Whether faces can be found in photos here.
public enum FaceCheck {
    /// What is missing for it, and how to get it; nil when faces can be found.
    public static func missing() -> String? {
        do throws(MediaError) {
            try FaceFinder.check()
            return nil
        } catch {
            return error.message
        }
    }
}
