/// Reads .cube files: "Cube LUT Specification 1.0" (Adobe, 2013), and the input ranges that other programs write.
struct CubeFile {
    /// Larger tables are made by no program.
    private static let mostPoints3D = 129
    private static let mostPoints1D = 65_536
    private static let mostBytes = 64 << 20

    private let name: String
    private var size: (points: Int, isCurves: Bool)?
    private var low = SIMD3<Double>(repeating: 0)
    private var high = SIMD3<Double>(repeating: 1)
    private var values: [SIMD3<Float>] = []

    /// The file begins like a table: with notes, and then with a word of this format.
    static func isLikely(_ bytes: UnsafeRawBufferPointer) -> Bool {
        let start = bytes.prefix(64 << 10)
        let text = start.starts(with: [0xEF, 0xBB, 0xBF]) ? start.dropFirst(3) : start
        let blank: Set<UInt8> = [9, 10, 13, 32]
        for line in text.split(whereSeparator: { $0 == 10 || $0 == 13 }) {
            guard let first = line.first(where: { !blank.contains($0) }) else { continue }
            if first == UInt8(ascii: "#") { continue }
            return ["TITLE", "LUT_1D_", "LUT_3D_", "DOMAIN_M"].contains { line.starts(with: $0.utf8) }
        }
        return false
    }

    /// - Throws: ``MediaError`` with `unsupported` for a file that is no table, `damaged` for one that is not whole.
    static func read(_ bytes: UnsafeRawBufferPointer, name: String) throws(MediaError) -> CubeTable {
        guard bytes.count <= mostBytes else {
            throw MediaError(.unsupported, "\(name) is too large for a table of colours.")
        }
        var file = CubeFile(name: name)
        var number = 0
        for line in bytes.split(omittingEmptySubsequences: false, whereSeparator: { $0 == 10 || $0 == 13 }) {
            number += 1
            try file.read(line, number)
        }
        return try file.table()
    }

    private init(name: String) {
        self.name = name
    }

    private mutating func read(_ line: Slice<UnsafeRawBufferPointer>, _ number: Int) throws(MediaError) {
        // A byte order mark, if there is one, stands before the first word.
        let bytes = line.starts(with: [0xEF, 0xBB, 0xBF]) ? line.dropFirst(3) : line
        let words = bytes.split { $0 == 32 || $0 == 9 }.map { String(decoding: $0, as: UTF8.self) }
        guard let first = words.first, !first.hasPrefix("#") else { return }
        switch first {
        case "TITLE": return
        case "LUT_3D_SIZE", "LUT_1D_SIZE":
            let isCurves = first == "LUT_1D_SIZE"
            let most = isCurves ? Self.mostPoints1D : Self.mostPoints3D
            guard size == nil, words.count == 2, let points = Int(words[1]), (2...most).contains(points) else {
                throw broken(number)
            }
            size = (points, isCurves)
            values.reserveCapacity(count)
        case "DOMAIN_MIN": low = SIMD3<Double>(try triple(words.dropFirst(), number))
        case "DOMAIN_MAX": high = SIMD3<Double>(try triple(words.dropFirst(), number))
        case "LUT_3D_INPUT_RANGE", "LUT_1D_INPUT_RANGE":
            guard words.count == 3, let least = Double(words[1]), let most = Double(words[2]) else {
                throw broken(number)
            }
            (low, high) = (SIMD3(repeating: least), SIMD3(repeating: most))
        default:
            guard size != nil else {
                throw MediaError(.unsupported, "\(name) is not a table of colours in the .cube format.")
            }
            guard values.count < count else { throw broken(number) }
            values.append(try triple(words[...], number))
        }
    }

    private var count: Int {
        guard let size else { return 0 }
        return size.isCurves ? size.points : size.points * size.points * size.points
    }

    private func triple(_ words: ArraySlice<String>, _ number: Int) throws(MediaError) -> SIMD3<Float> {
        let numbers = words.compactMap { Float($0) }
        guard words.count == 3, numbers.count == 3, numbers.allSatisfy(\.isFinite) else { throw broken(number) }
        return SIMD3(numbers)
    }

    private func broken(_ number: Int) -> MediaError {
        MediaError(.damaged, "\(name) cannot be read as a table of colours: line \(number) is not as it should be.")
    }

    private func table() throws(MediaError) -> CubeTable {
        guard let size else {
            throw MediaError(.unsupported, "\(name) is not a table of colours in the .cube format.")
        }
        guard values.count == count, all(low .< high) else {
            throw MediaError(.damaged, "\(name) is cut off or damaged: its table of colours is not whole.")
        }
        return CubeTable(values: values, points: size.points, isCurves: size.isCurves, low: low, high: high)
    }
}

extension CubeTable {
    /// Reads a .cube file that the person has given.
    ///
    /// - Throws: ``MediaError`` with `unsupported` for a file that is no table, `damaged` for one that is not whole.
    public init(_ file: MediaFile) throws(MediaError) {
        self = try CubeFile.read(file.bytes, name: file.name)
    }
}
