import HTTP
import StudioAPI

/// Why a link is not fetched. The words tell nothing of what is behind the studio: a name that leads to a private
/// address sounds like one that leads nowhere, and of what a server says there is nothing but its status.
struct LinkTrouble: Error, Hashable {
    var code: APICode
    var message: String

    /// What cannot be fetched, for whatever reason.
    static let unfetchable = APICode(rawValue: 422)

    static func noLink(_ text: String) -> LinkTrouble {
        LinkTrouble(code: unfetchable, message: "\(text) is no http or https link without a password in it.")
    }

    static func status(_ status: Int, of host: String) -> LinkTrouble {
        let message =
            switch status {
            case 401, 403: "\(host) does not give the file to everybody (\(status))."
            case 404, 410: "\(host) has no such file (\(status))."
            default: "\(host) did not give the file (\(status))."
            }
        return LinkTrouble(code: unfetchable, message: message + Self.advice)
    }

    static func tooSlow(_ host: String, seconds: Int) -> LinkTrouble {
        LinkTrouble(
            code: unfetchable,
            message: "\(host) did not give the file within \(Quantity.words(seconds: seconds))." + advice
        )
    }

    init(code: APICode, message: String) {
        self.code = code
        self.message = message
    }

    init(_ error: HTTPError) {
        code = Self.unfetchable
        switch error.code {
        case .unknownHost, .forbiddenAddress:
            message = "\(error.host ?? "The host") could not be found on the public Internet."
        default:
            message = error.description
        }
        message += Self.advice
    }

    private static let advice = " Download the file yourself and upload it."
}
