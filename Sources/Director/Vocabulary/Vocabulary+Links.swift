extension Entry {
    /// What holds a sentence together.
    static let links: [Entry] = [
        Entry(.and, "and,plus,as well as,along with,also,but,while", "和 与 及 以及 跟 还有 同 以"),
        Entry(
            .comma,
            "then,and then,after that,next up,afterwards,finally",
            "然后 并且 并 再 接着 同时 而且 另外 还要 还有就是 之后 顺便 最后再 但 但是 此外 以及把 其中"
        ),
        Entry(.or, "or,nor", "或 或者"),
        Entry(.with, "with,featuring,accompanied by,containing,using", ""),
        Entry(.link(.to), "to,back to,as,be,become,is,are,=", "到 至 成 为 是 去 作为 当作"),
        Entry(.link(.at), "at,around", ""),
        Entry(.link(.on), "on,onto,over,upon", "在"),
        Entry(.link(.in), "in,inside", "里 中 里面 中间那里"),
        Entry(.link(.of), "of", ""),
        Entry(.link(.from), "from,starting at,starting from,starting", "从 自"),
        Entry(.link(.until), "until,till,through,up to", "直到 为止"),
        Entry(.link(.for), "for", "适合 用于 给"),
        Entry(.link(.into), "into", "进"),
        Entry(.link(.before), "before,in front of,ahead of,prior to", "之前 前面 前边 以前 前"),
        Entry(.link(.after), "after,behind,following,right after", "之后 后面 后边 以后 后"),
        Entry(.link(.between), "between,in between", "之间 中间"),
        Entry(.link(.by), "by", ""),
        Entry(.link(.than), "than", "比"),
        Entry(
            .all,
            "all,all of,all the,all of the,everywhere,all my,all of my,all these,all of these",
            "所有 全部 都 全 所有的 全部的 全都"
        ),
        Entry(.each, "each,every,per,apiece,each one,every one", "每 每个 每一 每一个 各 每一张 每张 每幅 每段"),
        Entry(.only, "only,just,nothing but", "只 仅 只要 只用 仅用"),
        Entry(
            .except,
            """
            except,except for,but not,other than,apart from,everything but,all but,everything except,\
            everything except for,all except
            """,
            "除了 除 除去"
        ),
        Entry(
            .atMost,
            "but not more than,but no more than,but not longer than,but no longer than,at most,no more than,not more than,no longer than,not longer than,less than,shorter than,max,maximum,within",
            "最多 不超过 不要超过 别超过 以内 不到 少于 至多"
        ),
        Entry(
            .atLeast,
            "at least,no less than,not less than,no shorter than,not shorter than,more than,longer than,minimum",
            "至少 最少 不少于 不低于 多于"
        ),
        Entry(.again, "again,once more,one more time,twice over", "再次"),
        Entry(.total, "total,in total,overall,altogether,total of,whole,entire,in all", "总共 一共 总 共 整体 整个 合计 总计 全长"),
        Entry(
            .not,
            """
            no,not,without,don't,dont,do not,none,without any,never,no more,instead of,nothing,doesn't,isn't,\
            shouldn't,can't,won't,free of,don't add,do not add,don't use,do not use,don't want,do not want,\
            don't need,i don't want,don't put,don't include,do not include,no need for
            """,
            "不 不要 别 无 没有 没 不用 不需要 勿 请勿 不加 别加 不要加 不带 不配 不想要 不必 不再"
        ),
        Entry(
            .another,
            "another,different,other,a different,some other,change the tune,something else,new tune,new music",
            "另一首 换一首 换首 别的 其他 其他的 另外一首 换个 另一个 再来一首 换一个 换一曲 换首别的"
        ),
        Entry(
            .own,
            """
            my own,my song,my music,my own song,my own music,my track,own song,own music,uploaded song,\
            the song i uploaded,the uploaded song,song i uploaded,my mp3,my audio,the music i uploaded,\
            my uploaded song,my uploaded music
            """,
            "我的歌 我自己的歌 我的音乐 我上传的歌 自己的歌 我上传的音乐 我的歌曲 上传的歌 上传的音乐 自己的音乐 我自己的音乐 我这首歌 我的曲子"
        ),
        Entry(
            .new,
            """
            new,newly added,newly uploaded,just uploaded,remaining,rest of the,i just uploaded,i just added,\
            latest,missing
            """,
            "新 新的 新加的 新上传的 刚上传的 刚加的 刚刚上传的 剩下的 新传的 刚传的"
        ),
        Entry(.one, "ones", ""),
        Entry(
            .same,
            "that one,this one,that photo,this photo,that picture,this picture,those,these ones,them,those photos",
            "这张 那张 它 这一张 那一张 它们 这几张 那几张 这张照片 那张照片"
        ),
        Entry(.still, "still"),
        Entry(.it, "it,itself", ""),
        Entry(
            .the,
            "the,teh,hte,this,that,my,our,your,these,its,current,existing,their",
            "这 这个 那个 那 这些 该 当前 现在的 我的 我们的 这几"
        ),
        Entry(.a, "a,an", "一个 一段 一部 一支 一首 一条 一份 个 一种"),
        Entry(
            .says,
            """
            saying,that says,which says,says,say,reading,that reads,titled,called,named,entitled,title:,\
            with the words,with the text
            """,
            "一句 一句话 一行字 几个字 写着 叫 叫做 名为 内容是 内容为 文字是 写的是 名叫 题为 叫作"
        ),
        Entry(
            .always,
            """
            the whole time,all the time,always,last the whole video,last the entire video,stay the whole video,\
            stay for the whole video,over the whole video,\
            throughout,for the whole video,the entire time,\
            for the entire video,throughout the video,during the whole video,all through the video
            """,
            "全程 一直 始终 从头到尾 整个视频期间"
        ),
        Entry(.half, "half,and a half,a half,half of", "半 一半 半个"),
    ]
}
