/// What there is to tell while a studio is looked for, started or spoken to.
public enum ConnectNotice: Hashable, Sendable {
    /// The studio is being made ready for its first use.
    case settingUp
    /// The person's own studio of an earlier build ends its work first.
    case waitingForOtherBuild
    /// The studio asked to slow down: a call is made again after this time. Told every second; zero at the end.
    case slowedDown(Duration)
}
