import CVips

/// The colour profile that a picture carries.
enum ICCProfile {
    /// False without a profile, and for the sRGB profiles that most cameras write: converting those would cost time
    /// and change nothing but roundings.
    static func needsConversion(_ image: UnsafeMutablePointer<VipsImage>) -> Bool {
        guard vips_image_get_typeof(image, VIPS_META_ICC_NAME) != 0 else { return false }
        var data: UnsafeRawPointer?
        var size = 0
        guard vips_image_get_blob(image, VIPS_META_ICC_NAME, &data, &size) == 0, let data else { return false }
        return !isSRGB(UnsafeRawBufferPointer(start: data, count: size))
    }

    /// Looks for the name in the profile's description (ICC.1:2022, 7.3 and 9.2.41), which is ASCII or UTF-16.
    static func isSRGB(_ profile: UnsafeRawBufferPointer) -> Bool {
        guard let count = profile.bigEndian32(at: 128), count < 100 else { return false }
        for entry in 0..<Int(count) where profile.hasTag("desc", at: 132 + 12 * entry) {
            guard let offset = profile.bigEndian32(at: 136 + 12 * entry),
                let size = profile.bigEndian32(at: 140 + 12 * entry),
                Int(offset) + Int(size) <= profile.count
            else { return false }
            let letters = profile[Int(offset)..<Int(offset) + Int(size)].filter { $0 != 0 }
            return String(decoding: letters, as: UTF8.self).contains("sRGB")
        }
        return false
    }
}
