extension Clause {
    /// Everything the clause asks for. What no topic understands is left over.
    mutating func wishes() -> [Wish] {
        if let session = readSession() { return session }
        var wishes: [Wish] = []
        readMake(into: &wishes)
        if let question = readQuestion() { return wishes + [question] }
        if let hint = readHint() { return wishes + [.hint(hint)] }
        readClips(into: &wishes)
        if !wishes.isEmpty, !isMaking { return wishes }
        readText(into: &wishes)
        readBeat(into: &wishes)
        readTransition(into: &wishes)
        readMotion(into: &wishes)
        readFit(into: &wishes)
        readLook(into: &wishes)
        readMusic(into: &wishes)
        readOrder(into: &wishes)
        readPhotos(into: &wishes)
        readLength(into: &wishes)
        readAspect(into: &wishes)
        if !wishes.isEmpty {
            takeVerbs(.make, .set, .use, .turn, .show)
            takeAll(.noun(.video), .noun(.timeline), .noun(.everything), .only)
        }
        return wishes
    }
}
