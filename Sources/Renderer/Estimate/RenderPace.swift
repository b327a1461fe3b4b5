/// How long renders of this machine take, in parts of what ``RenderWorkload/nominalMS`` says: 2 is twice as long.
public struct RenderPace: Hashable, Sendable {
    /// A render that was carried out.
    public struct Sample: Codable, Hashable, Sendable {
        /// ``RenderWorkload/kind``.
        public var kind: String
        public var nominalMS: Double
        public var measuredMS: Double

        public init(kind: String, nominalMS: Double, measuredMS: Double) {
            self.kind = kind
            self.nominalMS = nominalMS
            self.measuredMS = measuredMS
        }

        public init(_ result: RenderResult) {
            self.init(
                kind: result.workload.kind,
                nominalMS: result.workload.nominalMS,
                measuredMS: Double(result.renderMS)
            )
        }

        fileprivate var factor: Double { measuredMS / nominalMS }
    }

    /// So many samples of a kind are worth keeping.
    public static let samplesPerKind = 7
    /// A render that is shorter tells more of how busy the machine was for a moment than of its pace.
    private static let shortest = 400.0

    /// The newest last.
    private let samples: [Sample]

    /// - Parameter samples: The newest last.
    public init(_ samples: [Sample] = []) {
        self.samples = samples.filter(Self.isTelling)
    }

    /// It is worth keeping.
    public static func isTelling(_ sample: Sample) -> Bool {
        sample.nominalMS >= shortest && sample.measuredMS >= shortest / 4 && sample.measuredMS.isFinite
    }

    /// How long a render takes here.
    public func estimateMS(of work: RenderWorkload) -> (ms: Int, measured: Bool) {
        estimateMS(nominal: work.nominalMS, kind: work.kind)
    }

    /// - Parameters:
    ///   - nominal: ``RenderWorkload/nominalMS``.
    ///   - kind: ``RenderWorkload/kind``.
    public func estimateMS(nominal: Double, kind: String) -> (ms: Int, measured: Bool) {
        let same = samples.filter { $0.kind == kind }.suffix(Self.samplesPerKind).map(\.factor)
        // The median of an evening forgets the one render that ran while something else did.
        let factor = median(same) ?? median(samples.suffix(Self.samplesPerKind).map(\.factor)) ?? 1
        return (Int((nominal * factor).rounded()), !same.isEmpty)
    }

    private func median(_ values: [Double]) -> Double? {
        let sorted = values.sorted()
        guard let upper = sorted.dropFirst(sorted.count / 2).first else { return nil }
        return sorted.count % 2 == 1 ? upper : (sorted[sorted.count / 2 - 1] + upper) / 2
    }
}
