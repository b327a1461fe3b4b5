import Director
import Testing
import Timeline

@Suite("Making a video")
struct MakingTests {
    @Test(
        "Any usual wording makes a video with what it asks for",
        arguments: [
            (
                "turn these photos into a slideshow video with transitions and background music",
                "20 16:9 lo-fi 35 | crossfade"
            ),
            ("convert five vacation photos in JPG format into a 1080p MP4", "20 16:9 lo-fi 35 | crossfade"),
            (
                "turning photo collections into shareable videos for social media creators",
                "20 16:9 lo-fi 35 | crossfade"
            ),
            ("make a video", "20 16:9 lo-fi 35 | crossfade"),
            ("Make a video.", "20 16:9 lo-fi 35 | crossfade"),
            ("can you turn my pictures into a movie?", "20 16:9 lo-fi 35 | crossfade"),
            ("photos to video", "20 16:9 lo-fi 35 | crossfade"),
            ("slideshow please", "20 16:9 lo-fi 35 | crossfade"),
            ("give me a video", "20 16:9 lo-fi 35 | crossfade"),
            ("make it", "20 16:9 lo-fi 35 | crossfade"),
            (
                "create a 30 second slideshow from my pictures with upbeat music for TikTok, title 'Summer 2024'",
                "30 9:16 upbeat 35 | crossfade"
            ),
            ("make a 30-second video", "30 16:9 lo-fi 35 | crossfade"),
            ("make a 6 second video titled 'Tom'", "6 16:9 lo-fi 35 | crossfade"),
            (
                "make a 12 second video with piano music and the title 'Hi' for 2 seconds",
                "12 16:9 piano 35 | crossfade"
            ),
            ("make a one minute video", "60 16:9 lo-fi 35 | crossfade"),
            ("make a video, half a minute long", "30 16:9 lo-fi 35 | crossfade"),
            ("make a video without music", "20 16:9 none | crossfade"),
            ("make a slideshow with hard cuts, no title", "20 16:9 lo-fi 35 | cut"),
            ("make a video with no transitions and no music", "20 16:9 none | cut"),
            ("I'd like a 45-second Instagram Reel with upbeat music and hard cuts", "45 9:16 upbeat 35 | cut"),
            (
                "make a video for Instagram with cinematic music at 20% and a fade to black",
                "20 4:5 cinematic 20 | fade-through-black"
            ),
            ("make a TikTok", "20 9:16 lo-fi 35 | crossfade"),
            ("create a YouTube short from my photos", "20 9:16 lo-fi 35 | crossfade"),
            ("I want a short film of our trip to the beach, slide transitions", "20 16:9 lo-fi 35 | slide"),
            (
                "please make me a nice video of my vacation with piano music at 50%, in portrait, 5 seconds per photo",
                "25 9:16 piano 50 | crossfade"
            ),
            ("make a happy video", "20 16:9 upbeat 35 | crossfade"),
            ("make a video, square, wipes, ambient", "20 1:1 ambient 35 | wipe"),
            ("30 seconds, vertical, piano music", "30 9:16 piano 35 | crossfade"),
            ("vertical", "20 9:16 lo-fi 35 | crossfade"),
            ("把这些照片做成带转场和背景音乐的幻灯片视频", "20 16:9 lo-fi 35 | crossfade"),
            ("用这五张照片做一个30秒的抖音视频，配轻快的音乐，标题“夏天”", "30 9:16 upbeat 35 | crossfade"),
            ("做个相册视频", "20 16:9 lo-fi 35 | crossfade"),
            ("生成一个回忆视频", "20 16:9 lo-fi 35 | crossfade"),
            ("生成视频", "20 16:9 lo-fi 35 | crossfade"),
            ("你好，帮我做个视频", "20 16:9 lo-fi 35 | crossfade"),
            ("帮我把这些照片变成一个视频吧，配上钢琴曲，音量50%，竖屏", "20 9:16 piano 50 | crossfade"),
            ("做一个快手视频，滑动转场，每张2.5秒", "12.5 9:16 lo-fi 35 | slide"),
            ("制作一个小红书视频", "20 4:5 lo-fi 35 | crossfade"),
            ("做个视频，不要音乐，不要转场", "20 16:9 none | cut"),
            ("帮我剪一个一分半的视频，要史诗感的音乐", "90 16:9 cinematic 35 | crossfade"),
            ("我想做一个浪漫的婚礼相册，配温暖的吉他音乐", "20 16:9 acoustic 35 | crossfade"),
            ("请用所有照片生成1分钟横屏视频，B站用", "60 16:9 lo-fi 35 | crossfade"),
            ("將這些照片做成影片，配輕鬆的音樂", "20 16:9 lo-fi 35 | crossfade"),
            ("把照片合成视频，淡入淡出，三十秒", "30 16:9 lo-fi 35 | crossfade"),
            ("做一个四比五的视频", "20 16:9 lo-fi 35 | crossfade"),
            ("ＭＡＫＥ　Ａ　ＶＩＤＥＯ", "20 16:9 lo-fi 35 | crossfade"),
        ]
    )
    func makes(_ line: String, _ facts: String) {
        let reply = Scene.sayFirst(line)
        #expect(reply.facts == facts)
        #expect(reply.order == "1 2 3 4 5")
        #expect(reply.understood)
    }

