import Foundation
import Renderer

// The worker of the tests: the test runner cannot be started again as one. With "escape" it closes its doors and then
// tries each of them, printing what still went through.
guard CommandLine.arguments.count > 2, CommandLine.arguments[1] == "escape" else { exit(WorkerMain.run()) }

let secret = CommandLine.arguments[2]
try Sandbox.enter(WorkerLimits(memory: 512 << 20, readable: []))

func report(_ what: String, _ went: Bool) {
    if went { print(what) }
}

var child: pid_t = 0
var arguments: [UnsafeMutablePointer<CChar>?] = [strdup("true"), nil]
report("another program", posix_spawn(&child, "/usr/bin/true", nil, nil, &arguments, nil) == 0)
report("exec", execv("/usr/bin/true", &arguments) == 0)
report("network", socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0) >= 0)
report("local socket", socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0) >= 0)
report("reading a file", open(secret, O_RDONLY) >= 0)
report("writing a file", open(secret, O_WRONLY) >= 0)
report("making a file", open(secret + ".new", O_RDWR | O_CREAT, 0o600) >= 0)
report("removing a file", unlink(secret) == 0)
report("renaming a file", rename(secret, secret + ".new") == 0)
report("signalling the parent", kill(getppid(), 0) == 0)
report("a gigabyte", mmap(nil, 1 << 30, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED)

// What it needs goes on working.
let thread = Thread { print("threads") }
thread.start()
report("fonts", open("/usr/share/fonts", O_RDONLY | O_DIRECTORY) >= 0)
while !thread.isFinished { usleep(1000) }
