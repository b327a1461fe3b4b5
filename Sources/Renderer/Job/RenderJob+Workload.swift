internal import Media
internal import Timeline

extension RenderJob {
    /// What the render would have to do if it started now. Nothing is read but names in the cache.
    ///
    /// - Throws: When the instruments are gone.
    public func workload() throws -> RenderWorkload {
        try RenderRun(self, crew: WorkerCrew(launch, restarts: 0), meter: ProgressMeter { _ in }).workload()
    }
}
