extension Entry {
    /// What people ask of video tools and this one has not: better named than half done.
    static let lacking: [Entry] = [
        Entry(
            .lacking(.voice),
            "voiceover,voice over,narration,narrator,text to speech,read it aloud,read aloud",
            "配音 旁白 解说 朗读 变声 语音"
        ),
        Entry(
            .lacking(.hearing),
            "lyrics,auto captions,automatic captions,automatic subtitles,auto subtitles,transcribe,transcript",
            "歌词 自动字幕 语音识别 识别字幕"
        ),
        Entry(.lacking(.sticker), "sticker,emoji,emojis", "贴纸 表情 表情包"),
        Entry(.lacking(.overlay), "watermark,logo,picture in picture,overlay effect", "水印 画中画 台标"),
        Entry(
            .lacking(.turning),
            "rotate,rotation,flip,mirror,sideways,upside down,straighten",
            "旋转 镜像 翻转 转过来 转方向 转一下方向 转个方向 歪了 躺着"
        ),
        Entry(
            .lacking(.retouching),
            "sharpen,deblur,green screen,retouch,red eye,red eyes,photoshop",
            "锐化 美颜 磨皮 抠图 绿幕 修图 瘦脸"
        ),
        Entry(
            .lacking(.effect),
            "glitch,particles,snow effect,confetti,countdown,lens flare,light leak,light leaks",
            "特效 粒子 故障风 倒计时 漏光"
        ),
        Entry(.lacking(.textShadow), "shadow,drop shadow,emboss", "阴影 浮雕"),
        Entry(.lacking(.resolution), "4k,8k,2k,uhd,ultra hd"),
        Entry(.lacking(.frameRate), "fps,60fps,frame rate,framerate,frames per second", "帧率 帧"),
        Entry(
            .lacking(.format),
            "make it a gif,as a gif,into a gif,as gif,gif format,webm,mov,avi,animated gif,dvd,powerpoint",
            "动图格式 光盘"
        ),
        Entry(.lacking(.clipSpeed), "slow motion,slow mo,timelapse,time lapse", "慢动作 慢镜头 延时 倍速"),
        Entry(.lacking(.musicShape), "fade out music,fade in music", "渐强 渐弱 渐大 渐小"),
        Entry(
            .lacking(.dates),
            """
            date,dates,the date,the dates,date taken,timestamp,timestamps,time stamp,time stamps,day they were taken,\
            when they were taken,when it was taken,where they were taken,gps
            """,
            "日期 拍摄日期 拍摄时间 拍摄地点 时间戳"
        ),
    ]

    /// What only somebody who looks can tell.
    static let judgements: [Entry] = [
        Entry(
            .judged,
            """
            blurry,blurriest,fuzzy,unsharp,ugly,ugliest,best,worst,nicest,prettiest,boring,bad,similar,\
            duplicates,identical,favorite,favourite,darkest,brightest,overexposed,underexposed,funniest,wrong
            """,
            "模糊 糊了 糊掉 最好看 最好 最差 最丑 丑 难看 不好看 不清楚 不清晰 重复照片 过曝 另一 另外一 另外那 其他那"
        ),
        Entry(
            .disliked,
            """
            don't like,do not like,dislike,hate,not good,not nice,that's wrong,that's not it,not what i wanted,\
            not what i meant,not like that,looks bad,nope,nah
            """,
            "不喜欢 讨厌 不好 不行 不对 错了 不是这样 不是这个 不满意"
        ),
    ]
}
