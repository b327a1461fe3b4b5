import Foundation
import Renderer

// The worker of the tests: the test runner cannot be started again as one.
exit(WorkerMain.run())
