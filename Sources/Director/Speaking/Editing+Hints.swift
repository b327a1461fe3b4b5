extension Editing {
    func refusal(_ hint: Hint) -> Refusal {
        switch hint {
        case .voice:
            refuse(
                "I cannot speak or record a voice. Drop a recording (mp3, wav, m4a or aac) into this window and say "
                    + "\"use my song\".",
                "我不会朗读或配音。把录好的声音（mp3、wav、m4a 或 aac）拖进这个窗口，再说“用我的歌”。"
            )
        case .hearing:
            refuse(
                "I cannot hear what is said or sung. Captions say what you tell me: caption photo 1 'Hello'",
                "我听不懂语音和歌词。字幕由你来说：在第1张上写“你好”"
            )
        case .sticker:
            refuse(
                "There are no stickers. An emoji in a text is shown in color: caption photo 1 '🎉'",
                "没有贴纸。文字里的表情会显示成彩色：在第1张上写“🎉”"
            )
        case .overlay:
            refuse(
                "No picture can be put over the photos. A small text can: title 'Our trip' at the bottom right the whole "
                    + "time",
                "照片上不能叠加图片，但可以写小字：标题“我们的旅行”放右下角，全程显示"
            )
        case .turning:
            refuse(
                "I cannot turn or mirror photos. Turn it in a picture viewer and drop it here again.",
                "我不能旋转或翻转照片。请在看图软件里转好，再拖进来。"
            )
        case .retouching:
            refuse(
                "I cannot retouch photos. I can change brightness, contrast, saturation and warmth: "
                    + "\"make photo 1 brighter\"",
                "我不能修图。可以调亮度、对比度、饱和度和色温：“第1张亮一点”"
            )
        case .effect:
            refuse(
                "There is no such effect. There are looks (\"vintage\"), moves (\"zoom in\") and transitions "
                    + "(\"random transitions\").",
                "没有这种特效。有滤镜（“复古”）、运镜（“放大”）和转场（“随机转场”）。"
            )
        case .textShadow:
            refuse(
                "Texts have no shadow. An outline or a box helps as well: \"outline the title in black\"",
                "文字没有阴影。可以加描边或底框：“标题加黑色描边”"
            )
        case .resolution:
            refuse(
                "Videos have 1080 lines at most. Say \"export in best quality\" for the best there is.",
                "视频最高 1080p。说“导出最佳质量”可得到最好的画质。"
            )
        case .frameRate: refuse("Videos have 30 frames a second.", "视频固定为每秒 30 帧。")
        case .format:
            refuse(
                "The video is always an mp4 file, which plays everywhere. Say \"export\" by itself to save it.",
                "视频总是 mp4 文件，哪里都能播放。单独说“导出”即可保存。"
            )
        case .clipSpeed:
            refuse(
                "Clips play at their own speed. I can show less of one: \"use seconds 3 to 8 of clip 2\"",
                "视频片段只能按原速播放。可以只用其中一段：“第2段从第3秒到第8秒”"
            )
        case .musicShape:
            refuse(
                "The music keeps one volume, and fades out by itself at the end. Say \"music at 50%\" to change all of it.",
                "配乐全程同一音量，结尾会自动淡出。可以说“音量50%”来整体调整。"
            )
        case .endFade:
            refuse(
                "The picture cannot fade at the beginning or the end of the video, only between photos: "
                    + "\"fade through black\". The music fades out by itself.",
                "画面不能在视频的开头或结尾淡入淡出，只能在照片之间：“黑场转场”。配乐结尾会自动淡出。"
            )
        case .dates:
            refuse(
                "I do not know when or where photos were taken. Tell me the words (caption photo 1 'May 2024'), or say "
                    + "\"captions with the file names\".",
                "我不知道照片的拍摄时间和地点。请告诉我写什么（在第1张上写“2024年5月”），或说“加上文件名字幕”。"
            )
        default: question(hint)
        }
    }

    private func question(_ hint: Hint) -> Refusal {
        switch hint {
        case .whichLook:
            refuse(
                "Which look? Say for instance black and white, sepia, warm, cool, vintage, vivid or faded; or drop a "
                    + ".cube file.",
                "要哪种滤镜？可以说黑白、棕褐色、暖色、冷色、复古、鲜艳或褪色，也可以拖入 .cube 文件。"
            )
        case .whichFont:
            refuse(
                "Which font? Say for instance \"title in serif\", or name one that is installed.",
                "要哪种字体？可以说“标题用宋体”，或说出已安装字体的名字。"
            )
        case .whichColor: refuse("Which color? Say for instance \"title in yellow\".", "要什么颜色？可以说“标题改成黄色”。")
        case .feeling:
            refuse(
                "A feeling comes with the music and the colors. Try: \"happy music\", \"romantic music\", \"vivid\", "
                    + "\"warmer\".",
                "气氛要靠音乐和色调。可以试试：「欢快的音乐」、「浪漫的音乐」、「鲜艳」、「暖一点」。"
            )
        case .whichPhoto: refuse("Which photo do you mean? \(names)", "你说的是哪一张？\(names)")
        default:
            refuse(
                "Say what to change, or \"undo\" to take the last change back. Try: \(suggestions)",
                "请说要改什么，或说“撤销”取消上一步。可以试试：\(suggestions)"
            )
        }
    }
}
