import Testing

@testable import Studio

/// What a person is told of a file that cannot be used.
@Suite struct ForeignFileTests {
    private func sentence(_ name: String, _ head: String) -> String { sentence(name, Array(head.utf8)) }
    private func sentence(_ name: String, _ head: [UInt8]) -> String { ForeignFile(name: name, head: head).sentence }

    @Test func aNameThatPromisesAPhotoIsNotTakenAtItsWord() {
        #expect(
            sentence("photo.jpg", "Dear diary, today…")
                == "photo.jpg is not a photo, whatever its name says: it is text. Look for the photo where it came from."
        )
        #expect(sentence("photo.png", "\n<!DOCTYPE html><title>404").contains("it is a web page."))
        #expect(sentence("song.mp3", "%PDF-1.7\n").contains("not a song, whatever its name says: it is a PDF."))
        #expect(
            sentence("photo.jpg", [0, 1, 2, 0xFF])
                == "photo.jpg is damaged or not a photo at all. Copy it again from where it came from."
        )
        // A character may be cut in two where the head ends.
        #expect(sentence("photo.jpg", Array("日记".utf8).dropLast()).contains("it is text"))
        #expect(sentence("clip.mov", [0xC3, 0x28]).contains("damaged or not a video"))
    }

    @Test func otherPicturesAndArchivesAreNamedWithWhatToDo() {
        let tiff: [UInt8] = [0x49, 0x49, 0x2A, 0, 8, 0, 0, 0]
        #expect(sentence("scan.tif", tiff).hasSuffix("which cannot be used. Save it as JPEG or PNG."))
        #expect(sentence("photo.jpg", [0, 0, 0, 28] + Array("ftypavif".utf8)).contains("photo.jpg is an AVIF picture"))
        #expect(sentence("logo.jpg", "<?xml version='1.0'?><svg xmlns='").contains("an SVG drawing"))
        let unpack = " is an archive. Unpack it, then add the photos in it."
        #expect(sentence("trip.zip", "PK\u{3}\u{4}…") == "trip.zip" + unpack)
        #expect(sentence("photo.jpg", [0x1F, 0x8B, 8, 0]) == "photo.jpg" + unpack)
    }

    @Test func whatPromisesNothingIsAnsweredWithWhatCanBeUsed() {
        #expect(sentence("notes.txt", "milk, bread").hasPrefix("notes.txt is text and cannot be used. Files that can"))
        #expect(sentence("thing", [0, 1, 2, 0xFF]).hasPrefix("thing is of a type that cannot be used. Files that can"))
    }
}
