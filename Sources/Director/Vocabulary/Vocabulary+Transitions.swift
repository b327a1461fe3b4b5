import Timeline

extension Entry {
    static let transitions: [Entry] =
        [
            Entry(.fade, "fade,fades,fading,faded"),
            Entry(.fadeIn, "fade in,fades in,fading in,fade it in", "淡入"),
            Entry(.fadeOut, "fade out,fades out,fading out,fade it out", "淡出"),
            Entry(.random, "random,varied,various,mixed,a mix of", "各种 多种 各种各样 不同 各不相同 混合"),
            // Dealt so in any case.
            Entry(
                .filler,
                "without repeats,without repeating,without repetition,no repeats,no repetition,not repeating",
                "不重复 不要重复 别重复 不重复的"
            ),
            Entry(
                .transition(.cut),
                """
                hard cut,hard cuts,straight cut,straight cuts,jump cut,jump cuts,cuts,plain cut,plain cuts,\
                direct cut,simple cut,simple cuts,cuts only
                """,
                "硬切 直切 直接切换 跳切 硬切换 无缝硬切 直接切"
            ),
            Entry(.easing(.linear), "linear,linearly,constant speed,at constant speed,no easing", "线性 匀速"),
            Entry(.easing(.easeIn), "ease in,easing in,accelerating", "缓入"),
            Entry(.easing(.easeOut), "ease out,easing out,decelerating", "缓出"),
            Entry(.easing(.easeInOut), "ease in out,ease in and out,eased,easing", "缓入缓出 缓动"),
        ] + fades + moves + wipes + optics

    private static let fades: [Entry] = [
        Entry(
            .transition(.crossfade),
            """
            crossfade,cross fade,dissolve,cross dissolve,fade into each other,fade in and out,\
            fade into one another,blend,crossfade transition,fade transition,dissolves,crossfading
            """,
            "淡入淡出 叠化 溶解 交叉淡化 渐变 交叉溶解 交叉淡入淡出 渐隐 叠化转场 溶化 淡化 渐变转场 淡出淡入"
        ),
        Entry(.transition(.additiveDissolve), "additive dissolve,additive", "叠加溶解 叠加"),
        Entry(
            .transition(.grainDissolve),
            "grain dissolve,pixel dissolve,noise dissolve,dissolve in grains,random dissolve",
            "颗粒溶解 像素溶解 颗粒 噪点溶解 噪点"
        ),
        Entry(
            .transition(.fadeThroughBlack),
            """
            fade to black,fade through black,dip to black,fade from black,fade in from black,fade out to black,\
            through black,black fade,fade via black,dip through black,fades to black,fades through black
            """,
            "黑场 黑场过渡 闪黑 淡入黑场 过黑 渐黑 经过黑场 黑场转场 淡出到黑 黑屏过渡 淡黑 黑色过渡 淡出到黑场 黑幕"
        ),
        Entry(
            .transition(.fadeThroughWhite),
            """
            fade to white,fade through white,dip to white,fade from white,fade out to white,through white,\
            white fade,white flash,flash to white,fade via white,dip through white,fades to white,\
            fades through white,flash of white
            """,
            "白场 白场过渡 闪白 淡入白场 过白 渐白 经过白场 白场转场 淡出到白 淡白 白色过渡 白屏过渡"
        ),
    ]

    private static let moves: [Entry] = [
        Entry(
            .transition(.slide),
            "slide,slides,sliding,slide transition,slide in,slide over,swipe",
            "滑动 滑入 滑动转场 左右滑动 滑动切换 滑屏 平移转场"
        ),
        Entry(.transition(.reveal), "reveal,reveals,uncover,slide away,slide off", "揭开 揭幕 滑开 滑走"),
        Entry(.transition(.push), "push,pushes,push transition,push in transition,push out", "推移 推入 推进 推动 推挤"),
        Entry(
            .transition(.whipPan),
            "whip pan,whip pans,whip,whips,swish pan,swish pans,swish,whip transition",
            "甩镜 甩镜头 快速摇镜 甩动"
        ),
        Entry(
            .transition(.zoomIn),
            "zoom transition,zoom transitions,zoom in transition,zoom in transitions",
            "放大转场 推近转场 缩放转场"
        ),
        Entry(.transition(.zoomOut), "zoom out transition,zoom out transitions", "缩小转场 拉远转场"),
        Entry(
            .transition(.crossZoom),
            "cross zoom,cross zooms,crosszoom,zoom through,zoom blur transition",
            "交叉缩放 穿越缩放 交叉变焦"
        ),
    ]

