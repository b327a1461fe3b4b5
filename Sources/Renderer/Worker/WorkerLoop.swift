internal import Foundation
internal import Media
internal import Soundtrack

/// Reads tasks and has each done by a thread of its own. How many run at once is the studio's choice.
final class WorkerLoop: Sendable {
    /// Enough for text layout, which is the deepest of what a thread does. It counts toward the memory limit.
    private static let stackSize = 2 << 20

    private let channel: LineChannel

    init(_ channel: LineChannel) {
        self.channel = channel
    }

    func run() {
        var reader = LineChannel.Reader(channel)
        var runner: TaskRunner?
        do {
            while let lines = try reader.receive() {
                for line in lines {
                    let request = try JSONDecoder().decode(WorkerRequest.self, from: line)
                    guard let files = reader.takeDescriptors(request.files) else { return }
                    if case .begin(let limits) = request.task {
                        guard runner == nil else { return }
                        do {
                            try Sandbox.enter(limits)
                        } catch let failure as WorkerFailure {
                            // Nothing is opened with a door ajar.
                            try channel.send(WorkerReply(id: request.id, event: .failed(failure)))
                            return
                        }
                        runner = TaskRunner(memory: limits.memory)
                        try channel.send(WorkerReply(id: request.id, event: .done(.done)))
                    } else if let runner {
                        start(request, files: files, runner: runner)
                    } else {
                        return
                    }
                }
            }
        } catch {
            FileHandle.standardError.write(Data("Worker: \(error)\n".utf8))
        }
    }

    private func start(_ request: WorkerRequest, files: [OpenFile], runner: TaskRunner) {
        let channel = channel
        let thread = Thread {
            func report(_ event: WorkerReply.Event) {
                // A studio that is gone hears nothing; the loop ends by itself.
                try? channel.send(WorkerReply(id: request.id, event: event))
            }
            Sandbox.renewProcessorTime()
            do {
                report(.done(try runner.run(request.task, files: files, report: report)))
            } catch let error as MediaError {
                report(.failed(WorkerFailure(code: error.code, message: error.message)))
            } catch let error as SoundtrackError {
                report(.failed(WorkerFailure(code: .failed, message: error.message)))
            } catch let error as WorkerFailure {
                report(.failed(error))
            } catch {
                report(.failed(WorkerFailure(code: .failed, message: "The renderer failed: \(error).")))
            }
        }
        thread.stackSize = Self.stackSize
        thread.start()
    }
}
