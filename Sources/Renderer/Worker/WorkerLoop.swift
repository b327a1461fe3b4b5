internal import Foundation
internal import Media
internal import Soundtrack

/// Reads tasks and has each done by a thread of its own at once. How many run is the studio's choice.
final class WorkerLoop: Sendable {
    private let channel: LineChannel
    private let threads = WorkerThreads()

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
                        // Fonts and libraries that were read in have left 14 MB.
                        FreedMemory.giveBack()
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
        threads.start {
            @Sendable func report(_ event: WorkerReply.Event) {
                // A studio that is gone hears nothing; the loop ends by itself.
                try? channel.send(WorkerReply(id: request.id, event: event))
            }
            Sandbox.renewProcessorTime()
            let outcome: WorkerReply.Event
            do {
                outcome = .done(try runner.run(request.task, files: files, report: report))
            } catch let error as MediaError {
                outcome = .failed(WorkerFailure(code: error.code, message: error.message))
            } catch let error as SoundtrackError {
                outcome = .failed(WorkerFailure(code: .failed, message: error.message))
            } catch let error as WorkerFailure {
                outcome = .failed(error)
            } catch {
                outcome = .failed(WorkerFailure(code: .failed, message: "The renderer failed: \(error)."))
            }
            return { report(outcome) }
        }
    }
}