    private static let wipes: [Entry] = [
        Entry(.transition(.wipe), "wipe,wipes,wiping,wipe transition", "擦除 划像 划变 擦拭 划过 擦除转场 抹"),
        Entry(.transition(.diagonalWipe), "diagonal wipe,diagonal wipes,diagonal", "对角擦除 对角线擦除 斜向擦除 对角 斜擦"),
        Entry(.transition(.barnDoors), "barn doors,barn door,barndoor,barndoors,door wipe", "双开门 开门 对开门"),
        Entry(.transition(.blinds), "blinds,venetian blinds,venetian blind", "百叶窗"),
        Entry(.transition(.checkerboard), "checkerboard,checker board,checkers,chequerboard,chessboard", "棋盘格 棋盘 格子"),
        Entry(
            .transition(.clock),
            "clock,clock wipe,clock wipes,clock transition,radial wipe,radial,radial wipes",
            "时钟 时钟擦除 钟形 时钟转场 径向擦除"
        ),
        Entry(.transition(.fan), "fan wipe,fan wipes,fan transition,fan transitions", "扇形 扇形擦除 扇面"),
        Entry(.transition(.cornerSweep), "corner sweep,corner wipe,corner sweeps,corner wipes", "角落扫过 角落擦除"),
        Entry(
            .transition(.circle),
            "circle,circle wipe,iris,iris wipe,iris in,iris open,circular,circle open,round wipe",
            "圆形 圆形展开 圆形转场 圆圈 光圈"
        ),
        Entry(
            .transition(.circleClose),
            "closing circle,circle close,iris out,iris close,closing iris,shrinking circle,circle closing",
            "圆形收缩 圆形关闭 收圆 光圈关闭 圆形缩小"
        ),
        Entry(.transition(.diamond), "diamond,diamond wipe,diamond iris", "菱形 菱形展开"),
        Entry(
            .transition(.box),
            "box wipe,box wipes,box transition,box transitions,rectangle,rectangle wipe,square wipe",
            "方形展开 方块展开 矩形展开 矩形"
        ),
        Entry(
            .transition(.heart),
            "heart transition,heart transitions,heart wipe,heart wipes,heart shape,heart shaped",
            "心形 心形展开 爱心 爱心转场 心形转场"
        ),
        Entry(
            .transition(.lumaBright),
            "luma,luma fade,luma wipe,luma transition,bright first,light first,luma dissolve,highlights first",
            "亮度渐变 亮部先现 亮度过渡 亮度转场 亮部优先"
        ),
        Entry(.transition(.lumaDark), "dark first,shadows first,dark luma,dark luma fade", "暗部先现 暗部优先"),
        Entry(
            .transition(.clouds),
            "clouds transition,clouds transitions,cloud transition,cloud transitions,cloud wipe,clouds wipe,fog transition",
            "云雾 云雾转场 烟雾"
        ),
    ]

    private static let optics: [Entry] = [
        Entry(
            .transition(.blur),
            "blur transition,blur transitions,blur dissolve,blur fade,out of focus,defocus,focus pull",
            "模糊转场 模糊过渡 失焦 虚焦"
        ),
        Entry(
            .transition(.pixelate),
            "pixelate,pixelated,pixelation,mosaic,pixelize,pixels transition",
            "马赛克 像素化 马赛克转场"
        ),
    ]
}
