import Timeline

extension Entry {
    static let places: [Entry] = [
        Entry(
            .place(.front),
            """
            front,beginning,start,top of the list,at the front,to the front,at the beginning,at the start,\
            to the start,to the beginning,very beginning,very front,opening
            """,
            "最前面 开头 最前 第一位 首位 最开始 开始 开场 最前边 最开头 前头 最前方"
        ),
        Entry(
            .place(.end),
            "end,back,ending,at the end,to the end,very end,at the very end,to the back,close,to the very end",
            "最后面 末尾 结尾 最后边 最后头 尾部 最末尾 最后方 末位 最尾 结束 最后的位置 最后一位"
        ),
        Entry(.place(.left), "left,left side,left hand side,left half,left part,left edge", "左边 左侧 左 左面 左半边 左方"),
        Entry(.place(.right), "right,right side,right hand side,right half,right part,right edge", "右边 右侧 右 右面 右半边 右方"),
        Entry(
            .place(.top),
            "top,upper,top part,upper part,upper half,top half,top edge",
            "顶部 上方 上面 上边 顶端 上部 顶上 最上面 最上方 上半部分"
        ),
        Entry(
            .place(.bottom),
            "bottom,lower,bottom part,lower part,lower half,bottom half,bottom edge",
            "底部 下方 下面 下边 底端 下部 最下面 最下方 底下 下半部分"
        ),
        Entry(.place(.middle), "center,centre,middle,centered,centred,in the middle", "中央 居中 正中 正中间 中心 正中央 中部"),
        Entry(.place(.corner), "corner", "角 角落"),
        Entry(.position(.topLeft), "top left,upper left,top left corner,upper left corner", "左上角 左上 左上方"),
        Entry(.position(.topRight), "top right,upper right,top right corner,upper right corner", "右上角 右上 右上方"),
        Entry(.position(.bottomLeft), "bottom left,lower left,bottom left corner,lower left corner", "左下角 左下 左下方"),
        Entry(.position(.bottomRight), "bottom right,lower right,bottom right corner,lower right corner", "右下角 右下 右下方"),
        Entry(.position(.topCenter), "top center,top centre,top middle", "顶部居中 上方居中 上方中间 顶部中间 顶部中央"),
        Entry(.position(.bottomCenter), "bottom center,bottom centre,bottom middle", "底部居中 下方居中 下方中间 底部中间 底部中央"),
        Entry(.position(.centerLeft), "center left,centre left,middle left,left center", "左侧居中 左边中间"),
        Entry(.position(.centerRight), "center right,centre right,middle right,right center", "右侧居中 右边中间"),
    ]

    /// The shape of the frame, and how pictures are put into it.
    static let shapes: [Entry] = [
        Entry(
            .frame(.portrait),
            """
            vertical,portrait,upright,vertically,portrait mode,tall,phone format,portrait orientation,mobile,\
            for phones,for phone,my phone,fit my phone,fit a phone,for my phone,phone screen
            """,
            "竖屏 竖版 竖 竖的 纵向 竖向 竖着 竖着的 竖屏的 竖幅 手机竖屏 竖构图"
        ),
        Entry(
            .frame(.landscape),
            "horizontal,landscape,widescreen,horizontally,landscape mode,wide,wide screen,landscape orientation",
            "横屏 横版 横 横的 横向 横着 横着的 宽屏 横屏的 横幅 横构图"
        ),
        Entry(.frame(.square), "square,squared,square format", "方形 正方形 方的 方图 正方 方屏"),
        Entry(.platform(.tiktok), "tiktok,tik tok,tiktoks,for tiktok"),
        Entry(
            .platform(.reels),
            "reel,reels,instagram reel,instagram reels,ig reels,ig reel,insta reel,facebook reels,insta reels"
        ),
        Entry(.platform(.shorts), "shorts,youtube short,youtube shorts,yt shorts"),
        Entry(
            .platform(.stories),
            """
            stories,instagram story,instagram stories,insta story,ig story,ig stories,facebook stories,snapchat,\
            whatsapp status
            """
        ),
        Entry(
            .platform(.instagram),
            "instagram,instagram post,instagram posts,instagram feed,insta,ig,ig post,insta post"
        ),
        Entry(.platform(.facebook), "facebook,facebook post,fb"),
        Entry(.platform(.youtube), "youtube,you tube,yt,vimeo", "油管"),
        Entry(.platform(.twitter), "twitter,linkedin"),
        Entry(.platform(.television), "tv,television,my tv,the tv", "电视"),
        Entry(.platform(.douyin), "douyin", "抖音"),
        Entry(.platform(.kuaishou), "kuaishou", "快手"),
        Entry(.platform(.xiaohongshu), "xiaohongshu,red note,rednote", "小红书 小红书笔记"),
        Entry(.platform(.channels), "wechat channels", "视频号 微信视频号"),
        Entry(.platform(.moments), "wechat moments", "朋友圈 微信朋友圈"),
        Entry(.platform(.bilibili), "bilibili", "b站 哔哩哔哩"),
        Entry(
            .fit(.fill),
            """
            fill,fill the frame,fill the screen,crop,full screen,fullscreen,crop to fit,crop to fill,no bars,\
            without bars,fill the whole frame,no borders,no blurred background,without blurred background,\
            without blur,no blur,fill frame,fill screen,don't blur the background,no background blur,zoom to fill,\
            fill the picture,cover the frame,cover the screen,fill the whole screen,stretch to fill,no black bars
            """,
            "填满 铺满 裁剪 充满 全屏 撑满 满屏 填充 裁切 铺满画面 填满画面 填满屏幕 铺满屏幕 不要模糊背景 不要黑边 裁剪填满"
        ),
        Entry(
            .fit(.blur),
            """
            fit,fit in the frame,blurred background,blurry background,blur background,blurred backgrounds,\
            show the whole,whole photo,don't crop,do not crop,no crop,no cropping,without cropping,uncropped,\
            blur the background,blurred bars,background blur,blurred,letterbox,fully visible,show whole,\
            fit inside,not cropped,show the entire,fit to screen,fit to frame,fit the screen,fit the frame,\
            fit to the screen,fit to the frame,fit in frame,fit inside the frame,entire photo,show all of,\
            is cut off,are cut off,is cropped,are cropped,gets cut off,get cut off,being cut off,got cut off,\
            don't cut off,do not cut off,don't cut anything off,nothing cut off,show it whole,the whole of,whole picture
            """,
            "模糊背景 背景模糊 虚化背景 背景虚化 完整显示 不要裁剪 不裁剪 别裁剪 显示完整 适应 不裁切 完整 显示全图 不要裁切 毛玻璃 完整展示 全部显示 显示整张 整张显示 不要切掉 别切掉 看到全图 完整地显示 整张 被切掉了 被裁掉了 被切了 被裁了 显示不全 显示不完整 没显示全"
        ),
        Entry(.fit(.auto), "automatic fit,auto fit,fit automatically", "自动适应 自动填充"),
    ]
}
