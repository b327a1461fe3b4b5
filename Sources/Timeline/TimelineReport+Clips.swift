extension TimelineReport {
    /// What is heard of clips.
    mutating func tellSounds(_ kept: [Kept]) {
        let changes = kept.filter { $0.old.sound != $0.new.sound }.map { pair in
            Change(pair.part, pair.old.sound.name(in: language), pair.new.sound.name(in: language))
        }
        tell(changes, of: kept.count, noun: phrases.choose("sound: ", "声音："), each: false)
    }
}
