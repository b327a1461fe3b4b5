#ifndef KINORA_CFFMPEG_SHIM_H
#define KINORA_CFFMPEG_SHIM_H

#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/avutil.h>
#include <libavutil/channel_layout.h>
#include <libavutil/cpu.h>
#include <libavutil/crc.h>
#include <libavutil/display.h>
#include <libavutil/imgutils.h>
#include <libavutil/opt.h>
#include <libavutil/pixdesc.h>
#include <libswresample/swresample.h>
#include <libswscale/swscale.h>

// These constants are function macros or casts, which are not imported.
static const int kinora_av_again = AVERROR(EAGAIN);
static const int kinora_av_end = AVERROR_EOF;
static const int kinora_av_refused = AVERROR(EACCES);
static const int kinora_av_invalid = AVERROR_INVALIDDATA;
static const int kinora_av_no_memory = AVERROR(ENOMEM);
static const int kinora_av_io = AVERROR(EIO);
static const int64_t kinora_av_no_time = AV_NOPTS_VALUE;

/// The macro for a stereo layout is a compound literal.
static inline AVChannelLayout kinora_av_stereo(void) {
    AVChannelLayout stereo = AV_CHANNEL_LAYOUT_STEREO;
    return stereo;
}

#endif
