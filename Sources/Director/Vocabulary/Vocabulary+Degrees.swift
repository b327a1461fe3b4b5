extension Entry {
    static let degrees: [Entry] = [
        Entry(
            .degree(.longer),
            "longer,too short,more time,more screen time",
            "长一点 长点 更长 久一点 长一些 长些 久点 更久 太短 太短了 久一些 长一点儿 再长一点 再久一点 多停留 多停 多停一会儿 多停一会 多停留一会儿 多放一会儿 停久一点 停留久一点 慢一点放"
        ),
        Entry(
            .degree(.shorter),
            "shorter,short,too long,briefer,less time",
            "短一点 短点 更短 短一些 短些 太长 太长了 少停留 短一点儿 再短一点 太久 太久了"
        ),
        Entry(
            .degree(.bigger),
            "bigger,larger,big,large,enlarge,too small,too tiny",
            "太小 太小了 大一点 大点 更大 大一些 大些 大号 大字 放大一点 再大一点 大"
        ),
        Entry(
            .degree(.smaller),
            "smaller,small,little smaller,shrink,too big,too large,too huge",
            "太大 太大了 小一点 小点 更小 小一些 小些 小号 小字 再小一点 小"
        ),
        Entry(
            .degree(.stronger),
            "stronger,strongly,more strongly,more dramatic,intense,more intense",
            "明显一点 强一点 幅度大一点 更强 更明显 强烈 幅度大 强烈一点 幅度大点"
        ),
        Entry(
            .degree(.gentler),
            "gentler,smoother,gently,slowly,subtle,subtly,slow,gentle,more slowly,more subtle,softly,slightly less",
            "缓慢 慢慢 缓缓 轻轻 柔和一点 幅度小一点 轻微 弱一点 幅度小 慢慢地 缓慢地 轻柔 幅度小点"
        ),
        Entry(.degree(.more), "more,too weak", "更多 多一点 多点"),
        Entry(.degree(.less), "less,fewer,too much,too strong", "更少 少一点 少点"),
        Entry(
            .degree(.slightly),
            "a bit,a little,slightly,a little bit,little bit,bit,a tad,a touch,somewhat,little",
            "稍微 略微 一点 一点点 一点儿 稍稍"
        ),
        Entry(.degree(.much), "much,a lot,way more,far,lots,significantly,considerably", "很多 许多 大幅 得多 多很多"),
        Entry(.degree(.long), "long,in length", "长 久"),
    ]

    static let talk: [Entry] = [
        Entry(
            .talk(.hello),
            "hello,hi,hi there,hello there,good morning,good evening,good afternoon,greetings,hey there,howdy,yo",
            "你好 您好 嗨 哈喽 早上好 晚上好 下午好 在吗 大家好 哈罗"
        ),
        Entry(
            .talk(.help),
            """
            help,what can you do,how does this work,what can i say,what can i do,commands,what do you do,\
            how do i use this,what are my options,instructions,who are you,what are you,what is this,\
            how do i start,help me out
            """,
            "帮助 你能做什么 怎么用 你会什么 能做什么 有什么功能 使用说明 你会做什么 功能 可以做什么 你是谁 我能做什么 怎么使用 如何使用"
        ),
        Entry(
            .talk(.thanks),
            "thanks,thank you,thx,ty,thanks a lot,thank you very much,many thanks,cheers",
            "谢谢 多谢 感谢 谢谢啦 谢啦 谢了 非常感谢 谢谢你"
        ),
        Entry(
            .talk(.fine),
            """
            ok,cool thanks,looks good,looks great,perfect,i like it,i love it,love it,well done,good job,\
            nice work,that's perfect,great job,wonderful,excellent,bravo
            """,
            "很好 不错 太好了 完美 喜欢 我喜欢 真棒 太棒了 可以了 满意 棒 挺好 很满意 真好看"
        ),
        Entry(
            .talk(.export),
            """
            export,download,render,save it,save the video,export it,send me the video,export the video,\
            download it,download the video,render it,render the video,save as,final video please
            """,
            "导出 下载 渲染 输出 保存 保存视频 导出视频 发给我"
        ),
        Entry(.talk(.credits), "credits,balance,my credits,how many credits,credit", "积分 余额 点数"),
        Entry(
            .talk(.status),
            """
            status,show tracks,show the status,tracks,state,show the timeline,show timeline,\
            show me the timeline,list the tracks
            """,
            "状态 显示轨道 查看轨道 查看时间线 看看时间线 显示时间线"
        ),
        Entry(
            .talk(.upload),
            """
            upload photos,upload more,upload some photos,i want to upload,upload a file,how do i upload,\
            upload files,add more photos from my computer
            """,
            "上传 上传照片 上传文件 怎么上传 上传更多 传照片"
        ),
        Entry(
            .ask(.howLong),
            """
            how long,what length,what's the length,what is the length,what's the duration,how many seconds,\
            how many minutes,how much time
            """,
            "多长 多久 几秒 多少秒 几分钟 时长多少 总时长多少 有多长 多长时间 多少时间"
        ),
        Entry(.ask(.howMany), "how many,what number of", "几张 多少张 多少 几个 有几张 有多少张 多少个 几首"),
        Entry(.ask(.which), "which", "哪 哪些 哪个 哪张 哪几张 哪首 哪种 有哪些"),
        Entry(
            .ask(.what),
            """
            what's,what,what is,what are,whats,what does,what do,tell me,list,describe,what's on,what is on,what's in,\
            what do i have,show me,summarize,summarise,summary
            """,
            "什么 有什么 是什么 怎样 介绍 列出 说说 告诉我 列一下 看看 看一下 内容"
        ),
        Entry(
            .ask(.other),
            "how,why,who,when,where,should i,is it,are there,does it,do you,are you,what if,what happens,is there",
            "为什么 怎么 谁 如何 什么时候 哪里 哪儿 怎么样 怎么办 为啥 吗 如果 要是"
        ),
    ]
}
