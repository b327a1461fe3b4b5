extension Lexicon {
    /// Phrases by what they mean, apart by commas.
    static let englishWords: [(Meaning, String)] = [
        (
            [.point, .verb],
            """
            click, click on, tap, tap on, double-click, double-click on, double click, right-click, right-click on,
            right click, left-click, single-click, hover over, hover on, long-press, long press, ctrl-click
            """
        ),
        (
            [.point, .gerund],
            """
            clicking, clicking on, tapping, tapping on, double-clicking, double-clicking on, right-clicking,
            right-clicking on, hovering over
            """
        ),
        ([.press, .verb], "press, press on, hit, push, toggle, toggle on, toggle off, check off, use the shortcut"),
        ([.press, .gerund], "pressing, hitting, toggling"),
        (
            [.open, .verb],
            """
            open, open up, go to, go into, go back to, go over to, head to, head over to, head into, navigate to, visit,
            switch to, switch over to, expand, jump to, jump into, browse, look in, return to, access, pop open, pull up,
            move to, refresh, reload, close, leave, look under, check out, log in to, sign in to, log into, explore
            """
        ),
        ([.confirm], "close, leave, log in to, sign in to, log into"),
        ([.open, .gerund], "opening, going to, heading to, navigating to, visiting, switching to, accessing"),
        (
            [.drag, .verb],
            """
            drag, drag and drop, drag-and-drop, drag & drop, click and drag, click-and-drag, grab and drag, drag out,
            pick up and drag, press and drag
            """
        ),
        ([.drag, .gerund], "dragging, dragging and dropping"),
        (
            [.look, .verb],
            """
            see, view, check, watch, review, look at, take a look at, have a look at, take a peek at, scrub, scrub through,
            scrub along, scroll through, find, inspect, play, play back, monitor, manage, double-check, locate, access,
            have a look, take a look, look, spot
            """
        ),
        ([.look, .gerund], "checking, viewing, watching, scrubbing through"),
        ([.look, .preview, .verb], "preview, play the preview of"),
        ([.using], "using, use, via, with, through, by"),
        (
            [.step, .verb],
            """
            select, choose, pick, pick out, set, enter, type, wait, wait for, wait until, confirm, scroll, scroll down,
            hold, hold down, release, look for, name, specify, adjust, configure, paste, pause, save, close, repeat, decide,
            find, let go, drop
            """
        ),
        (
            [.adjust, .verb],
            """
            adjust, change, edit, tweak, fine-tune, fine tune, customize, customise, modify, refine, rearrange, reorder,
            reposition, resize, move, swap, update, try, apply, add, pick, experiment with, play around with, manage,
            turn on, turn off, enable, disable, style, format, control, configure, import, upload, replace, rename
            """
        ),
        (
            [.adjust, .gerund],
            "adjusting, changing, editing, tweaking, customizing, rearranging, resizing, moving, adding"
        ),
        (
            [.alter, .verb],
            """
            delete, delete key, remove, split, cut, trim, mute, unmute, duplicate, reverse, rotate, flip, crop, detach audio, stabilize,
            regenerate, generate, retry, freeze frame, merge, restore, clear, mirror, auto captions, extend, shorten, lengthen, enlarge,
            shrink, speed up, slow down, make, lower, raise, put
            """
        ),
        (
            [.export, .verb],
            "export, download, render, export video, download video, save video, share, publish, save as mp4"
        ),
        ([.export, .gerund], "exporting, downloading, rendering"),
        (
            [.export],
            "exported, downloaded, exports, downloads, download link, export settings, saved to your, share/export, export/share"
        ),
        (
            [.upload, .verb],
            "upload, import, add media, add files, add photos, upload media, upload photos, upload files"
        ),
        ([.upload], "media library, uploads, uploader, upload area, import media"),
        (
            [.pay, .verb],
            """
            top up, top-up, upgrade, upgrade to, purchase, buy, recharge, subscribe, subscribe to, renew, get more,
            add more credits, add credits, buy more credits, buy credits, get more credits, upgrade plan, add funds
            """
        ),
        ([.pay, .gerund], "topping up, upgrading, purchasing, buying"),
        ([.undo], "undo, ctrl+z, cmd+z, ctrl-z, ⌘z, command+z, ctrl + z, cmd + z"),
        ([.redo], "redo, ctrl+y, ctrl+shift+z, cmd+shift+z"),
        (
            [.confirm],
            "ok, okay, confirm, done, apply, save, next, continue, cancel, close, got it, yes, finish, submit"
        ),
        (
            [.control],
            """
            button, buttons, icon, icons, checkbox, drop-down, dropdown, toggle switch, controls, play button, playhead, hotkey,
            keyboard shortcut, keyboard shortcuts, handles, edge handle, edge handles, radio button, plus sign, three dots,
            gear icon, option menu, input box, text box, search bar, right mouse button, color picker
            """
        ),
        ([.slider, .control], "slider, sliders, knob, dial, fader, volume bar, scrubber"),
        (
            [.panel],
            """
            panel, panels, sidebar, side bar, side panel, tab, tabs, menu, menus, drop-down menu, dropdown menu, context menu,
            toolbar, tool bar, toolbox, inspector, drawer, dialog, dialog box, popup, pop-up, pop-up window, modal,
            media library, library, workspace, editor, editing interface, editing area, properties, property panel,
            settings panel, asset library, assets, music library, effects library, ribbon, settings, project settings,
            export settings, side menu, interface, layers panel
            """
        ),
        (
            [.stage],
            """
            timeline, timeline view, timeline panel, timeline editor, preview window, preview player, preview panel,
            preview area, preview pane, preview, player above, player below, preview canvas, video player, track view, timeline below
            """
        ),
        (
            [.page],
            "page, pages, website, site, web page, dashboard, browser tab, browser window, browser, web app"
        ),
        (
            [.money],
            """
            account, accounts, billing, credit, credits, balance, subscription, pricing, membership,
            account settings, account page, wallet, account dashboard, my account, credit balance, billing page,
            user center, profile page
            """
        ),
        (
            [.soft],
            "library, editor, interface, workspace, assets, settings, properties, drawer, modal, ribbon, menu, menus, tab, tabs, preview"
        ),
        ([.stage, .preposition], "in the player, on the canvas, in the canvas, on canvas"),
        (
            [.page],
            """
            account, accounts, billing, subscription, pricing, account settings, account page, account dashboard, billing page,
            user center, profile page, my account
            """
        ),
        (
            [.place],
            """
            top right, top-right, top right corner, top-right corner, upper right, upper-right, upper right corner,
            upper-right corner, top left, top-left, top left corner, top-left corner, upper left, upper-left, bottom right,
            bottom-right, bottom right corner, bottom left, bottom-left, left side, right side, left, right, left-hand side,
            right-hand side, on the left, on the right, at the top, at the bottom, on top, corner, screen, top bar, header
            """
        ),
        (
            [.media],
            """
            clip, clips, photo, photos, picture, pictures, image, images, video, videos, footage, text, title, titles,
            caption, captions, subtitle, subtitles, music, song, audio, track, tracks, segment, segments, edge, edges, corner,
            corners, end, file, files, element, elements, layer, layers, shot, shots, transition, transitions, effect,
            effects, sticker, stickers, media, scene, scenes, logo, overlay
            """
        ),
        (
            [.key],
            """
            space, spacebar, space bar, enter, return, esc, escape, delete, backspace, ctrl, cmd, shift, alt, ctrl+e, ctrl+s,
            cmd+s, cmd+e, ctrl+b, cmd+b, ctrl+c, ctrl+v
            """
        ),
        (
            [.anywhere],
            """
            wherever, anywhere, where you want, where you like, where you'd like, desired, new position, new spot,
            new location, preferred, left or right, right or left, up or down, inward or outward, in or out, around,
            any position, any order, your liking, different position, new order, inwards or outwards, to taste
            """
        ),
        (
            [.filler],
            """
            just, simply, then, now, also, next, finally, lastly, first, second, third, afterwards, afterward, again, directly,
            here, there, quickly, easily, so, even, still, too, alternatively, otherwise, instead, ok so, and then,
            first of all, after that, from there, to start, in addition, additionally, plus, optionally, manually, always,
            go ahead and, make sure to, be sure to, don't forget to, remember to, start by, begin by, try, all you need to do is,
            all you have to do is, what you need to do is, the next step is to, the easiest way is to, the fastest way is to,
            the simplest way is to, it's time to, time to, only, already, right away, hey, well
            """
        ),
        ([.reader], "you, you'll, you're, you've, you'd, yourself"),
        (
            [.may],
            "can, could, may, might, can also, could also, can always, can now, can then, are able to, 're able to, be able to"
        ),
        (
            [.must],
            """
            please, kindly, need to, needs to, have to, must, should, will need to, just need to, are going to, 'll need to,
            'll have to, only need to, pls
            """
        ),
        (
            [.offering],
            """
            feel free to, feel free, want to, may want to, might want to, you're welcome to, welcome to, alternatively,
            optionally, at any time, anytime, any time, whenever you like, i'd recommend, i recommend, i'd suggest, i suggest,
            'd like to, later, otherwise, if needed
            """
        ),
        (
            [.condition],
            """
            if, when, whenever, once, unless, until, in case, as soon as, should you, after you, after you've, before you,
            after reviewing, after previewing, after clicking, before exporting, before downloading, after that's done,
            as long as, while you, after checking, for when, before we, after confirming, every time, for a better view
            """
        ),
        ([.own], "i, i've, i'm, we, we've, we're, my, our, me, i had, i was, us, i'd"),
        (
            [.ownPlan],
            "i'll, i will, i can, i could, i would, let me, i'm going to, we'll, we will, we can, i plan to, i want to, let's"
        ),
        ([.forbidding], "don't, do not, never, avoid, please don't, please do not"),
        (
            [.talk],
            """
            tell, tell me, let me know, let me, say, ask, ask me, send me, give me, enjoy, thank you, thanks, reply, describe,
            no need to, no need, you don't need to, don't need to, don't have to, you don't have to, can't, cannot, can not,
            couldn't, unable to, won't, wouldn't, isn't, let us know, share with me, just say, message me, say the word,
            don't worry, just tell me
            """
        ),
        ([.and], "and, then, and then, &"),
        ([.or], "or, or else, or alternatively"),
        ([.but], "but, though, although, however, yet"),
        (
            [.preposition],
            """
            in, on, at, from, under, within, inside, for, of, into, onto, near, next to, beside, above, below, over, along,
            between, before, after, across, without, as, in the, on your, toward, towards, about
            """
        ),
        (
            [.determiner],
            "the, a, an, your, this, that, these, those, any, each, every, its, another, both, all, one, some, more, their, either"
        ),
        ([.pronoun], "it, them, this, that, these, here, one, everything, anything"),
        ([.to], "to, in order to, so as to"),
        (
            [.finite],
            """
            is, are, was, were, has, have, had, it's, that's, there's, looks, sounds, works, they're, does, do, did, makes,
            gives, keeps, feels, fits, starts, ends, plays, runs, lasts, shows, seems, what's, here's, isn't, means, uses, goes,
            they, matches, holds, appears, remains, stays, becomes, takes, should
            """
        ),
        ([.will, .finite], "will, 'll, it'll, that'll, would, is going to, can be, they'll"),
        (
            [.follows],
            """
            saved, downloaded, exported, rendered, start, starts, begin, begins, appear, appears, pop up, download, save, open,
            opens, processing, rendering, automatically, shortly, downloads
            """
        ),
        (
            [.wish],
            """
            want, want to, need, need to, ready, ready to, looking to, looking for, would you like, do you want, prefer, like,
            curious, happy with, need a, all set, satisfied, not happy, don't like, wondering, all good, are you ready, love it
            """
        ),
        (
            [.verb],
            "get, grab, start, begin, see, save, unlock, give, keep, create, have, finish, continue, bring, match, fit, open with"
        ),
        (
            [.procedure],
            "how to, steps, step, to export, to download, to save, to preview, export, download, guide, instructions, exporting"
        ),
        (
            [.findable],
            "you'll find, you'll see, you will find, you will see, you can find, you should see, you'll notice"
        ),
        (
            [.findable],
            "available, found, located, accessible, can be found, can be downloaded, can be exported, can be previewed"
        ),
        ([.plan], "plan, plans, package, tier, pro, premium, pro plan, premium plan, paid plan"),
        ([.drag, .intake, .verb], "drag in, drag and drop in"),
        ([.chat], "here, right here"),
        ([.chat], "this window, this chat, the chat, this conversation, chat box, the conversation, this terminal"),
        ([.filler], "there's, there is"),
        ([.thereby], "so that, so it, so they, in order that"),
    ]

    static let englishShields = """
        click through, click through rate, click-through, click-through rate, click rate, click sound, click track,
        press coverage, press release, press conference, press kit, press photos, hit song, hit songs, hit single, hit by,
        hit the beach, hit the road, drag race, drag racing, drag queen, drag show, drag coefficient, drag strip,
        open field, open fields, open road, open roads, open air, open space, open sea, open sky, open water, open source,
        open door, open doors, open window, open mind, open heart, open ending, open arms, open house, tap dance, tap dancing,
        tap water, export of, exports of, export market, export goods, white balance, color balance, colour balance,
        on balance, work-life balance, on account of, end credits, closing credits, opening credits, account of,
        photo credit, photo credits, credit card, credit to, credits roll, control panel, panel of, panel discussion,
        solar panel, solar panels, billing block, set up, set to music, button-down, button down, button up, button nose,
        belly button, push through, push past, push in, push-in, page turn, page turner, plan of, game plan, floor plan,
        stock exchange, download speed, see you, watch out, use of, share of, share with, media coverage, press play on words,
        link in bio, in the end, at the end, space station, outer space, return to form, escape from, shift in, mind map
        """
}
