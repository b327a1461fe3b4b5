extension Entry {
    static let verbs: [Entry] = [
        Entry(
            .verb(.make),
            "make,create,generate,build,produce,do,compose,prepare,craft,edit together",
            "做 制作 生成 创建 创作 做成 做出 制成 弄 弄成 剪成 合成 搞 拼成 整 整成 串成"
        ),
        Entry(.verb(.turn), "turn,convert,transform,combine,compile,stitch,assemble", "转 转成 变成 变 转换成 转换 转为 转化为 转化成 组成"),
        Entry(
            .verb(.add),
            "add,put in,include,insert,append,bring in,give it,attach",
            "加 加上 添加 加入 插入 增加 放进 补上 追加 配 配上 加个 来 来个 来点 加点 附上 带 带上 带有"
        ),
        Entry(
            .verb(.remove),
            """
            remove,delete,drop,take out,take away,get rid of,cut out,erase,throw out,leave out,take off,\
            turn off,off,lose,kill,skip,discard,disable,switch off,omit,exclude
            """,
            "删 删掉 删除 去掉 去除 移除 拿掉 删去 取消 关掉 关闭 丢掉 扔掉 不要了 撤掉 清除 剔除 去了 排除"
        ),
        Entry(
            .verb(.move),
            "move,put,place,bring,shift,position,send,reposition,drag",
            "移 移动 移到 放 放到 放在 挪 挪到 挪动 排到 换到 排在 摆到 摆在 调到 调整到 移至 放至 置于"
        ),
        Entry(
            .verb(.swap),
            "swap,exchange,switch,swap around,switch around,interchange,trade places",
            "交换 对调 互换 调换 换位置 换位 交换位置 对换 调换位置 交换一下位置 互换位置 换个位置 换下位置"
        ),
        Entry(
            .verb(.copy),
            "copy,duplicate,repeat,show once more,show one more time",
            "复制 重复 再放一次 再放一遍 再出现一次 再显示一次 再来一次 重复一次 再用一次"
        ),
        Entry(.verb(.keep), "keep,retain,leave only", "保留 留下 只留 只留下 只保留 留"),
        Entry(
            .verb(.reverse),
            """
            reverse,backwards,reverse order,reverse the order,other way round,other way around,flip the order,\
            invert the order,in reverse order,in reverse
            """,
            "倒序 倒过来 反过来 反转 颠倒 逆序 反序 倒着放 倒放顺序 倒着 颠倒顺序"
        ),
        Entry(
            .verb(.shuffle),
            "shuffle,randomise,randomize,mix up,random order,in random order,in a random order,jumble,scramble",
            "打乱 随机 随机排列 乱序 随机顺序 打散 洗牌 随机排序"
        ),
        Entry(
            .verb(.sort),
            """
            sort by name,sort by file name,sort by filename,alphabetical order,sort alphabetically,\
            order by name,alphabetically,in alphabetical order
            """,
            "按名字排 按文件名排 按名称排序 按文件名排序 按名字排序 按名称排列"
        ),
        Entry(
            .verb(.set),
            "set,change,adjust,switch to,modify,rename,alter,update,replace,turn it to",
            "改 改成 改为 设 设为 设成 设置 设置为 换成 换为 调成 调为 修改 更改 变为 换 调整 调整为 调 修改为 更改为 改到 更换 替换成 改用"
        ),
        Entry(.verb(.write), "write,caption,label,type,overlay", "写 写上 打上 写个"),
        Entry(
            .verb(.show),
            "show,display,play,hold,appear,show up,stay,stays,linger,lingers,remain,remains",
            "显示 展示 播放 出现 停留 持续 放映"
        ),
        Entry(
            .verb(.use),
            "use,apply,go with,i'd prefer,prefer,set it to,pick,choose,switch on,turn on,enable",
            "用 使用 采用 选 选用 应用 选择 打开 开启 启用"
        ),
        Entry(.verb(.start), "start with,begin with,open with,start on,starting with,beginning with", "开头用 开头放 先放"),
        Entry(.verb(.end), "end with,finish with,close with,end on,finish on,ending with,ending on", "结尾用 结尾放"),
        Entry(
            .verb(.undo),
            """
            undo,go back,revert,take that back,take it back,undo that,step back,roll back,never mind,nevermind,\
            undo it,undo this
            """,
            "撤销 撤回 取消上一步 回退 返回上一步 上一步 退回 恢复原样 撤消 还原 后退"
        ),
        Entry(.verb(.redo), "redo,redo that,do it again,put it back,redo it", "重做 恢复 取消撤销 再做一次"),
        Entry(
            .verb(.startOver),
            """
            start over,start again,start from scratch,start afresh,clear everything,reset everything,start anew,\
            clear the timeline,reset the timeline,delete everything,remove everything,wipe everything,\
            empty the timeline,reset,begin again,clear all,from scratch
            """,
            "重新开始 从头开始 全部清空 清空 重来 推倒重来 全部删除 清空时间线 清空所有 从头来过 全删了 重置 全部重来 删除全部内容"
        ),
        Entry(.verb(.extend), "extend,lengthen,prolong,stretch,make longer", "延长 加长 拉长 增长"),
        Entry(.verb(.shorten), "shorten,make shorter,condense", "缩短 剪短 减短 变短"),
        Entry(
            .verb(.faster),
            """
            speed up,speed it up,faster,quicker,snappier,speed things up,pick up the pace,faster pace,too slow,\
            speed the video up
            """,
            "加快 快点 快一点 更快 加速 快一些 快些 太慢 太慢了 节奏快一点 节奏快点 快节奏"
        ),
        Entry(
            .verb(.slower),
            "slow down,slow it down,slower,too fast,slow things down,slower pace,slow the video down",
            "放慢 慢点 慢一点 更慢 减速 慢一些 慢些 太快 太快了 节奏慢一点 节奏慢点"
        ),
        Entry(.verb(.trim), "cut,trim", "剪 裁 剪到 剪辑"),
        Entry(
            .verb(.mute),
            "mute,silence,silent,make it silent,muted,no sound,without sound,soundless",
            "静音 消音 无声 没有声音 不要声音"
        ),
        Entry(
            .verb(.louder),
            """
            louder,turn up,turn it up,turn the music up,turn up the music,turn up the volume,turn the volume up,\
            volume up,too quiet,more volume,raise the volume,increase the volume,\
            increase the music volume,raise the music volume,increase volume,raise volume,turn it up
            """,
            """
            大声 大声点 大声一点 响一点 更响 大点声 声音大一点 声音大点 音量大一点 音量大点 调大 调高 太小声 太轻 响亮点 大声些 调大音量 提高音量 音乐大一点 音乐大点 声音调大 音量调大 \
            音量调高 开大
            """
        ),
        Entry(
            .verb(.quieter),
            """
            quieter,softer,turn down,turn it down,turn the music down,turn down the music,turn down the volume,\
            turn the volume down,volume down,too loud,less loud,lower the volume,\
            lower volume,reduce the volume,lower the music volume,reduce the music volume,reduce volume,\
            decrease the volume
            """,
            """
            小声 小声点 小声一点 轻一点 更轻 小点声 声音小一点 声音小点 音量小一点 音量小点 调小 调低 太大声 太响 太吵 小声些 降低音量 调小音量 音乐小一点 音乐小点 声音调小 音量调小 \
            音量调低 太响了 太吵了
            """
        ),
    ]
}
