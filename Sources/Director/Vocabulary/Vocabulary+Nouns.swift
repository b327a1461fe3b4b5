extension Entry {
    static let nouns: [Entry] = [
        Entry(
            .noun(.photo),
            """
            photo,picture,image,pic,shot,stills,photograph,snapshot,jpg,jpeg,png,heic,jpgs,jpegs,\
            photo collection,photo collections,picture collection,photo album,camera roll,img
            """,
            "照片 相片 图片 图 图像 相册照片 画面 旅行照片 旅游照片"
        ),
        Entry(.noun(.clip), "clip,footage,video clip,gif,animation", "片段 视频片段 素材 动图"),
        Entry(
            .noun(.video),
            """
            video,slideshow,slide show,movie,film,mp4,montage,photo video,video slideshow,slideshow video,\
            picture slideshow,photo slideshow,memory video,short film,whole video,entire video,whole thing,\
            whole slideshow,music video,presentation,recap,vlog
            """,
            "视频 幻灯片 影片 短片 电影 短视频 相册视频 幻灯片视频 回忆视频 小视频 电子相册 相册 音乐相册 影集 纪念视频 整个视频 整段视频 微电影 全片 照片视频 动态相册 幻灯 片子 回忆录 轮播"
        ),
        Entry(
            .noun(.music),
            """
            music,soundtrack,tune,bgm,background music,score,track,backing track,background track,audio track,\
            melody,audio,background sound,background audio
            """,
            "音乐 背景音乐 配乐 曲子 乐曲 背景乐 曲 旋律 音轨 伴奏"
        ),
        Entry(.noun(.song), "song,mp3,audio file,music file,recording", "歌 歌曲 歌儿 音频 录音"),
        Entry(.noun(.volume), "volume,loudness,music volume,volume level", "音量 响度 声音大小 音乐音量"),
        Entry(.noun(.sound), "sound,sounds", "声音 声"),
        Entry(
            .noun(.transition),
            "transition,transition effect,transitions effect,changeover",
            "转场 过渡 转场效果 过渡效果 转场特效 切换效果 切换"
        ),
        Entry(
            .noun(.motion),
            """
            motion,movement,ken burns,ken burns effect,camera movement,camera motion,camera move,pan and zoom,\
            animation effect,moving effect,photo motion,zooming and panning
            """,
            "运镜 动效 镜头运动 动画效果 镜头移动 动态效果 运动 移动效果 缩放效果 动画 镜头 运镜幅度 运动幅度 运镜速度"
        ),
        Entry(
            .noun(.length),
            "length,duration,long in total,running time,runtime,total length,time",
            "时长 长度 总时长 总长 时间 总长度"
        ),
        Entry(.noun(.order), "order,sequence", "顺序 次序 排列"),
        Entry(.noun(.speed), "speed,pace,tempo", "速度 节奏"),
        Entry(.noun(.color), "color,colour,font color,text color", "颜色 色 字体颜色 文字颜色"),
        Entry(.noun(.size), "size,font size,text size", "大小 字号 尺寸"),
        Entry(.noun(.position), "position,location,spot,place,slot,number", "位置 位 地方"),
        Entry(
            .noun(.beat),
            """
            beat,beats,cut on the beat,cuts on the beat,cut to the beat,cuts to the beat,on the beat,\
            to the beat,on beat,in time with the music,sync to the music,sync with the music,sync to the beat,\
            beat sync,beat-sync,match the beat,match the music,with the beat,in sync with the music,rhythm,\
            to the rhythm,cut on beat,on the beats,synced to the music,synced to the beat,cut to the music,\
            beat matching,sync the cuts to the music,sync photos to the music,sync the photos to the music
            """,
            "卡点 踩点 卡节拍 卡节奏 跟着节拍 踩着节拍 跟着节奏 节拍 卡着节拍 合拍 对拍 按节拍 踩节奏 音乐卡点 卡上节拍"
        ),
        Entry(.noun(.timeline), "timeline,project", "时间线 时间轴 轨道 项目 工程"),
        Entry(.noun(.everything), "everything,it all", "一切 全部内容 所有内容 所有东西"),
        Entry(.noun(.media), "media,file,upload,material", "文件 媒体 素材文件"),
        Entry(
            .noun(.shape),
            "aspect ratio,aspect,ratio,format,orientation,frame size,shape,dimensions,screen ratio",
            "比例 画幅 宽高比 画面比例 格式 屏幕比例 形状 版式 尺寸比例 视频比例"
        ),
        Entry(
            .noun(.step),
            "step,edit,change made,last change,last edit,modification,last step,edits,changes",
            "步 操作 修改内容 次 步操作"
        ),
        Entry(.noun(.background), "background", "背景"),
        Entry(.noun(.name), "name,filename,file name,names of the files,name of the file", "名字 名称 文件名"),
    ]
}
