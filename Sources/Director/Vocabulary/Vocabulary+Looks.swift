import Timeline

extension Entry {
    /// How the colours look.
    static let looks: [Entry] = filters + adjustments

    private static let filters: [Entry] = [
        Entry(
            .noun(.look),
            "filter,filters,color filter,colour filter,color grade,color grading,colour grading",
            "滤镜 调色 色调"
        ),
        Entry(
            .plainLook,
            "original colors,original colours,natural colors,natural colours,normal colors,normal colours,original look",
            "原色 原来的颜色 原始颜色 本来的颜色"
        ),
        Entry(
            .colorTable(nil),
            "lut,luts,cube,cube file,cube files,color table,colour table,color lookup table",
            "色表 查色表 颜色表 调色文件"
        ),
        Entry(.noun(.strength), "strength,intensity,opacity", "强度 浓度"),
        Entry(
            .filter(.blackAndWhite),
            """
            black and white,black & white,black-and-white,b&w,b & w,bw,monochrome,grayscale,greyscale,gray scale,noir,\
            desaturate completely
            """,
            "黑白 灰度 单色 黑白色 黑白的"
        ),
        Entry(.filter(.sepia), "sepia,sepia tone,sepia toned", "棕褐色 褐色调 老照片 棕褐"),
        Entry(
            .filter(.warm),
            "warm filter,warm look,warm tone,warm tones,warm colors,warm colours,warm light,warm color tone",
            "暖色 暖色调 暖调"
        ),
        Entry(
            .filter(.cool),
            "cool filter,cool look,cool tone,cool tones,cool colors,cool colours,cold look,cold tones,cold filter",
            "冷色 冷色调 冷调"
        ),
        Entry(
            .filter(.vintage),
            "vintage,old fashioned,look old,old look,retro,vintage filter,old film,film look,retro look",
            "复古 怀旧滤镜 胶片 胶片感 复古风"
        ),
        Entry(
            .filter(.vivid),
            "vivid,vibrant,punchy,vivid colors,vibrant colors,pop of color,colors pop,colours pop,colors to pop",
            "鲜艳 鲜明 浓郁"
        ),
        Entry(
            .filter(.faded),
            "faded look,faded filter,faded colors,faded film,washed out,matte,matte look,bleached",
            "褪色 淡雅 泛白"
        ),
    ]

    private static let adjustments: [Entry] = [
        Entry(.adjustment(.brightness, 0), "brightness,exposure", "亮度 曝光 曝光度"),
        Entry(
            .adjustment(.brightness, 1),
            "brighter,brighten,lighter,lighten,too dark",
            "亮一点 亮点 更亮 亮一些 调亮 提亮 变亮 太暗 太暗了"
        ),
        Entry(.adjustment(.brightness, -1), "darker,darken,dimmer,too bright", "暗一点 暗点 更暗 暗一些 调暗 压暗 变暗 太亮 太亮了"),
        Entry(.adjustment(.contrast, 0), "contrast", "对比度 对比 反差"),
        Entry(.adjustment(.saturation, 0), "saturation,color saturation", "饱和度 饱和 色彩饱和度"),
        Entry(
            .adjustment(.saturation, 1),
            "more colorful,more colourful,saturate,more saturated,richer colors,more vivid,more vibrant,more color",
            "更鲜艳 鲜艳一点 鲜艳些 色彩丰富一点"
        ),
        Entry(
            .adjustment(.saturation, -1),
            "less colorful,less colourful,desaturate,less saturated,less vivid,less color",
            "淡一点 不那么鲜艳 素一点"
        ),
        Entry(
            .adjustment(.warmth, 0),
            "warmth,color temperature,colour temperature,temperature,white balance",
            "色温 白平衡"
        ),
        Entry(.adjustment(.warmth, 1), "warmer,warm up,too cold,warm it up", "暖一点 暖点 更暖 暖一些 偏暖 太冷"),
        Entry(.adjustment(.warmth, -1), "cooler,colder,cool down,too warm", "冷一点 冷点 更冷 冷一些 偏冷 太暖"),
        Entry(
            .adjustment(.vignette, 0),
            "vignette,vignetting,dark corners,darken the corners,dark edges",
            "暗角 晕影 边角压暗"
        ),
        Entry(.degree(.more), "increase,raise,boost,enhance", "提高 增强 加强 提升"),
        Entry(.degree(.less), "decrease,reduce,lessen", "降低 减少 减弱 减小"),
    ]
}
