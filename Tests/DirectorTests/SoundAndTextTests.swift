import Director
import Testing
import Timeline

@Suite("Music and texts")
struct SoundAndTextTests {
    @Test(
        "Music",
        arguments: [
            ("don't add music", "none"), ("remove the music", "none"), ("no music", "none"), ("mute", "none"),
            ("change the music to piano", "piano 35"), ("happy music please", "upbeat 35"), ("lo-fi", "lo-fi 35"),
            ("something more epic", "cinematic 35"), ("acoustic guitar", "acoustic 35"),
            ("I want ambient music", "ambient 35"),
            ("calm guitar music at 25 percent", "acoustic 25"), ("another tune", "lo-fi no. 2 35"),
            ("different music", "lo-fi no. 2 35"), ("music at 20%", "lo-fi 20"), ("set the volume to 60", "lo-fi 60"),
            ("increase the music volume to 80%", "lo-fi 80"),
            ("quieter", "lo-fi 25"), ("make the music louder", "lo-fi 50"), ("a bit quieter", "lo-fi 30"),
            ("turn down the music", "lo-fi 25"), ("use my song", "holiday song.mp3 35"),
            ("use holiday song.mp3", "holiday song.mp3 35"), ("use my song at 80%", "holiday song.mp3 80"),
            ("不要音乐", "none"), ("静音", "none"), ("去掉背景音乐", "none"), ("换成钢琴曲", "piano 35"),
            ("来点欢快的音乐", "upbeat 35"), ("背景音乐换成史诗", "cinematic 35"), ("配吉他", "acoustic 35"),
            ("换一首", "lo-fi no. 2 35"), ("换首歌", "lo-fi no. 2 35"), ("音量20%", "lo-fi 20"), ("音量调到百分之六十", "lo-fi 60"),
            ("音乐小声点", "lo-fi 25"), ("音乐大声一点", "lo-fi 50"), ("用我的歌", "holiday song.mp3 35"),
            ("氛围音乐，音量10%", "ambient 10"), ("用輕快的音樂", "upbeat 35"),
        ]
    )
    func music(_ line: String, _ music: String) {
        let reply = Scene.say(line, media: Scene.photos + [Scene.song])
        #expect(reply.music == music)
        #expect(reply.order == "1 2 3 4 5")
        #expect(reply.lengths == "4 4 4 4 4")
    }

    @Test(
        "A video is made with the person's own song when they say so",
        arguments: [
            ("make an 11 second video with my song, hard cuts, cut on the beat", true),
            ("make a video with my song", false), ("use my song to make a slideshow, cut on the beat", true),
            ("用我的歌做一个10秒的视频，卡点", true),
            ("make a video from my own photos with my music", false),
        ]
    )
    func makingWithOwnSong(_ line: String, isOnBeat: Bool) {
        let reply = Scene.sayFirst(line, media: Scene.photos + [Scene.song])
        #expect(reply.music == "holiday song.mp3 35")
        #expect(reply.timeline.cutsOnBeat == isOnBeat)
        #expect(reply.order == "1 2 3 4 5")
    }

    @Test(
        "Cuts on the beat",
        arguments: ["cut on the beat", "卡点", "sync the photos to the music", "make the cuts match the beat"]
    )
    func beat(_ line: String) {
        let on = Scene.say(line)
        #expect(on.timeline.cutsOnBeat)
        #expect(on.timeline.duration == .seconds(20))
        // The first cut lies on a beat of 750 ms, to a frame.
        let off = on.timeline.segments[0].duration.rawValue % 750
        #expect(min(off, 750 - off) <= 34)
        #expect(!Scene.say("don't cut on the beat", to: on.history).timeline.cutsOnBeat)
        // It stays so after an edit, and what the person gave wins.
        let edited = Scene.say("photo 1 for 5.1 seconds", to: on.history)
        #expect(edited.timeline.segments[0].duration == Milliseconds(5100))
        let start = edited.timeline.segments[0...1].reduce(0) { $0 + $1.duration.rawValue } % 750
        #expect(min(start, 750 - start) <= 34)
    }

