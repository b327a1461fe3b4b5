import Testing

@testable import Translator

@Suite("Talk of buttons")
struct TranslatorTests {
    @Test("words without it stay as they are")
    func staysPlain() {
        var translator = Translator(wantsFile: false)
        #expect(translator.take("Click through rate: 4%").pieces == [.text("Click through rate: 4%")])
    }
}
