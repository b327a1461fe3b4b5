import ArgumentParser
import StudioClient

/// Arguments that parse and still cannot be.
enum Usage {
    /// Turns a studio's address that cannot be used into an error of the arguments: words and exit status 2.
    static func checked<Value>(_ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch let error as StudioError {
            throw ValidationError(error.message)
        }
    }
}