    @Test(
        "New texts",
        arguments: [
            ("add the title 'Paradise Found' at the top for 5 seconds", "Paradise Found 0-5 top-center white"),
            ("add the title Paradise Found at the top for 5 seconds", "Paradise Found 0-5 top-center white"),
            ("add the title 'Remove all photos'", "Remove all photos 0-3 center white"),
            ("make a title that says slide", "slide 0-3 center white"),
            ("title: Sun and Sea", "Sun and Sea 0-3 center white"),
            ("add a yellow title 'Hi' in the top left corner", "Hi 0-3 top-left yellow"),
            ("add the title \"Don't stop & <go>\"", "Don't stop & <go> 0-3 center white"),
            ("add the title 'Mom's day' from 2s to 6s", "Mom's day 2-6 center white"),
            ("add title 'Hi' at 4 seconds for 2 seconds", "Hi 4-6 center white"),
            ("title 'Hi' for the whole video", "Hi 0-20 center white"),
            ("add the end title 'The End'", "The End 17-20 center white"),
            ("write 'Aitzgorri' on photo 1", "Aitzgorri 0-4 bottom-center white"),
            ("write Aitzgorri on photo 2", "Aitzgorri 4-8 bottom-center white"),
            ("add the caption 'Us' to photo 4", "Us 12-16 bottom-center white"),
            ("加标题“夏天的回忆”，放在顶部，黄色，显示5秒", "夏天的回忆 0-5 top-center yellow"),
            ("加一个标题 我的夏天", "我的夏天 0-3 center white"),
            ("添加标题：我们的夏天", "我们的夏天 0-3 center white"), ("标题改成我们的夏天吧", "我们的夏天 0-3 center white"),
            ("片尾加上“谢谢观看”", "谢谢观看 17-20 center white"), ("在最后一张照片上写“再见”", "再见 16-20 bottom-center white"),
            ("加个标题「旅行🎉」", "旅行🎉 0-3 center white"), ("标题《夏天》，红色", "夏天 0-3 center red"),
        ]
    )
    func newTexts(_ line: String, _ texts: String) {
        let reply = Scene.say(line)
        #expect(reply.texts == texts)
        #expect(reply.timeline.segments == Scene.video.timeline.segments)
    }

    @Test(
        "Changing the title",
        arguments: [
            ("change the title to 'Bye'", "Bye 0-3 center white"),
            ("move the title to the bottom", "Hi 0-3 bottom-center white"),
            ("make the title yellow", "Hi 0-3 center yellow"), ("title from 2s to 6s", "Hi 2-6 center white"),
            ("show the title for 5 seconds", "Hi 0-5 center white"), ("remove the title", ""), ("no title", ""),
            ("make the title red and move it to the top right", "Hi 0-3 top-right red"),
            ("标题改成“再见”", "再见 0-3 center white"),
            ("标题放到底部", "Hi 0-3 bottom-center white"), ("标题用红色", "Hi 0-3 center red"),
            ("标题从2秒到6秒", "Hi 2-6 center white"),
            ("去掉标题", ""), ("不要标题", ""), ("标题持续5秒", "Hi 0-5 center white"),
        ]
    )
    func changes(_ line: String, _ texts: String) {
        #expect(Scene.say("title 'Hi'", line).texts == texts)
    }

    @Test("Bigger and smaller", arguments: [("make the title bigger", true), ("标题小一点", false)])
    func size(_ line: String, _ isBigger: Bool) {
        let size = Scene.say("title 'Hi'", line).timeline.texts[0].style.size
        #expect(isBigger ? size > 0.1 : size < 0.1)
    }

    @Test("A caption goes with its photo, an end title stays at the end")
    func anchors() {
        let history = Scene.say("write 'Us' on photo 4", "add the end title 'Bye'").history
        let moved = Scene.say("move photo 4 to the front", to: history)
        #expect(moved.texts == "Us 0-4 bottom-center white, Bye 17-20 center white")
        let longer = Scene.say("photo 4 for 6 seconds", to: history)
        #expect(longer.texts == "Us 12-18 bottom-center white, Bye 19-22 center white")
        #expect(Scene.say("remove photo 4", to: history).texts == "Bye 13-16 center white")
    }
}
