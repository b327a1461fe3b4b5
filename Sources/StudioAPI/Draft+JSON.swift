extension Draft {
    /// The draft, if the value has its form; quicker than decoding it.
    public init?(_ raw: RawJSON) {
        guard let value = JSONValue(raw) else { return nil }
        self.init(value)
    }

    /// The draft, if the value has its form.
    public init?(_ value: JSONValue) {
        guard let tracks = value["t"]?.array, let length = value["d"]?.int, let members = value["m"]?.object else {
            return nil
        }
        self.init(t: [], d: length, m: members)
        for track in tracks {
            guard let type = track["tt"]?.int, let segments = track["sg"]?.array else { return nil }
            var read: [Segment] = []
            for segment in segments {
                guard let length = segment["d"]?.int, let members = segment["m"]?.object else { return nil }
                read.append(Segment(d: length, m: members))
            }
            t.append(Track(tt: type, sg: read))
        }
    }
}
