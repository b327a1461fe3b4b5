import Director
import Testing
import Timeline

@Suite("Which photos, in which order, how long")
struct PhotoTests {
    @Test(
        "Order",
        arguments: [
            ("move photo 3 to the front", "3 1 2 4 5"), ("move photo 3 after photo 5", "1 2 4 5 3"),
            ("move photo 3 to the end", "1 2 4 5 3"), ("put photo 5 before photo 2", "1 5 2 3 4"),
            ("move 5 to 2", "1 5 2 3 4"), ("move photo 1 to position 4", "2 3 4 1 5"),
            ("move the last photo to the beginning", "5 1 2 3 4"), ("place the stream between 1 and 2", "1 3 2 4 5"),
            ("put the sunset first", "5 1 2 3 4"), ("put the sunset first and the stream last", "5 1 2 4 3"),
            ("start with the sunset", "5 1 2 3 4"), ("end with photo 1", "2 3 4 5 1"),
            ("swap 1 and 2", "2 1 3 4 5"), ("swap the sunset and the stream", "1 2 5 4 3"),
            ("swap the first and the last", "5 2 3 4 1"), ("swap photo 1 with photo 4", "4 2 3 1 5"),
            ("reverse the order", "5 4 3 2 1"), ("move photos 1 and 2 to the end", "3 4 5 1 2"),
            ("move #4 to the front please", "4 1 2 3 5"), ("put 04-friends.jpg first", "4 1 2 3 5"),
            ("把第三张移到最前面", "3 1 2 4 5"), ("把日落放第一", "5 1 2 3 4"), ("把日落放到最后", "1 2 3 4 5"),
            ("把第五张放到第二张后面", "1 2 5 3 4"), ("最后一张移到开头", "5 1 2 3 4"),
            ("把第一张和第二张对调", "2 1 3 4 5"), ("第一张和最后一张交换位置", "5 2 3 4 1"), ("倒序", "5 4 3 2 1"),
            ("把第4張移到第2張前面", "1 4 2 3 5"), ("把朋友那张放到最前面", "4 1 2 3 5"),
        ]
    )
    func order(_ line: String, _ order: String) {
        #expect(Scene.say(line).order == order)
    }

    @Test("Shuffling changes the order, always alike, and keeps every photo")
    func shuffle() {
        let first = Scene.say("shuffle")
        let again = Scene.say("随机排列")
        #expect(first.order == again.order)
        #expect(first.order != "1 2 3 4 5")
        #expect(first.order.split(separator: " ").sorted() == ["1", "2", "3", "4", "5"])
        #expect(Scene.say("shuffle", "shuffle").order != first.order)
    }

    @Test(
        "Removing and keeping",
        arguments: [
            ("remove the second photo", "1 3 4 5"), ("delete 4-friends", "1 2 3 5"), ("drop the last two", "1 2 3"),
            ("remove 1 and 3", "2 4 5"), ("delete photos 2-4", "1 5"), ("take out the sunset", "1 2 3 4"),
            ("remove photos 1, 3 and 5", "2 4"), ("remove photo 2 and the sunset", "1 3 4"),
            ("keep only photos 1-3", "1 2 3"), ("only use the first two photos", "1 2"),
            ("remove all photos except the first", "1"), ("get rid of the vertical one", "1 2 4 5"),
            ("please remove the first photo", "2 3 4 5"), ("remove #5", "1 2 3 4"),
            ("delete picos de europa", "1 3 4 5"),
            ("删掉第二张", "1 3 4 5"), ("删除最后两张", "1 2 3"), ("去掉朋友那张", "1 2 3 5"), ("第二张不要了", "1 3 4 5"),
            ("不要第三张", "1 2 4 5"), ("删掉第2张和第4张", "1 3 5"), ("只保留前三张", "1 2 3"), ("把日落刪掉", "1 2 3 4"),
            ("删掉竖的那张", "1 2 4 5"), ("删掉第二到第四张", "1 5"),
        ]
    )
    func removing(_ line: String, _ order: String) {
        let reply = Scene.say(line)
        #expect(reply.order == order)
        #expect(Scene.say("undo", to: reply.history).timeline == Scene.video.timeline)
    }

