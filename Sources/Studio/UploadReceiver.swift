import NIOCore
import StudioAPI

/// Takes the files of one form: each is spooled to disk, looked at, and added to the session, before the next is read.
struct UploadReceiver {
    let intake: MediaIntake

    /// A file that is arriving.
    private struct Arrival {
        var name: String
        var spool: SpoolFile?
        /// What came of it and was not kept.
        var dropped = 0
    }

    /// - Throws: ``Refusal`` when the body is no form, or the disk is full. Files that were taken before stay.
    func receive<Body: AsyncSequence>(_ body: Body, boundary: String) async throws -> UploadReply
    where Body.Element == ByteBuffer {
        var reply = UploadReply(files: [])
        var arrival: Arrival?
        var place = 0
        do {
            var parser = try MultipartParser(boundary: boundary)
            for try await piece in body {
                parser.append(piece)
                while let event = try parser.next() {
                    switch event {
                    case .begin(let headers):
                        arrival = try begin(headers)
                    case .content(let piece):
                        try write(piece, to: &arrival, &reply)
                    case .end:
                        if let arrival, let spool = arrival.spool {
                            try await intake.take(spool, name: arrival.name, place: place, into: &reply)
                        }
                        if arrival != nil { place += 1 }
                        arrival = nil
                    }
                }
            }
            guard parser.isFinished else {
                throw MultipartParser.Malformed(message: "it ends before its last boundary")
            }
        } catch let error as MultipartParser.Malformed {
            throw Refusal(.badRequest, "The upload is no complete multipart/form-data: \(error.message).")
        }
        return reply
    }

    private func begin(_ headers: MultipartHeaders) throws -> Arrival? {
        guard headers.field == "files", let name = headers.fileName else { return nil }
        return Arrival(name: name, spool: try intake.spool())
    }

    private func write(_ piece: ByteBuffer, to arrival: inout Arrival?, _ reply: inout UploadReply) throws {
        guard let current = arrival else { return }
        let limit = intake.limits.uploadBytes
        if let spool = current.spool, spool.bytes + piece.readableBytes <= limit {
            return try piece.withUnsafeReadableBytes { try spool.write($0) }
        }
        if let spool = current.spool {
            intake.refuseTooLarge(current.name, into: &reply)
            arrival?.spool = nil
            arrival?.dropped = spool.bytes
        }
        arrival?.dropped += piece.readableBytes
        // The rest is passed over for the sake of the files after it, but not without end.
        if let dropped = arrival?.dropped, dropped > 2 * limit {
            throw Refusal(.fileTooLarge, intake.tooLarge(current.name))
        }
    }
}
