/// What people say, and what it is for.
enum RouterTable {
    static func rows(_ text: String) -> [String] {
        text.split(separator: "\n").map(String.init)
    }

    static let exports = """
        export
        Export
        EXPORT!
        export please
        please export
        export it
        export it.
        export it now
        export this video
        export the video
        export the final video
        export my slideshow
        export now please
        could you export it please?
        Could you please export the video for me?
        can you export this?
        can i export it
        I'd like to export it
        i want to export the video now
        okay, export it
        ok let's export
        looks good, export it
        great, now export the video
        Perfect! Export please
        how do I export the video?
        go ahead and export it
        export as mp4
        export to mp4
        export the movie as a file
        export it to my computer
        export to this folder
        export in high quality
        export at 1080p
        export again
        render the video
        render it
        download
        download it
        download the video please
        I want to download the video
        can i download it now?
        download the mp4
        send me the video
        send me the video please
        Send the final video to me
        give me the video
        could you give me the mp4?
        save the video
        save the video to my computer
        export 🎬
        导出
        导出！
        导出视频
        导出吧
        请导出
        请导出视频
        帮我导出视频
        帮我导出一下视频
        请帮我把视频导出来
        把视频导出来
        把这个视频导出
        可以导出了
        可以导出吗？
        能不能导出视频
        我想导出视频
        现在导出
        好的，导出吧
        很好，导出
        导出为mp4
        导出到本地
        导出到电脑上
        导出高清视频
        下载
        下载视频
        我要下载视频
        帮我下载这个视频
        把视频发给我
        渲染视频
        export一下
        帮我export
        """

    static let credits = """
        credits
        Credits?
        credit
        balance
        my balance
        what's my balance
        What’s my balance?
        what is my balance
        how many credits do I have?
        how many credits do i have left
        how many credits are left
        how much credit do i have
        show credits
        show me my credits please
        check my balance
        can you check my credits?
        do I still have credits?
        credits left?
        remaining credits
        积分
        积分？
        余额
        我的余额
        余额还有多少
        余额多少
        我还有多少积分
        我有多少积分？
        积分还剩多少
        还剩多少积分
        查一下余额
        帮我查询余额
        看看积分
        查看我的积分
        请查一下我的积分还有多少
        """

    static let statuses = """
        status
        Status?
        state
        show status
        show me the status please
        what's the status
        what is the status?
        what's the status of my video
        export status
        show tracks
        Show tracks
        show the tracks
        list the tracks
        show me the timeline
        show timeline
        timeline
        tracks
        what's on the timeline?
        what is on my timeline
        can you show me the tracks?
        progress
        show progress
        状态
        状态？
        当前状态怎么样
        查看状态
        看看状态
        帮我看一下状态
        现在什么状态
        显示轨道
        查看时间线
        时间线上有什么
        时间线
        看看进度
        导出进度
        进度怎么样了
        """

    static let uploads = """
        upload
        Upload
        upload photos
        i want to upload some photos
        upload files please
        can I upload more pictures?
        how do I upload photos?
        upload a song
        上传
        上传照片
        我要上传照片
        怎么上传图片
        我想上传几张照片
        上传文件
        """

    static let messages = """
        add the title 'Export Quality'
        add the title "Export"
        show the status bar on photo 2
        make an upload-ready square version
        make a video ready to download from my site
        don't export yet
        do not export it
        why can't I export
        export only the first three photos
        export photo 3
        export the audio
        download the music from the internet
        download https://example.com/page.html
        add credits at the end
        show the credits at the end of the video
        rolling credits with our names
        title: Credits
        balance the colours
        balance the audio levels
        make the balance warmer
        what is photo 3
        show photo 2 for 5 seconds
        show the title on the last photo
        the timeline is too long, make it 30 seconds
        make the timeline shorter
        put the song on its own track
        remove the second track
        status quo as the title
        call it State of the Union
        upload date as a caption
        make an upload for YouTube with music
        turn these photos into a slideshow video with transitions and background music
        convert five vacation photos in JPG format into a 1080p MP4
        make it 9:16
        make it vertical for TikTok
        best photo first
        draft a title
        make it high quality
        in 1080p
        this is great
        thanks
        send the first photo to the end
        give the title more time
        save time by making the photos shorter
        get rid of photo 2
        help me make a video
        exit animation on the title
        undo
        redo
        video
        my video
        标题写“导出质量”
        加上标题 导出说明
        在第二张照片上显示状态栏
        先不要导出
        别导出
        只导出前三张
        导出第三张照片
        片尾加上积分榜
        标题改成余额
        把时间线缩短到30秒
        删除第二条轨道
        上传日期作为字幕
        做一个适合上传的方形版本
        把这些照片做成视频
        做一个抖音视频
        换成欢快的音乐
        第三张放到最前面
        撤销
        谢谢
        打开心扉
        最好的照片放第一
        """
}
