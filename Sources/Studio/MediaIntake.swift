import Foundation
import Renderer
import StudioAPI
import Timeline

/// Takes files that have come whole, however they came: each is looked at and added to the session, or refused with
/// words that name it.
struct MediaIntake: Sendable {
    let session: String
    let folder: DataFolder
    let store: Store
    let parts: StudioParts
    let limits: StudioLimits
    /// The place of the request's first file among the session's media; nil: after all that are there.
    var position: Int?

    /// A file for the next arrival.
    func spool() throws -> SpoolFile {
        try SpoolFile(path: folder.incoming + "/" + Identifier.random())
    }

    /// - Parameter place: The file's place among those of its request, from 0.
    /// - Throws: ``Refusal`` when it is the studio that cannot go on, such as for a full disk.
    func take(_ spool: SpoolFile, name: String, place: Int, into reply: inout UploadReply) async throws {
        guard spool.bytes > 0 else {
            reply.refuse(
                name,
                .unsupportedFile,
                "\(name) is empty: nothing is in it. Copy it again from where it came from."
            )
            return
        }
        do {
            reply.files.append(try await item(of: spool, name: name, place: place))
        } catch let refusal as MediaRefusal {
            refuse(name, refusal, of: spool, into: &reply)
        } catch let refusal as Refusal where refusal.code == .fileTooLarge {
            reply.refuse(name, refusal.code, refusal.message)
        }
    }

    func refuseTooLarge(_ name: String, into reply: inout UploadReply) {
        reply.refuse(name, .fileTooLarge, tooLarge(name))
    }

    func tooLarge(_ name: String) -> String {
        "\(name) is larger than \(Quantity.words(bytes: limits.uploadBytes)). Compress or trim it, then try again."
    }

    private func item(of spool: SpoolFile, name: String, place: Int) async throws -> MediaItem {
        let id = spool.digest()
        var item: MediaItem
        if let known = try await store.facts(of: id) {
            item = known
        } else {
            item = try await parts.probe(spool.path, name, id)
            try spool.flush()
        }
        item.id = id
        item.name = name
        item.bytes = spool.bytes
        let path = spool.path
        return try await store.add(
            item,
            to: session,
            position: position.map { $0 + place },
            limit: limits.bytesPerAccount
        ) { [folder] in
            try folder.keep(path, as: id)
        }
    }

    private func refuse(
        _ name: String,
        _ refusal: MediaRefusal,
        of spool: SpoolFile,
        into reply: inout UploadReply
    ) {
        switch refusal.code {
        case .tooLarge, .tooManyPixels:
            reply.refuse(name, .fileTooLarge, refusal.message)
        case .unsupported:
            let head = spool.head(ForeignFile.headSize)
            reply.refuse(name, .unsupportedFile, ForeignFile(name: name, head: head).sentence)
        default:
            reply.refuse(name, .unsupportedFile, refusal.message)
        }
    }
}

extension UploadReply {
    mutating func refuse(_ name: String, _ code: APICode, _ message: String) {
        refused.append(Refusal(name: name, code: code, message: message))
    }
}
