import Foundation

/// How light of up to 1,000 cd/m² is shown on a screen whose white is at 203 cd/m², the level of white paper in a
/// picture of high dynamic range (ITU-R BT.2408): what is dark or of middle brightness stays as it is, what is brighter
/// is drawn together more and more. The curve is the EETF of ITU-R BT.2390, section 5.4.1.
///
/// It is applied to the brightest of red, green and blue, and all three are scaled alike, so that no hue turns.
struct ToneCurve {
    /// In cd/m²: what a usual master goes up to, and HLG's own nominal peak. Brighter light is cut there.
    static let brightest = 1000.0
    /// In cd/m².
    static let white = 203.0

    private static let steps = 1024
    /// What light is multiplied with, at even steps from 0 to ``brightest``.
    private let gains: [Float]

    init() {
        gains = (0...Self.steps).map { step in
            let light = Double(max(step, 1)) / Double(Self.steps) * Self.brightest
            return Float(Self.shown(light) / light)
        }
    }

    /// What light of so many cd/m² is shown as, in cd/m², at most ``white``.
    static func shown(_ light: Double) -> Double {
        let top = PQ.code(brightest)
        let most = PQ.code(white) / top
        let knee = 1.5 * most - 0.5
        let code = PQ.code(min(light, brightest)) / top
        guard code > knee else { return light }
        let t = (code - knee) / (1 - knee)
        let (t2, t3) = (t * t, t * t * t)
        let bent = (2 * t3 - 3 * t2 + 1) * knee + (t3 - 2 * t2 + t) * (1 - knee) + (3 * t2 - 2 * t3) * most
        return PQ.light(bent * top)
    }

    func apply(to picture: LinearPicture) {
        let scale = Float(Double(Self.steps) * Self.white / Self.brightest)
        let last = Float(Self.steps) - 0.001
        let (red, green, blue) = (picture.red, picture.green, picture.blue)
        gains.withUnsafeBufferPointer { gains in
            for index in 0..<picture.count {
                let light = max(red[index], green[index], blue[index])
                let place = min(max(light * scale, 0), last)
                let step = Int(place)
                var gain = gains[step] + (gains[step + 1] - gains[step]) * (place - Float(step))
                // Beyond the brightest everything is white.
                if light * scale > last { gain *= last / (light * scale) }
                red[index] *= gain
                green[index] *= gain
                blue[index] *= gain
            }
        }
    }
}

/// The perceptual quantizer of SMPTE ST 2084: how evenly spaced codes stand for light.
enum PQ {
    private static let m1 = 2610.0 / 16384
    private static let m2 = 2523.0 / 4096 * 128
    private static let c1 = 3424.0 / 4096
    private static let c2 = 2413.0 / 4096 * 32
    private static let c3 = 2392.0 / 4096 * 32

    /// The code, 0…1, of light in cd/m².
    static func code(_ light: Double) -> Double {
        let power = pow(max(light, 0) / 10_000, m1)
        return pow((c1 + c2 * power) / (1 + c3 * power), m2)
    }

    /// The light in cd/m² of a code.
    static func light(_ code: Double) -> Double {
        let power = pow(max(code, 0), 1 / m2)
        return pow(max(power - c1, 0) / (c2 - c3 * power), 1 / m1) * 10_000
    }
}
