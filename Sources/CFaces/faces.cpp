#include "CFaces.h"

#include <algorithm>
#include <memory>
#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>
#include <opencv2/objdetect.hpp>
#include <vector>

namespace {

/// The smallest face that is looked for, in pixels. The cascades were trained on faces of 24 and 20 pixels.
constexpr int smallest = 24;
/// How much larger each size that is tried is than the one before.
constexpr double coarse = 1.2, fine = 1.08;
/// How many overlapping windows of a checking cascade make a face. On photos with faces the best window had 27 and
/// more (`first`) and 17 and more (`second`); on two hundred without any, never more than 12 and 9.
constexpr int enough_first = 15, enough_second = 11;
/// A face that is checked is brought to a side within these, in pixels.
constexpr double least_side = 40, most_side = 64;

/// A rectangle that the cascade is surest of, with the number of windows that agree on it.
struct Vote {
    cv::Rect rect;
    int windows = 0;
};

struct Finder {
    cv::CascadeClassifier proposer, first, second;

    Finder(const char *proposer, const char *first, const char *second)
        : proposer(proposer), first(first), second(second) {}

    bool isReady() const { return !proposer.empty() && !first.empty() && !second.empty(); }

    std::vector<cv::Rect> find(const cv::Mat &grey) {
        std::vector<cv::Rect> proposals, faces;
        proposer.detectMultiScale(grey, proposals, coarse, 1, 0, cv::Size(smallest, smallest));
        for (const cv::Rect &proposal : proposals) {
            const cv::Rect face = check(grey, proposal);
            // Two proposals of different sizes may end at the same face.
            const bool known = std::any_of(faces.begin(), faces.end(), [&](const cv::Rect &other) {
                return (face & other).area() * 2 > std::min(face.area(), other.area());
            });
            if (!face.empty() && !known) faces.push_back(face);
        }
        return faces;
    }

private:
    /// The face in and around the proposal, or nothing when the checking cascades see none.
    cv::Rect check(const cv::Mat &grey, const cv::Rect &proposal) {
        const int margin = proposal.width * 3 / 10;
        const cv::Rect around =
            cv::Rect(proposal.x - margin, proposal.y - margin, proposal.width + 2 * margin, proposal.width + 2 * margin) &
            cv::Rect(0, 0, grey.cols, grey.rows);
        const double side = std::clamp(double(proposal.width), least_side, most_side);
        const double scale = side / proposal.width;
        cv::Mat part;
        cv::resize(grey(around), part, cv::Size(), scale, scale, scale < 1 ? cv::INTER_AREA : cv::INTER_LINEAR);
        const Vote vote = surest(first, part, side);
        if (vote.windows < enough_first || surest(second, part, side).windows < enough_second) return cv::Rect();
        return cv::Rect(around.x + cvRound(vote.rect.x / scale), around.y + cvRound(vote.rect.y / scale),
                        cvRound(vote.rect.width / scale), cvRound(vote.rect.height / scale)) &
               cv::Rect(0, 0, grey.cols, grey.rows);
    }

    static Vote surest(cv::CascadeClassifier &cascade, const cv::Mat &part, double side) {
        std::vector<cv::Rect> rects;
        std::vector<int> windows;
        const int from = cvRound(side * 0.6), to = cvRound(side * 1.5);
        cascade.detectMultiScale(part, rects, windows, fine, 1, 0, cv::Size(from, from), cv::Size(to, to));
        Vote best;
        for (size_t at = 0; at < rects.size(); at++) {
            if (windows[at] > best.windows) best = Vote{rects[at], windows[at]};
        }
        return best;
    }
};

} // namespace

// No exception may pass into Swift, which could not catch it.

void *kinora_faces_open(const char *proposer, const char *first, const char *second) {
    try {
        // The worker's threads are the parallelism.
        cv::setNumThreads(1);
        auto finder = std::make_unique<Finder>(proposer, first, second);
        return finder->isReady() ? finder.release() : nullptr;
    } catch (...) {
        return nullptr;
    }
}

void kinora_faces_close(void *finder) {
    delete static_cast<Finder *>(finder);
}

int kinora_faces_find(void *finder, const unsigned char *grey, int width, int height, kinora_face *faces, int most) {
    try {
        const cv::Mat picture(height, width, CV_8UC1, const_cast<unsigned char *>(grey));
        const std::vector<cv::Rect> found = static_cast<Finder *>(finder)->find(picture);
        const int count = std::min(int(found.size()), most);
        for (int at = 0; at < count; at++) {
            faces[at] = kinora_face{found[at].x, found[at].y, found[at].width, found[at].height};
        }
        return count;
    } catch (...) {
        return -1;
    }
}
