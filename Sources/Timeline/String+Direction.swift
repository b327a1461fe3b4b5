extension String {
    /// Its first letter is of a script that is read from right to left: Hebrew, Arabic and their kin.
    ///
    /// The ranges that Unicode's DerivedBidiClass.txt reserves for the classes R and AL.
    public var readsFromRight: Bool {
        guard let first = unicodeScalars.first(where: \.properties.isAlphabetic) else { return false }
        switch first.value {
        case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF: return true
        default: return false
        }
    }
}
