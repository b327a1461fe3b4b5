import Director
import Testing
import Timeline

@Suite("What is not on offer is said to be so, with what can be said instead")
struct HintTests {
    @Test(
        "Named, and nothing changed",
        arguments: [
            ("add a filter", "Which look?"), ("加个滤镜", "要哪种滤镜"), ("rotate photo 3", "cannot turn"),
            ("photo 3 is sideways", "cannot turn"), ("把照片旋转一下", "不能旋转"), ("第三张转过来", "不能旋转"),
            ("fade out the music", "fades out by itself"), ("music louder at the end", "one volume"),
            ("音乐淡出", "自动淡出"), ("结尾音乐大声一点", "同一音量"), ("export as 4K", "1080"), ("导出4K", "1080"),
            ("export in 60fps", "30 frames"), ("make it a gif", "mp4"), ("add a watermark", "bottom right"),
            ("加水印", "右下角"), ("add my logo", "bottom right"), ("加个贴纸", "表情"), ("add stickers", "emoji"),
            ("add a voiceover", "recording"), ("加旁白", "录好"), ("add captions with the dates", "file names"),
            ("write the date on each photo", "file names"), ("每张照片加上日期", "文件名"),
            ("end with a fade to black", "between photos"), ("fade out at the end", "between photos"),
            ("make it fade to black at the end", "between photos"), ("slow motion", "own speed"),
            ("change the font", "Which font?"), ("换个字体", "哪种字体"), ("标题换个颜色", "什么颜色"),
            ("add confetti", "no such effect"), ("add the lyrics", "cannot hear"),
            ("no music at the end", "one volume"),
            ("make it more emotional", "romantic music"), ("the music is boring", "undo"),
            ("remove the blurry one", "Say its number"), ("删掉模糊的那张", "编号"), ("把不好看的删掉", "编号"),
            ("I don't like the title", "undo"), ("不对", "撤销"), ("no", "undo"),
        ]
    )
    func named(_ line: String, _ part: String) {
        let history = Scene.say("title 'Hi'").history
        let reply = Scene.say(line, to: history)
        #expect(reply.text.contains(part), "\(reply.text)")
        #expect(reply.history == history && !reply.understood)
        #expect(!reply.text.contains("did not understand") && !reply.text.contains("没听懂"), "\(reply.text)")
    }

    @Test("What the hints propose is understood")
    func proposals() {
        for line in [
            "caption photo 1 '🎉'", "title 'Our trip' at the bottom right the whole time", "make photo 1 brighter",
            "random transitions", "outline the title in black", "captions with the file names", "title in serif",
            "title in yellow", "fade through black", "music at 50%", "标题“我们的旅行”放右下角，全程显示", "第1张亮一点", "随机转场",
            "标题加黑色描边", "在第1张上写“🎉”", "加上文件名字幕", "标题用宋体", "标题改成黄色", "黑场转场", "音量50%", "show photo 1 again at the end",
            "复制第1张到最后",
        ] {
            let history = Scene.say("title 'Hi'").history
            let reply = Scene.say(line, to: history)
            #expect(reply.understood && reply.history != history, "\(line): \(reply.text)")
        }
    }

    @Test("The rest of the message takes effect")
    func rest() {
        let reply = Scene.say("make it vertical and add a watermark")
        #expect(reply.timeline.aspect == .portrait && reply.text.contains("bottom right"))
    }
}
