import Foundation
import HTTPTypes
import Hummingbird
import StudioAPI

/// The replies of the studio: JSON, and an envelope around all but the poll of an export.
enum Reply {
    static func success(_ data: some Codable & Sendable) throws -> Response {
        try json(Envelope(data: data))
    }

    static func json(_ value: some Encodable, status: HTTPResponse.Status = .ok) throws -> Response {
        let body = try encode(value)
        return Response(
            status: status,
            headers: [
                .contentType: "application/json; charset=utf-8", .cacheControl: "no-store",
                .xContentTypeOptions: "nosniff",
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: body))
        )
    }

    static func encode(_ value: some Encodable) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.withoutEscapingSlashes, .sortedKeys]
        return try encoder.encode(value)
    }

    static func refusal(_ refusal: Refusal) throws -> Response {
        var response = try json(
            Envelope(code: refusal.code, message: refusal.message, data: refusal.data),
            status: HTTPResponse.Status(code: refusal.code.httpStatus)
        )
        if let retryAfter = refusal.retryAfter { response.headers[.retryAfter] = String(retryAfter) }
        if let allow = refusal.allow { response.headers[.allow] = allow }
        return response
    }
}

extension JSONValue {
    /// The value as JSON would carry it.
    init(encoding value: some Encodable) throws {
        self = try JSONDecoder().decode(JSONValue.self, from: Reply.encode(value))
    }
}
