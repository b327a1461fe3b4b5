import Foundation
import NIOCore
import Renderer
import StudioAPI
import Timeline

/// Takes the files of one upload: each is spooled to disk, looked at, and added to the session, before the next is read.
struct UploadReceiver {
    let session: String
    let folder: DataFolder
    let store: Store
    let parts: StudioParts
    /// In bytes, of one file.
    let limit: Int

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
        do {
            var parser = try MultipartParser(boundary: boundary)
            for try await piece in body {
                parser.append(piece)
                while let event = try parser.next() {
                    switch event {
                    case .begin(let headers):
                        arrival = try begin(headers)
                    case .content(let piece):
                        try write(piece, to: &arrival, refused: &reply.refused)
                    case .end:
                        if let arrival, let spool = arrival.spool {
                            try await take(spool, name: arrival.name, into: &reply)
                        }
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
        return Arrival(name: name, spool: try SpoolFile(path: folder.incoming + "/" + Identifier.random()))
    }

    private func write(
        _ piece: ByteBuffer,
        to arrival: inout Arrival?,
        refused: inout [UploadReply.Refusal]
    ) throws {
        guard let current = arrival else { return }
        if let spool = current.spool, spool.bytes + piece.readableBytes <= limit {
            return try spool.write(piece)
        }
        if let spool = current.spool {
            refused.append(tooLarge(current.name))
            arrival?.spool = nil
            arrival?.dropped = spool.bytes
        }
        arrival?.dropped += piece.readableBytes
        // The rest is passed over for the sake of the files after it, but not without end.
        if let dropped = arrival?.dropped, dropped > 2 * limit {
            throw Refusal(.fileTooLarge, tooLarge(current.name).message)
        }
    }

    private func tooLarge(_ name: String) -> UploadReply.Refusal {
        let megabytes = limit / 1_000_000
        return UploadReply.Refusal(
            name: name,
            code: .fileTooLarge,
            message: "\(name) is larger than \(megabytes) MB. Compress or trim it, then try again."
        )
    }

    /// Looks at a file that has come whole, and adds it or says why not.
    private func take(_ spool: SpoolFile, name: String, into reply: inout UploadReply) async throws {
        guard spool.bytes > 0 else {
            reply.refused.append(
                UploadReply.Refusal(name: name, code: .unsupportedFile, message: "\(name) is empty: nothing is in it.")
            )
            return
        }
        let id = spool.digest()
        let place = folder.mediaPath(id)
        do {
            var item: MediaItem
            if let known = try await store.facts(of: id), access(place, R_OK) == 0 {
                item = known
            } else {
                item = try await parts.probe(spool.path, name, id)
                try spool.keep(at: place)
            }
            item.id = id
            item.name = name
            item.bytes = spool.bytes
            reply.files.append(try await store.add(item, to: session))
        } catch let refusal as MediaRefusal {
            reply.refused.append(refused(refusal, name: name))
        }
    }

    private func refused(_ refusal: MediaRefusal, name: String) -> UploadReply.Refusal {
        switch refusal.code {
        case .tooLarge, .tooManyPixels:
            UploadReply.Refusal(name: name, code: .fileTooLarge, message: refusal.message)
        case .unsupported:
            UploadReply.Refusal(
                name: name,
                code: .unsupportedFile,
                message: "\(name) is of a type that cannot be used. Files that can be used: \(Refusal.formats)."
            )
        default:
            UploadReply.Refusal(name: name, code: .unsupportedFile, message: refusal.message)
        }
    }
}