    @Test(
        "Adding",
        arguments: [
            ("add the new photos", "1 2 3 4 5 6"), ("add the beach after photo 2", "1 2 6 3 4 5"),
            ("put 06-beach.jpg before photo 1", "6 1 2 3 4 5"), ("add the new photo at the beginning", "6 1 2 3 4 5"),
            ("添加新照片", "1 2 3 4 5 6"), ("把海滩加到第二张后面", "1 2 6 3 4 5"),
        ]
    )
    func adding(_ line: String, _ order: String) {
        #expect(Scene.say(line, media: Scene.photos + [Scene.beach]).order == order)
    }

    @Test(
        "Lengths",
        arguments: [
            ("make the sunset longer", "4 4 4 4 6"), ("make photo 1 shorter", "2.7 4 4 4 4"),
            ("photo 2 for 6 seconds", "4 6 4 4 4"), ("make photo 2 6 seconds long", "4 6 4 4 4"),
            ("change photo 3 to 5 seconds", "4 4 5 4 4"), ("photo 3: 5s", "4 4 5 4 4"),
            ("show the sunset for 7.5 seconds", "4 4 4 4 7.5"),
            ("make the first photo two seconds longer", "6 4 4 4 4"),
            ("extend the last photo by a second", "4 4 4 4 5"), ("make photos 1 and 2 longer", "6 6 4 4 4"),
            ("make photo 2 longer and photo 3 shorter", "4 6 2.7 4 4"), ("the vertical one longer", "4 4 6 4 4"),
            ("make the sunset twice as long", "4 4 4 4 8"), ("the last photo should be 8 seconds", "4 4 4 4 8"),
            ("each photo 3 s", "3 3 3 3 3"), ("3 seconds each", "3 3 3 3 3"), ("all photos 3 seconds", "3 3 3 3 3"),
            ("every photo should last 2.5 seconds", "2.5 2.5 2.5 2.5 2.5"), ("make the video 30 seconds", "6 6 6 6 6"),
            ("30s", "6 6 6 6 6"), ("total length 40 seconds", "8 8 8 8 8"),
            ("set the length to 1:05", "13 13 13 13 13"),
            ("make it one and a half minutes", "18 18 18 18 18"), ("make it 10 seconds longer", "6 6 6 6 6"),
            ("longer please", "5 5 5 5 5"), ("twice as long", "8 8 8 8 8"), ("speed it up", "3.2 3.2 3.2 3.2 3.2"),
            ("slow it down", "5 5 5 5 5"), ("make it half as long", "2 2 2 2 2"),
            ("把日落那张延长两秒", "4 4 4 4 6"), ("第三张改成5秒", "4 4 5 4 4"), ("第二张显示6秒", "4 6 4 4 4"),
            ("第三张短一点", "4 4 2.7 4 4"), ("第三张缩短1秒", "4 4 3 4 4"), ("第二张延长到8秒", "4 8 4 4 4"),
            ("日落长一点，朋友短一点", "4 4 4 2.7 6"), ("把第一张改为2.5秒，第二张改为3秒", "2.5 3 4 4 4"),
            ("每张3秒", "3 3 3 3 3"), ("每张照片五秒", "5 5 5 5 5"), ("每张改成两秒半", "2.5 2.5 2.5 2.5 2.5"),
            ("总时长30秒", "6 6 6 6 6"), ("视频改成一分钟", "12 12 12 12 12"), ("半分钟", "6 6 6 6 6"),
            ("整个视频长一点", "5 5 5 5 5"), ("每张1500毫秒", "1.5 1.5 1.5 1.5 1.5"),
        ]
    )
    func lengths(_ line: String, _ lengths: String) {
        #expect(Scene.say(line).lengths == lengths)
    }

    @Test("A length the person gave outlives a new total")
    func pinned() {
        let reply = Scene.say("photo 2 for 6 seconds", "make the video 30 seconds")
        #expect(reply.lengths == "6 6 6 6 6")
        #expect(Scene.say("photo 2 for 10 seconds", "make the video 30 seconds").lengths == "5 10 5 5 5")
    }

    @Test("Transitions give way when a photo becomes short, and motions when neighbours change")
    func upkeep() {
        let short = Scene.say("photo 2 for 1 second")
        #expect(short.transitions == "crossfade 0.4, crossfade 0.4, crossfade 1, crossfade 1")
        for line in ["remove photo 2", "reverse the order", "move photo 1 to the end", "swap 2 and 3"] {
            let moves = Scene.say(line).timeline.segments.map(\.motion.move)
            #expect(zip(moves, moves.dropFirst()).allSatisfy { $0 != $1 }, "\(line)")
        }
    }
}
