extension Entry {
    /// What is said of clips alone: which part of them is shown, and what is heard.
    static let clips: [Entry] = [
        Entry(
            .verb(.duck),
            """
            duck,lower the music under,lower the music while,lower the music when,lower the music during,\
            lower the music behind,turn down the music under,turn down the music while,turn down the music when,\
            turn down the music during,turn the music down under,turn the music down while,\
            turn the music down when,turn the music down during,dip the music,auto duck,automatic ducking
            """,
            "压低音乐 压低背景音乐 压低配乐 音乐压低 背景音乐压低 配乐压低 音乐自动压低 音乐闪避 自动闪避 闪避 压低"
        ),
        Entry(
            .meanwhile,
            """
            while people talk,while people speak,while people are talking,while people are speaking,\
            while someone talks,while someone speaks,while somebody talks,while somebody speaks,while they talk,\
            while they speak,while i talk,while i speak,when people talk,when people speak,when someone talks,\
            when someone speaks,when somebody talks,when somebody speaks,when they talk,when they speak,when i talk,\
            when i speak,when there is speech,people talk,people speak,someone talks,someone speaks,somebody talks,\
            somebody speaks,they talk,they speak,i talk,i speak,there is speech,speech,voices,the voices,talking,\
            during speech,under speech,while the clip plays,while the clip is playing,when the clip plays,clip plays,\
            clips play,while the clips play,when the clips play
            """,
            """
            讲话时 说话时 有人说话时 有人讲话时 讲话的时候 说话的时候 有人说话的时候 有人讲话的时候 播放片段时 片段播放时 \
            播放片段的时候 片段播放的时候 人声时 有人声时 有人声的时候 对话时 对话的时候 有说话声时 有人说话 有人讲话
            """
        ),
        Entry(.outOf, "out of"),
        Entry(.link(.under), "under,underneath,during", "期间"),
        Entry(
            .verb(.unmute),
            "unmute,turn the sound back on,turn the sound on,turn on the sound,sound on,with sound",
            "取消静音 解除静音 打开声音 恢复声音 开启声音 开声音 有声"
        ),
        Entry(
            .noun(.originalSound),
            """
            original sound,original audio,live sound,recorded sound,clip sound,clip audio,clip sounds,clip volume,\
            sound of the clip,audio of the clip,sound of the clips,audio of the clips,sound from the clip,\
            audio from the clip,sound from the clips,audio from the clips,volume of the clip,volume of the clips
            """,
            "原声音 现场声 同期声 现场音 视频原声 片段原声 片段声音 片段的声音 片段音量 片段的音量 原始声音 原音 视频片段的声音"
        ),
        Entry(.noun(.part), "part,section,portion", "部分"),
        Entry(.fullLength, "in full,full length,full,complete", "整段 全段 整个片段 完整片段 完整播放 整段片段"),
        Entry(.place(.front), "begin"),
        Entry(.verb(.stop), "stop"),
        Entry(.verb(.trim), "cut off,trim off,chop off,chop,trim down,cut down", "截取 截 裁剪到 剪短到 截到"),
        Entry(.verb(.remove), "", "剪掉 裁掉 截掉 切掉 剪去 砍掉"),
        Entry(.noun(.clip), "video clip,clip", "视频片段 片段"),
    ]
}