    @Test(
        "Titles come along",
        arguments: [
            ("make a video titled Paradise Found", "Paradise Found 0-3 center white"),
            ("make a slideshow called 'Rome', vertical", "Rome 0-3 center white"),
            ("做个视频，标题叫我们的旅行", "我们的旅行 0-3 center white"),
            ("make a video, title 'Hi', end with 'Bye'", "Hi 0-3 center white, Bye 17-20 center white"),
            ("做个视频，标题“夏天”，片尾写“再见”，三十秒", "夏天 0-3 center white, 再见 27-30 center white"),
        ]
    )
    func titles(_ line: String, _ texts: String) {
        #expect(Scene.sayFirst(line).texts == texts)
    }

    @Test(
        "A choice of photos is honoured",
        arguments: [
            ("make a video with the first three photos", "1 2 3"), ("make a video of photos 2-4", "2 3 4"),
            ("make a video without photo 3", "1 2 4 5"), ("make a video, but not photo 3", "1 2 4 5"),
            ("make a video with only the sunset and the friends", "4 5"), ("用前三张照片做视频", "1 2 3"),
            ("make a video with these five photos", "1 2 3 4 5"),
        ]
    )
    func choices(_ line: String, _ order: String) {
        #expect(Scene.sayFirst(line).order == order)
    }

    @Test("Making again starts over with the new photos too, and is undone as one")
    func again() {
        let reply = Scene.say("remove photo 2", "make a video", media: Scene.photos + [Scene.beach])
        #expect(reply.order == "1 2 3 4 5 6")
        let back = Scene.say("undo", to: reply.history)
        #expect(back.order == "1 3 4 5")
    }

    @Test("Short photos get short transitions, and neighbours move differently")
    func fitting() {
        let reply = Scene.sayFirst("make a video, 1 second per photo")
        #expect(reply.transitions == "crossfade 0.4, crossfade 0.4, crossfade 0.4, crossfade 0.4")
        let moves = reply.timeline.segments.map(\.motion.move)
        #expect(zip(moves, moves.dropFirst()).allSatisfy { $0 != $1 && $0 != .none })
    }

    @Test("Without photos it asks for some", arguments: ["make a video", "做个视频", "make it vertical and 30 seconds"])
    func nothingGiven(_ line: String) {
        let reply = Scene.sayFirst(line, media: [])
        #expect(reply.timeline.segments.isEmpty)
        #expect(reply.text.contains("Drop some photos") || reply.text.contains("拖进"))
    }

    @Test("Clips keep their own length up to ten seconds")
    func clips() {
        let clips = [
            MediaItem(
                id: "a",
                name: "07-a.mp4",
                kind: .clip,
                size: PixelSize(width: 16, height: 9),
                duration: .seconds(6.5)
            ),
            MediaItem(
                id: "b",
                name: "08-b.mp4",
                kind: .clip,
                size: PixelSize(width: 16, height: 9),
                duration: .seconds(60)
            ),
        ]
        #expect(Scene.sayFirst("make a video", media: [Scene.beach] + clips).lengths == "4 6.5 10")
    }

    @Test("The reply sums the video up in the message's language")
    func summary() {
        let english = Scene.sayFirst("make a video for TikTok").text
        #expect(english.hasPrefix("Your video is ready: 5 photos, 20 s, 9:16, crossfades, Lo-fi music."))
        #expect(Scene.sayFirst("做个视频").text.hasPrefix("视频做好了：5 张照片，20 秒，16:9"))
    }
}
