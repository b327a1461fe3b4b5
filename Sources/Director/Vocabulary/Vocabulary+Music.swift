import Timeline

extension Entry {
    static let moods: [Entry] = [
        Entry(
            .mood(.lofi),
            "lo fi,lofi,chill,chilled,chillout,relaxed,relaxing,laid back,easygoing,easy going,mellow,chill hop,chillhop,hip hop,jazzy,cozy,cosy",
            "lo-fi 轻松 放松 舒缓 悠闲 慵懒 休闲 惬意 轻松的 舒服"
        ),
        Entry(
            .mood(.upbeat),
            "upbeat,happy,energetic,cheerful,lively,joyful,dance music,party,pop,fast,dynamic,bright,fun music,uplifting,exciting,electronic,edm,summer vibe,bouncy,positive,playful,festive",
            "欢快 动感 快乐 活泼 欢乐 愉快 轻快 开心 热闹 激情 有活力 活力 节奏感 欢腾 喜庆 热情 电子 流行 快节奏的 明快 动感的 热烈 阳光 俏皮"
        ),
        Entry(
            .mood(.cinematic),
            "cinematic,epic,dramatic,orchestral,grand,movie like,film like,emotional,inspiring,inspirational,heroic,majestic,powerful,orchestra,movie style",
            "史诗 电影感 大气 震撼 恢弘 磅礴 电影 管弦乐 激昂 壮丽 戏剧性 史诗级 电影般 励志 气势 交响"
        ),
        Entry(
            .mood(.ambient),
            "ambient,calm,atmospheric,dreamy,peaceful,meditative,serene,ethereal,soothing,tranquil,meditation,spa,quiet mood,spacey",
            "氛围 平静 安静 宁静 空灵 梦幻 冥想 静谧 治愈 环境音乐 氛围感 安宁 柔和 唯美"
        ),
        Entry(
            .mood(.acoustic),
            "acoustic,guitar,folk,folky,country,campfire,ukulele,acoustic guitar,indie,warm",
            "吉他 民谣 木吉他 原声 乡村 温暖 温馨 清新 文艺 尤克里里"
        ),
        Entry(
            .mood(.piano),
            "piano,classical,romantic,sentimental,tender,nostalgic,solo piano,piano music,melancholic,sad,touching,wedding",
            "钢琴 钢琴曲 古典 浪漫 抒情 感人 怀旧 伤感 深情 悲伤 忧伤 婚礼 优雅"
        ),
    ]
}
