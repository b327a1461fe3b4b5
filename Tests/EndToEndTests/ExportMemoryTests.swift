import Foundation
import ProgramKit
import TestKit
import Testing

/// An export has the memory to itself.
struct ExportMemoryTests {
    @Test("While an export runs there is one worker, not also the one that looked at the photos")
    func oneWorker() throws {
        let home = try Home()
        let (counts, end) = (Log<Int>(), Log<Void>())
        let chunks = home.stateFolder + "/studio/chunks"
        let watch = Thread {
            while end.values.isEmpty {
                // Chunks are there: the worker that makes them is, too.
                if (try? FileManager.default.contentsOfDirectory(atPath: chunks))?.isEmpty == false {
                    counts.add((try? home.workers().count) ?? 0)
                }
                usleep(2000)
            }
        }
        watch.start()
        let request = ["-p", "make a 10 second video without music", "-o", "out.mp4", "--quality", "draft"]
        let made = try home.kinora(["make"] + Home.samples + request)
        end.add(())
        #expect(made.status == 0, "\(made.errors)")
        #expect(counts.values.max() == 1)
    }
}
