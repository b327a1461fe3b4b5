import Timeline

extension Entry {
    static let numbers: [Entry] =
        counted("one two three four five six seven eight nine ten eleven twelve") { .number(Double($0)) }
        + counted("thirteen fourteen fifteen sixteen seventeen eighteen nineteen") { .number(Double($0 + 12)) }
        + counted("ten twenty thirty forty fifty sixty seventy eighty ninety") { .number(Double($0 * 10)) }
        + counted("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth") { .ordinal($0) }
        + otherNumbers

    private static func counted(_ words: String, _ concept: (Int) -> Concept) -> [Entry] {
        words.split(separator: " ").enumerated().map { Entry(concept($0.offset + 1), String($0.element)) }
    }

    private static let otherNumbers: [Entry] = [
        Entry(.number(2), "couple of,a couple of,couple"),
        Entry(.number(100), "hundred,a hundred,one hundred"),
        Entry(.number(0), "zero"),
        Entry(.ordinal(-1), "last,final,very last", "最后 末尾 末 最末 倒数第一"),
        Entry(.ordinal(-2), "second to last,second last,last but one,next to last,penultimate", "倒数第二"),
        Entry(.ordinal(-3), "third to last,third last", "倒数第三"),
        Entry(.ordinal(1), "very first", "最前 最前面 首张 头"),
        Entry(.unit(1000), "sec,secs,seconds,s", "秒 秒钟"),
        Entry(.unit(60000), "minute,minutes,min,mins,m", "分钟 分"),
        Entry(.unit(3_600_000), "hour,hours", "小时 个小时"),
        Entry(.unit(1), "ms,msec,millisecond,milliseconds", "毫秒"),
        Entry(.percentSign, "percent,per cent,pct", "百分之"),
        Entry(.times, "times,x,fold", "倍"),
        Entry(.factor(2), "twice,double,doubled,twice as,doubling", "两倍 翻倍 加倍 一倍"),
        Entry(.factor(3), "triple,three times", "三倍"),
        Entry(.ordinalSign, "", "第"),
        Entry(.ordinalEnding, "st,nd,rd,th"),
        Entry(.counter, "", "张 幅 张照片 张图 张图片 段 张相片"),
        Entry(.pixels, "p,px,pixels", "像素"),
        Entry(.lacking(.resolution), "k"),
    ]

    /// The digits of Chinese numbers.
    static let chineseDigits: [Character: Int] = [
        "零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    ]
    static let chinesePlaces: [Character: Int] = ["十": 10, "百": 100, "千": 1000]
}
