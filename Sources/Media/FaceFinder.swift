import Synchronization
import Timeline

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Finds faces in pictures, by the cascades that come with OpenCV.
///
/// The library that does it, `libKinoraFaces`, lies beside the program and is loaded when the first picture comes. It
/// is a convenience: without it, or without its models, photos are framed by what else stands out in them.
public final class FaceFinder: Sendable {
    /// The finder of this process, or what it lacks.
    static let shared: Result<FaceFinder, MediaError> = {
        do throws(MediaError) {
            return .success(try FaceFinder())
        } catch {
            return .failure(error)
        }
    }()

    /// Throws what is missing, and says how to get it.
    public static func check() throws(MediaError) {
        _ = try shared.get()
    }

    /// What it reads besides the system's own files.
    public static var library: String? {
        guard let program = realpath("/proc/self/exe", nil) else { return nil }
        defer { free(program) }
        return String(cString: program).split(separator: "/").dropLast().map { "/\($0)" }.joined()
            + "/libKinoraFaces.so"
    }

    /// The package `opencv-data` puts them there. Its cascades of faces from the side are left out. The Haar one takes
    /// 87 ms a photo both ways round, and sees 10 windows in the one profile where it alone sees a face, but 9 in a
    /// photo without any; the LBP one takes 25 ms and agrees on no face at all by more windows than on fruit.
    private static let models = (
        proposer: "/usr/share/opencv4/lbpcascades/lbpcascade_frontalface.xml",
        first: "/usr/share/opencv4/haarcascades/haarcascade_frontalface_alt2.xml",
        second: "/usr/share/opencv4/haarcascades/haarcascade_frontalface_alt.xml"
    )
    private static let mostFaces = 32

    // The functions of CFaces.h.
    private typealias Open =
        @convention(c) (UnsafePointer<CChar>, UnsafePointer<CChar>, UnsafePointer<CChar>) -> UnsafeMutableRawPointer?
    private typealias Find =
        @convention(c) (
            UnsafeMutableRawPointer, UnsafePointer<UInt8>, Int32, Int32, UnsafeMutableRawPointer, Int32
        ) -> Int32

    /// The cascades, as they were read from their files.
    //
    // @unchecked: whoever takes it from `idle` is alone with it.
    private struct Cascades: @unchecked Sendable {
        let pointer: UnsafeMutableRawPointer
    }

    private let open: Open
    private let find: Find
    /// Those that no thread is using; a thread that finds none reads the files again.
    private let idle: Mutex<[Cascades]>

    private init() throws(MediaError) {
        for model in [Self.models.proposer, Self.models.first, Self.models.second] where access(model, R_OK) != 0 {
            throw MediaError(.failed, "the models are missing; get them with: apt-get install opencv-data")
        }
        guard let path = Self.library, let library = dlopen(path, RTLD_NOW | RTLD_LOCAL),
            let open = dlsym(library, "kinora_faces_open"), let find = dlsym(library, "kinora_faces_find")
        else {
            throw MediaError(.failed, "libKinoraFaces.so, which is built with Kinora, cannot be loaded")
        }
        self.open = unsafeBitCast(open, to: Open.self)
        self.find = unsafeBitCast(find, to: Find.self)
        guard let first = Self.cascades(self.open) else {
            throw MediaError(
                .failed,
                "the models cannot be read; get them anew: apt-get install --reinstall opencv-data"
            )
        }
        idle = Mutex([first])
    }

    private static func cascades(_ open: Open) -> Cascades? {
        open(models.proposer, models.first, models.second).map { Cascades(pointer: $0) }
    }

    /// The faces of a grey picture in memory, in parts of its sides, the largest first. The same at every call.
    func faces(in grey: Picture) -> [UnitRect] {
        guard let cascades = idle.withLock({ $0.popLast() }) ?? Self.cascades(open) else { return [] }
        defer { idle.withLock { $0.append(cascades) } }
        let (width, height) = (grey.width, grey.height)
        // A face is four numbers: x, y, width, height.
        let numbers = [Int32](unsafeUninitializedCapacity: Self.mostFaces * 4) { numbers, count in
            guard let start = numbers.baseAddress else { return }
            let found = find(
                cascades.pointer,
                grey.row(0),
                Int32(width),
                Int32(height),
                start,
                Int32(Self.mostFaces)
            )
            count = max(Int(found), 0) * 4
        }
        let faces = stride(from: 0, to: numbers.count, by: 4).map { at in
            UnitRect(
                x: Self.part(numbers[at], of: width),
                y: Self.part(numbers[at + 1], of: height),
                width: Self.part(numbers[at + 2], of: width),
                height: Self.part(numbers[at + 3], of: height)
            )
        }
        return faces.sorted { ($0.width * $0.height, $1.x, $1.y) > ($1.width * $1.height, $0.x, $0.y) }
    }

    /// To four places, so that a face takes little room in a project.
    private static func part(_ pixels: Int32, of side: Int) -> Double {
        (Double(pixels) / Double(side) * 10_000).rounded() / 10_000
    }
}
