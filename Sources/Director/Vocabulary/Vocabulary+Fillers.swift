extension Entry {
    /// Politeness and words that change nothing.
    static let fillers: [Entry] = [
        Entry(
            .filler,
            """
            please,pls,plz,u,can u,can you,could you,would you,will you,can we,could we,i'd like,i would like,i want,i need,i wish,\
            you,i,we,me,us,to me,for me,want,would like to,i'd love,like,love,some,really,very,quite,\
            now,too,kindly,let's,lets,hey,okay,so,nice,good,great,beautiful,lovely,simple,quick,shareable,\
            just,maybe,perhaps,possibly,\
            kind of,sort of,actually,instead,here,there,her,his,need,should,must,have,has,having,had,get,go,let,\
            can,could,would,will,might,ready,smooth,pretty,cool,awesome,amazing,stunning,gorgeous,cute,\
            elegant,proper,\
            right away,asap,thank you so much,want to,would like,i'd like to,help me,im,i'm,it's,that's,sure,\
            well,oh,um,\
            give me,give us,give,feel free to,go ahead and,simply,all together,together,one by one,seconds long each,\
            each time,exactly,about,approximately,roughly,total time,while at it,please also,same time,\
            at the same time,\
            overall feel,using the,please make sure,make sure,be sure to,\
            remember to,seamless,friendly,nicely,properly,\
            myself,uploaded,i uploaded,that i uploaded,attached,provided,above,i sent,i gave you,frame,do the,\
            sound like,this time,at all,anymore,any more,any,something,\
            how about,what about,effect,effects,style,styled,type,\
            kind,look,vibe,feel,feeling,mood,for the,genre,post,share,sharing,posting,publish,
            """,
            """
            请 帮我 帮 帮忙 给我 我想 我要 想要 我 你 您 能 能不能 可以 可不可以 一下 吧 呢 啊 呀 哦 嘛 了 的 地 得 把 将 让 就 也 要 想 需要 \
            请问 麻烦 麻烦你 劳驾 好 好的 一些 些 点 一起 稍 有点 上 上去 下 一下子 帮我把 给 我们 现在 然 那么 可 能否 是否 好看 好看的 漂亮 漂亮的 精美 精美的 好听 好听的 风格 效果 \
            感觉 样子 类型 版 起来 出来 使 令 对 被 这样 那样 直接 简单 简单的 谢谢你 一下吧 即可 就行 就好 就可以 好了 会 应该 应 不错 适当 使其 使它 视频的 所 来自 味道 的话 哈 嗯 喂 还 \
            还是 更 些许 着 起 呗 咯 首 支 上的 下的 式 系 里的 刚才 刚刚 刚好 正好 恰好 看不清 看不清楚 来不及看 中的 我上传的 上传的 这里的 自动 格外 发 发到 发布 发布到 分享 分享到 上传到 感 才 式的 处 并把 时 时候 内 内的 整 个人 给它
            """
        ),
        Entry(.filler, "long enough for,mp4 format,full hd,hd,1080,high quality,high definition,h264", "高清 全高清 超清 高质量"),
        Entry(.filler, "way,thing,stuff,place it,version,option,setting", "方式 方面 设定 版本"),
    ]
}
