#ifndef KINORA_CFACES_H
#define KINORA_CFACES_H

// Faces by OpenCV's cascades. Built as a library of its own, libKinoraFaces, which a worker loads when the first photo
// comes: OpenCV's start would cost every other run of the program several milliseconds.

#ifdef __cplusplus
extern "C" {
#endif

/// A face in pixels.
typedef struct {
    int x, y, width, height;
} kinora_face;

/// A finder, for one thread at a time.
///
/// `proposer` is the LBP cascade that looks through the picture; `first` and `second` are the Haar cascades that must
/// both agree. NULL when one of the files is no cascade.
void *kinora_faces_open(const char *proposer, const char *first, const char *second);

void kinora_faces_close(void *finder);

/// The faces of a grey picture of width * height bytes without gaps between its rows.
///
/// Returns how many there are, at most `most`; -1 when the library failed.
int kinora_faces_find(void *finder, const unsigned char *grey, int width, int height, kinora_face *faces, int most);

#ifdef __cplusplus
}
#endif

#endif
