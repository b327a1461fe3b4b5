/// What a studio says of a call, in the envelope's `code`.
public struct APICode: RawRepresentable, Codable, Hashable, Sendable {
    public var rawValue: Int

    public init(rawValue: Int) {
        self.rawValue = rawValue
    }

    public static let success = APICode(rawValue: 0)
    public static let badRequest = APICode(rawValue: 400)
    /// An export that the free plan does not allow, or one without the attribution headers.
    public static let exportBlocked = APICode(rawValue: 402)
    public static let notFound = APICode(rawValue: 404)
    public static let conflict = APICode(rawValue: 409)
    public static let rateLimited = APICode(rawValue: 429)
    public static let serverError = APICode(rawValue: 500)
    public static let badToken = APICode(rawValue: 1001)
    public static let sessionNotFound = APICode(rawValue: 1002)
    public static let noCredits = APICode(rawValue: 2001)
    public static let unsupportedFile = APICode(rawValue: 4001)
    public static let fileTooLarge = APICode(rawValue: 4002)
    /// The studio's disk is full.
    public static let diskFull = APICode(rawValue: 507)

    /// The HTTP status our studio sends with the code.
    public var httpStatus: Int {
        switch self {
        case .success: 200
        case .badToken: 401
        case .sessionNotFound: 404
        case .noCredits: 403
        case .unsupportedFile: 415
        case .fileTooLarge: 413
        default: (400...599).contains(rawValue) ? rawValue : 500
        }
    }
}
