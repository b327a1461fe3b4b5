import Timeline

extension Entry {
    /// Words for kinds of music, and words that are such only of music or of a whole video.
    static let moods: [Entry] = [
        Entry(
            .mood(.lofi),
            "lo fi,lofi,chill,chillout,laid back,chill hop,chillhop,hip hop,jazzy,jazz,relaxing,easy listening",
            "轻松 放松 舒缓 轻松的 爵士 嘻哈"
        ),
        Entry(.feeling(.lofi), "chilled,relaxed,easygoing,easy going,mellow,cozy,cosy", "悠闲 慵懒 休闲 惬意 舒服"),
        Entry(
            .mood(.upbeat),
            "upbeat,energetic,dance music,pop music,party music,edm,happy music,electronic,fast music",
            "欢快 动感 轻快 节奏感 动感的 流行音乐 电子音乐 快节奏音乐 快节奏的音乐 欢快的 轻快的"
        ),
        Entry(
            .feeling(.upbeat),
            """
            happy,cheerful,lively,joyful,party,pop,fast,dynamic,bright,fun,uplifting,exciting,summer vibe,\
            bouncy,positive,playful,festive
            """,
            "快乐 活泼 欢乐 愉快 开心 热闹 激情 有活力 活力 欢腾 喜庆 热情 电子 流行 快节奏的 明快 热烈 阳光 俏皮"
        ),
        Entry(
            .mood(.cinematic),
            "epic,orchestral,orchestra,cinematic music,film music,movie music",
            "史诗 史诗级 管弦乐 交响 电影配乐 史诗感"
        ),
        Entry(
            .feeling(.cinematic),
            """
            cinematic,dramatic,grand,movie like,film like,emotional,inspiring,inspirational,heroic,majestic,\
            powerful,movie style
            """,
            "电影感 大气 震撼 恢弘 磅礴 激昂 壮丽 戏剧性 电影般 励志 气势 电影感的"
        ),
        Entry(.mood(.ambient), "ambient,meditation music,spa music,calm music", "轻音乐 氛围 氛围音乐 环境音乐 冥想音乐"),
        Entry(
            .feeling(.ambient),
            """
            calm,quiet,soft,calming,atmospheric,dreamy,peaceful,meditative,serene,ethereal,soothing,tranquil,meditation,\
            spa,spacey
            """,
            "平静 安静 宁静 空灵 梦幻 冥想 静谧 治愈 氛围感 安宁 柔和 唯美"
        ),
        Entry(
            .mood(.acoustic),
            "acoustic,guitar,folk,folky,ukulele,acoustic guitar,country music,indie",
            "吉他 民谣 木吉他 原声 尤克里里 吉他曲"
        ),
        Entry(.feeling(.acoustic), "country,campfire,warm,warm hearted", "乡村 温暖 温馨 清新 文艺"),
        Entry(.mood(.piano), "piano,classical,solo piano,piano music,classical music", "钢琴 钢琴曲 古典 古典音乐"),
        Entry(
            .feeling(.piano),
            "romantic,sentimental,tender,nostalgic,melancholic,sad,touching,wedding",
            "浪漫 抒情 感人 怀旧 伤感 深情 悲伤 忧伤 婚礼 优雅"
        ),
    ]
}
