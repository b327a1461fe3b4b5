import Timeline

extension Entry {
    /// What is written over the pictures, and how that looks.
    static let texts: [Entry] =
        [
            Entry(
                .noun(.title),
                "title,intro,opener,heading,headline,opening title,intro title,title card,title text,intro text",
                "标题 片名 题目 片头 片头标题 大标题 主标题 标题文字 开场标题 片头字幕"
            ),
            Entry(
                .noun(.endTitle),
                """
                end title,closing title,end text,ending text,end card,closing text,ending title,outro,end credit,\
                closing card,final title,closing line,outro text,end screen,closing screen,end slide,closing slide
                """,
                "片尾 结尾文字 片尾文字 结束语 结尾标题 片尾标题 片尾字幕 结尾字幕 结束字幕 结束文字 片尾卡 结束画面 片尾画面 结尾卡片 片尾卡片"
            ),
            Entry(
                .noun(.caption),
                "caption,label,subtitle text,caption text,subtitle,subtitles",
                "说明文字 配文 字幕 说明 图注 文案 照片说明 图片说明"
            ),
            Entry(
                .noun(.lowerThird),
                "lower third,lower 3rd,l3rd,name tag,name strap,chyron,name banner,name bar,name title",
                "人名条 字幕条 姓名条 人名字幕 名牌 人名牌 下三分之一字幕 人物介绍条 介绍条"
            ),
            Entry(.noun(.text), "text,words,wording,letters,lettering,texts,line of text", "文字 字 字样 文本"),
            Entry(
                .noun(.outline),
                "outline,outlined,outlines,stroke,border around the letters,text outline,contour,letter outline",
                "描边 轮廓 勾边 文字描边 字体描边 描边色 轮廓线 外框线"
            ),
            Entry(
                .noun(.box),
                "box,boxes,boxed,text box,background box,backing,backdrop,label box,behind the text,behind the words",
                "底框 文字框 背景框 方框 框 底 衬底 底板 底色 文字背景 字幕框 文字底框 背景条 底条"
            ),
            Entry(.noun(.font), "font,fonts,typeface,typefaces,font family,font face", "字体"),
            Entry(.bold, "bold,bolder,in bold,bold letters,thick letters,heavier", "粗体 加粗 粗一点 粗字"),
            Entry(.italic, "italic,italics,in italics,slanted,oblique", "斜体 倾斜"),
            Entry(.degree(.stronger), "thick,thicker", "粗 粗的"),
            Entry(.degree(.gentler), "thin,thinner", "细 细的"),
            Entry(.degree(.huge), "huge,gigantic,enormous,very big,very large,really big,giant", "巨大 超大 特大 很大"),
            Entry(.degree(.tiny), "tiny,very small,really small,minuscule", "很小 超小 特小 极小"),
            Entry(
                .exit,
                "exit,leave,leaves,leaving,disappear,disappears,go away,goes away,vanish,vanishes,on the way out",
                "消失 退出 退场 离开 消失时 退场时"
            ),
        ] + fonts + animations

    private static let fonts: [Entry] = [
        Entry(.font(TextFont.sans.rawValue), "sans,sans serif,sanserif,grotesque", "黑体 无衬线 无衬线体 雅黑 微软雅黑"),
        Entry(.font(TextFont.serif.rawValue), "serif,serifs", "宋体 明体 衬线 衬线体 宋体字 仿宋"),
        Entry(
            .font(TextFont.monospace.rawValue),
            "monospace,monospaced,mono,fixed width,code font,typewriter font",
            "等宽 等宽字体 打字机字体"
        ),
        Entry(
            .font(TextFont.handwritten.rawValue),
            "handwritten,hand written,handwriting,cursive,calligraphy,calligraphic,script font,brush font",
            "手写 手写体 手写字体 行书 草书 书法 书法字体 毛笔字"
        ),
    ]

    private static let animations: [Entry] = [
        Entry(
            .animation(.typewriter),
            """
            typewriter,type writer,typewriter effect,typewriter animation,letter by letter,one letter at a time,\
            typing effect,typed out,type out,type on,types itself,character by character,typing animation
            """,
            "打字机 打字机效果 打字效果 逐字 逐字显示 逐字出现 一个字一个字 打字动画 打字机动画 一个字一个字地"
        ),
        Entry(
            .animation(.rise),
            "rise,rises,rising,rise up,rises up,rise in,float up,floats up,come up,comes up,rise from below",
            "上升 升起 浮现 上浮 升上来 浮上来 从下方升起 从下面升起 从下往上出现 向上浮现"
        ),
        Entry(
            .animation(.none),
            "no animation,without animation,without animations,without any animation,no animations,no fade,without fade",
            "不要动画 无动画 没有动画 去掉动画 不要淡入淡出 不要淡入 不要淡出"
        ),
    ]
}
