import FoundationEssentials
import StudioAPI

extension RawJSON {
    /// The value as a type of the contract; nil when it is not one.
    func decoded<Value: Decodable>(_ type: Value.Type) -> Value? {
        try? JSONDecoder().decode(type, from: Data(bytes))
    }
}
