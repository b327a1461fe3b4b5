import Timeline

extension Entry {
    static let camera: [Entry] = [
        Entry(
            .camera(.zoomIn),
            "zoom in,zoom into,zoom in on,push in,zooms in,zoom in to,zoom in onto,close in on,move in on,get closer to",
            "放大 推近 拉近 推镜头 镜头推近 推镜 镜头拉近 缓缓放大 慢慢放大"
        ),
        Entry(
            .camera(.zoomOut),
            "zoom out,zoom out of,pull back,zoom out from,pull out,zooms out,zoom out on",
            "缩小 拉远 拉镜头 镜头拉远 拉镜 缓缓缩小"
        ),
        Entry(.camera(.zoom), "zoom,zooms,zooming", "缩放"),
        Entry(.camera(.pan), "pan,pan across,camera pan,scroll,pan over,panning", "平移 摇镜 摇镜头 横移 镜头平移 摇 横摇"),
        Entry(.camera(.move(.panLeft)), "pan left,pan to the left,pan leftwards", "向左平移 左移 往左平移 从右往左 从右到左 向左移动 左摇 往左移"),
        Entry(
            .camera(.move(.panRight)),
            "pan right,pan to the right,pan rightwards",
            "向右平移 右移 往右平移 从左往右 从左到右 向右移动 右摇 往右移"
        ),
        Entry(.camera(.move(.panUp)), "pan up,pan upwards,tilt up", "向上平移 上移 往上平移 从下往上 从下到上 向上移动 上摇"),
        Entry(.camera(.move(.panDown)), "pan down,pan downwards,tilt down", "向下平移 下移 往下平移 从上往下 从上到下 向下移动 下摇"),
        Entry(
            .camera(.still),
            """
            keep still,hold still,stay still,static,stand still,stop moving,don't move,do not move,not move,\
            shouldn't move,don't animate,without moving,stay in place,motionless,freeze,no zoom,no zooming,\
            no panning,no pan,don't zoom,keep it still,don't pan,no ken burns
            """,
            "不动 不要动 别动 静止 静态 固定不动 不要移动 不移动 保持不动 定住 不要放大 不要缩放 不缩放 不要运镜 别移动 静止不动 固定 不要运动"
        ),
        Entry(
            .camera(.focus),
            """
            focus on,focus,centre on,center on,concentrate on,aim at,look at,focus in on,crop to,crop around,\
            centre around,center around,put the focus on
            """,
            "聚焦 对焦 焦点 聚焦到 聚焦在 焦点放在 重点放在 聚焦于 重点在 对准 对着 镜头对准 对焦在 突出 瞄准 以"
        ),
        Entry(
            .camera(.subject),
            """
            face,faces,the faces,people's faces,everyone's faces,everybody's faces,the subject,subject,main subject,\
            people,the people,person,the person,heads
            """,
            "人脸 脸 脸部 面部 人物 主体 人 大家的脸 每个人的脸 主角"
        ),
        Entry(.direction(.left), "leftwards,to the left,leftward", "向左 往左 朝左"),
        Entry(.direction(.right), "rightwards,to the right,rightward", "向右 往右 朝右"),
        Entry(.direction(.up), "upwards,upward,up", "向上 往上 朝上"),
        Entry(.direction(.down), "downwards,down,downward", "向下 往下 朝下"),
    ]
}
