/// Characters that are read as another one.
enum Spelling {
    /// Traditional forms of the characters that wishes are made of.
    static let simplified: [Character: Character] = {
        let pairs = """
            張张 圖图 個个 這这 們们 製制 動动 畫画 影影 視视 頻频 音音 樂乐 標标 題题 時时 間间 長长 短短 秒秒 鐘钟 點点 後后 裡里 裏里 換换 刪删 除除 \
            移移 開开 關关 頭头 轉转 場场 淡淡 滑滑 動动 擦擦 疊叠 漸渐 變变 黑黑 橫横 豎竖 螢荧 幕幕 歡欢 輕轻 鬆松 愉愉 鋼钢 電电 詩诗 環环 氛氛 圍围 靜静 \
            聲声 調调 撤撤 銷销 復复 還还 從从 給给 幫帮 請请 為为 與与 並并 將将 讓让 設设 寫写 說说 話话 顯显 顏颜 藍蓝 綠绿 紅红 黃黄 紫紫 顆颗 \
            縮缩 遠远 進进 縮缩 鏡镜 鏈链 節节 奏奏 卡卡 齊齐 對对 調调 順顺 倒倒 隨随 機机 排排 結结 尾尾 帶带 邊边 陽阳 風风 雲云 樹树 貓猫 \
            車车 飛飞 橋桥 餐餐 飯饭 湯汤 島岛 灣湾 溫温 鄉乡 總总 共共 誰谁 麼么 嗎吗 應应 該该 沒没 無无 別别 僅仅 隻只 祇只 條条 種种 首首 \
            幾几 兩两 雙双 歲岁 過过 現现 導导 載载 傳传 狀状 態态 額额 積积 擊击 裝装 簡简 單单 漂漂 亮亮 強强 弱弱 緩缓 慢慢 達达 適适 選选 擇择 \
            檔档 夾夹 鄰邻 輯辑 編编 剪剪 貼贴 補补 滿满 虛虚 實实 寬宽 邊边 護护 燈灯 燭烛 禮礼 慶庆 聖圣 誕诞 戀恋 愛爱 憶忆 記记 錄录 義义 術术 \
            產产 歷历 書书 謝谢 舊旧 買买 賣卖 壓压 嚴严 親亲 孫孙 媽妈 爺爷 奶奶 學学 習习 業业 體体 戶户 較较 級级 獨独 喚唤 啟启 閉闭 數数 倆俩 \
            續续 繼继 統统 另另 壞坏 歸归 懷怀 舊旧 拋抛 採采 併并 拉拉 鋪铺 雪雪 峰峰 場场 園园 戲戏 號号 發发 臺台 檢检 查查 來来 樣样 週周 鏟铲 撥拨 遲迟 \
            妳你 佈布 裁裁 繞绕 噪噪 熱热 鬧闹 優优 雅雅 靈灵 憂忧 傷伤 緊紧 張张 憶忆 圓圆 橢椭 錯错 誤误 終终 於于 處处 網网 絡络 當当 會会 問问 謎谜 嘗尝 試试 \
            畢毕 婚婚 嬰婴 兒儿 寶宝 貝贝 夢梦 陰阴 陸陆 區区 縱纵 噴喷 爾尔 終终 們们 東东 鳥鸟 魚鱼 馬马 龍龙 門门 葉叶 閃闪 湖湖 瀑瀑 廣广 員员 鎮镇 鄉乡 巖岩
            """
        var table: [Character: Character] = [:]
        for pair in pairs.split(whereSeparator: \.isWhitespace) {
            if let first = pair.first, let last = pair.last, first != last { table[first] = last }
        }
        for (curly, straight) in zip("’‘`´，；！？（）、：～–—−…　", "''''，;!?()、:~---… ") where curly != straight {
            table[curly] = straight
        }
        return table
    }()
}
