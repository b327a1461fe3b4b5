import Timeline

extension Entry {
    static let transitions: [Entry] = [
        Entry(
            .transition(.crossfade),
            """
            crossfade,cross fade,dissolve,cross dissolve,fade into each other,fade in and out,\
            fade into one another,blend,crossfade transition,fade transition,dissolves,crossfading
            """,
            "淡入淡出 叠化 溶解 交叉淡化 渐变 交叉溶解 交叉淡入淡出 渐隐 叠化转场 溶化 淡化 渐变转场 淡出淡入"
        ),
        Entry(.fade, "fade,fades,fading,faded,fade in,fade out", "淡入 淡出"),
        Entry(
            .transition(.fadeThroughBlack),
            """
            fade to black,fade through black,dip to black,fade from black,fade in from black,fade out to black,\
            through black,black fade,fade via black,dip through black,fades to black,fades through black
            """,
            "黑场 黑场过渡 闪黑 淡入黑场 过黑 渐黑 经过黑场 黑场转场 淡出到黑 黑屏过渡 淡黑 黑色过渡 淡出到黑场 黑幕"
        ),
        Entry(
            .transition(.slide),
            "slide,slides,sliding,slide transition,push,slide in,push in transition,slide over,swipe",
            "滑动 滑入 推入 推移 平移转场 滑动转场 推进 左右滑动 滑动切换 滑屏"
        ),
        Entry(.transition(.wipe), "wipe,wipes,wiping,wipe transition", "擦除 划像 划变 擦拭 划过 擦除转场 抹"),
        Entry(
            .transition(.cut),
            """
            hard cut,hard cuts,straight cut,straight cuts,jump cut,jump cuts,cuts,plain cut,plain cuts,\
            direct cut,simple cut,simple cuts,cuts only
            """,
            "硬切 直切 直接切换 跳切 硬切换 无缝硬切 直接切"
        ),
    ]
}
