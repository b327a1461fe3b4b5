import Renderer

extension Doctor {
    /// The camera keeps faces in view where they are found; without, what else stands out.
    var faces: Check {
        let name = "faces in photos"
        guard let missing = FaceCheck.missing() else {
            return Check(name: name, state: .good, words: "found by OpenCV")
        }
        return Check(name: name, state: .worse, words: missing)
    }
}
