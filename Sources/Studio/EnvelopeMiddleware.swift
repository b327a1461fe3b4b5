import GRDB
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOHTTP1
import StudioAPI

/// Sees that every call is answered in the contract's form, whatever happens in it.
struct EnvelopeMiddleware: RouterMiddleware {
    typealias Context = StudioContext

    let activity: Activity
    let logger: Logger

    func handle(
        _ request: Request,
        context: StudioContext,
        next: (Request, StudioContext) async throws -> Response
    ) async throws -> Response {
        activity.began(.request)
        defer { activity.ended(.request) }
        do {
            return try await next(request, context)
        } catch {
            return try Reply.refusal(refusal(for: error))
        }
    }

    private func refusal(for error: any Error) -> Refusal {
        switch error {
        case let refusal as Refusal:
            return refusal
        case let error as DatabaseError where error.resultCode == .SQLITE_FULL:
            return .diskFull
        case is CancellationError:
            // The studio was told to end; whoever still waits for a reply is told to ask the next one.
            return .draining
        case is NIOTooManyBytesError:
            return Refusal(APICode(rawValue: 413), "The request is larger than this call takes.")
        case is HTTPParserError, is ChannelError, is IOError:
            // The client's doing, who mostly is gone: no failure of the studio, and nothing for its log.
            return Refusal(.badRequest, "The request is broken, or ends before it is whole. Send it again.")
        case let error as any HTTPResponseError where error.status == .notFound:
            return Refusal(.notFound, "There is nothing at this address.")
        case let error as any HTTPResponseError where error.status.kind == .clientError:
            return Refusal(APICode(rawValue: error.status.code), "The request cannot be understood.")
        default:
            // The kind of the error alone: its text may hold paths or words of the user.
            logger.error("A call failed: \(type(of: error))")
            return Refusal(.serverError, "Something went wrong in the studio. Try again.")
        }
    }
}
