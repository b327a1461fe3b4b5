/// What a word can mean where a program's window is talked about. A word may have several of these.
struct Meaning: OptionSet, Hashable, Sendable {
    let rawValue: UInt64

    private init(bit: UInt64) {
        rawValue = 1 << bit
    }

    init(rawValue: UInt64) {
        self.rawValue = rawValue
    }

    // What is done to a window.

    /// "click", 点击: there is hardly anything else one can mean.
    static let point = Meaning(bit: 0)
    /// "press", 按: also done to grapes.
    static let press = Meaning(bit: 1)
    static let open = Meaning(bit: 2)
    static let drag = Meaning(bit: 3)
    /// "see", "check", 查看
    static let look = Meaning(bit: 4)
    /// "preview", 预览: looking, without a place to be named.
    static let preview = Meaning(bit: 5)
    /// "using", "via", 通过
    static let using = Meaning(bit: 6)
    /// "choose", 选择: part of a procedure, nothing by itself.
    static let step = Meaning(bit: 7)
    /// "adjust", 调整: an edit that does not say what to.
    static let adjust = Meaning(bit: 8)
    /// "delete", 分割: an edit by its name alone.
    static let alter = Meaning(bit: 9)
    static let export = Meaning(bit: 10)
    static let upload = Meaning(bit: 11)
    /// "top up", 充值
    static let pay = Meaning(bit: 12)
    static let undo = Meaning(bit: 13)
    static let redo = Meaning(bit: 14)
    /// "OK", 确认: a button that has no counterpart.
    static let confirm = Meaning(bit: 15)
    /// "clicking", "dragging"
    static let gerund = Meaning(bit: 16)

    // What a window has.

    /// "button", 滑块
    static let control = Meaning(bit: 17)
    /// "panel", 侧边栏
    static let panel = Meaning(bit: 18)
    /// "timeline", 预览窗口: where the video is seen.
    static let stage = Meaning(bit: 19)
    /// "page", 页面
    static let page = Meaning(bit: 20)
    /// "billing", 余额
    static let money = Meaning(bit: 21)
    /// "top right", 左侧
    static let place = Meaning(bit: 22)
    /// "clip", 片段
    static let media = Meaning(bit: 23)
    /// "Ctrl+Z", 空格键
    static let key = Meaning(bit: 24)
    static let slider = Meaning(bit: 25)
    /// "wherever you like", 任意位置
    static let anywhere = Meaning(bit: 26)

    // What holds a sentence together.

    /// "just", 然后
    static let filler = Meaning(bit: 27)
    /// "you", 您
    static let reader = Meaning(bit: 28)
    /// "can", 可以
    static let may = Meaning(bit: 29)
    /// "please", 请
    static let must = Meaning(bit: 30)
    /// "feel free to", 随时
    static let offering = Meaning(bit: 31)
    /// "if", 如需
    static let condition = Meaning(bit: 32)
    /// "I", 我: who speaks, speaks of what they do themselves.
    static let own = Meaning(bit: 33)
    /// "I'll", 我会: what follows without a subject is also theirs.
    static let ownPlan = Meaning(bit: 34)
    /// "don't", 请勿
    static let forbidding = Meaning(bit: 35)
    /// "tell me", "no need to", 告诉我: addressed to the reader, and nothing to do with a window.
    static let talk = Meaning(bit: 36)
    static let and = Meaning(bit: 37)
    static let or = Meaning(bit: 38)
    static let but = Meaning(bit: 39)
    static let preposition = Meaning(bit: 40)
    static let determiner = Meaning(bit: 41)
    static let pronoun = Meaning(bit: 42)
    /// "to" before a verb or a place
    static let to = Meaning(bit: 43)
    /// A Chinese word that turns what stands before it into a condition: 后, 的话
    static let afterwards = Meaning(bit: 44)
    /// "is", "looks": there is a whole sentence about something.
    static let finite = Meaning(bit: 45)
    /// 了, 已: it has happened.
    static let past = Meaning(bit: 46)
    static let will = Meaning(bit: 47)
    /// "saved", "appear", 弹出: what a window does when a button was pressed.
    static let follows = Meaning(bit: 48)
    /// "want to …?", 想…吗: leads to what a button is good for.
    static let wish = Meaning(bit: 49)
    /// 把, 将: the thing comes before the verb.
    static let disposing = Meaning(bit: 50)
    /// A verb of any kind, after which "to" gives a reason and not a place.
    static let verb = Meaning(bit: 51)
    /// "steps", "how to", 步骤: a list of them is a procedure.
    static let procedure = Meaning(bit: 52)
    /// 即可, 来, 以: what comes after it is what the act is good for.
    static let thereby = Meaning(bit: 53)

    /// "available", "found": what stands in a window, not what is done in it.
    static let findable = Meaning(bit: 54)
    /// "plan", 套餐: what one pays for.
    static let plan = Meaning(bit: 55)
    /// "this window", 这里: where the person is writing. What is to be dropped there is for the chat to take.
    static let chat = Meaning(bit: 56)

    /// 拖入, "drag in": how files are given.
    static let intake = Meaning(bit: 57)

    /// "menu", "library": in a window, and in a photo as well.
    static let soft = Meaning(bit: 58)

    /// What can be written on a button.
    static let labels: Meaning = [
        .export, .upload, .pay, .money, .undo, .redo, .confirm, .preview, .alter, .panel, .stage, .page,
    ]
    /// The names of things a window has.
    static let fixtures: Meaning = [.control, .panel, .key, .slider]
    /// What a click can be on.
    static let things: Meaning = [
        .control, .panel, .stage, .page, .money, .place, .media, .key, .slider, .anywhere, .determiner, .pronoun,
        .export, .upload, .undo, .redo, .preview, .confirm, .alter, .adjust,
    ]
    /// What may stand before the verb that a clause turns on.
    static let leads: Meaning = [.filler, .reader, .may, .must, .offering, .and, .or, .but, .forbidding]
    /// Words that only a whole clause has.
    static let clauses: Meaning = [.finite, .own, .ownPlan, .reader, .will, .talk, .past, .may]
}
