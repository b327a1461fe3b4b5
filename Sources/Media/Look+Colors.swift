internal import Timeline

/// What looks do to a colour in RGB, 0…1. Nothing is cut off between the steps.
extension Look {
    func colors(_ rgb: SIMD3<Double>, table: CubeTable?) -> SIMD3<Double> {
        var color = rgb
        if self[.warmth] != 0 { color = color.warmed(Double(self[.warmth]) / 100) }
        if self[.brightness] != 0 { color += 0.4 * Double(self[.brightness]) / 100 }
        if self[.contrast] != 0 { color = color.contrasted(1 + Double(self[.contrast]) / 100) }
        if self[.saturation] != 0 { color = color.saturated(1 + Double(self[.saturation]) / 100) }
        if let filter { color = filter.colors(color) }
        guard let table else { return color }
        let strength = Double(self.table?.strength ?? 100) / 100
        return strength == 1 ? table.color(color) : color + (table.color(color) - color) * strength
    }
}

extension Filter {
    fileprivate func colors(_ rgb: SIMD3<Double>) -> SIMD3<Double> {
        switch self {
        case .blackAndWhite: return SIMD3(repeating: rgb.luma)
        case .sepia:
            // The matrix that photo programs have used since the 1990s.
            return SIMD3(
                0.393 * rgb.x + 0.769 * rgb.y + 0.189 * rgb.z,
                0.349 * rgb.x + 0.686 * rgb.y + 0.168 * rgb.z,
                0.272 * rgb.x + 0.534 * rgb.y + 0.131 * rgb.z
            )
        case .warm: return rgb.warmed(0.5).saturated(1.05)
        case .cool: return rgb.warmed(-0.5).saturated(0.95)
        case .vintage:
            // Washed-out blacks, yellowed whites.
            return rgb.saturated(0.65) * SIMD3(0.9, 0.86, 0.68) + SIMD3(0.08, 0.06, 0.1)
        case .vivid:
            let color = rgb.saturated(1.4)
            // An S that leaves black, middle gray and white where they are.
            return color + 0.5 * color * (1 - color) * (2 * color - 1)
        case .faded: return rgb.saturated(0.75) * 0.8 + 0.1
        }
    }
}

extension SIMD3<Double> {
    /// Toward orange from 0 to 1, toward blue down to -1; white keeps its luma.
    fileprivate func warmed(_ part: Double) -> SIMD3 {
        let gains = SIMD3(1 + 0.3 * part, 1, 1 - 0.3 * part)
        return self * gains / gains.luma
    }

    /// About middle gray.
    fileprivate func contrasted(_ gain: Double) -> SIMD3 { (self - 0.5) * gain + 0.5 }

    /// About its own gray.
    fileprivate func saturated(_ gain: Double) -> SIMD3 {
        let gray = SIMD3(repeating: luma)
        return gray + (self - gray) * gain
    }
}
