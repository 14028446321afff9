import EssaimDomain
import EssaimWorkflow

/// Plays a scene through the desk, each step at its own past hour.
struct SceneReplay: Sendable {
    let demonstration: Demonstration
    let cast: Cast

    private struct PastClock: WallClock {
        let instant: Instant
        func now() -> Instant { instant }
    }

    func play(_ scene: Scene, _ index: Int) async throws {
        let offsets = OffsetRules(named: demonstration.network.timeZone) ?? .centralEuropean
        let asker = try person(scene.asker)
        // A draft takes six minutes on average: it was opened so long before its first step.
        let sentAt = scene.steps.first?.ago.instant(before: demonstration.now, offsets) ?? demonstration.now - .hours(2)
        let opened = try await desk(sentAt - .minutes(6)).open(
            scene.line.offer, for: cast.structure(of: scene.asker)?.id, key: "scene-\(index)-open", by: asker.id)
        let receipt = try accepted(opened, index, "open")
        let id = receipt.request
        for (place, photo) in scene.photos.pictures.enumerated() {
            let at = sentAt - .minutes(4 - place)
            let attachment = try await attachment(photo, to: id, by: asker.id, at: at)
            let added = try await desk(at).perform(
                .attach(attachment), on: id, at: nil, key: "scene-\(index)-photo-\(place)", by: asker.id)
            _ = try accepted(added, index, "attach")
        }
        let edited = try await desk(sentAt - .minutes(1)).perform(
            .edit(scene.content), on: id, at: receipt.version, key: "scene-\(index)-edit", by: asker.id)
        var version = try accepted(edited, index, "edit").version
        for (place, step) in scene.steps.enumerated() {
            let at = step.ago.instant(before: demonstration.now, offsets)
            let who = try person(step.who ?? scene.asker)
            let command = step.deed.command(on: offsets.civil(at: at).date, at: at, in: cast)
            let done = try await desk(at).perform(
                command, on: id, at: version, key: "scene-\(index)-\(place)", by: who.id)
            version = try accepted(done, index, command.action.rawValue).version
        }
    }

    private func desk(_ instant: Instant) -> RequestDesk {
        RequestDesk(
            store: demonstration.store, clock: PastClock(instant: instant), forms: demonstration.forms,
            billing: demonstration.billing)
    }

    private func attachment(
        _ photo: (slot: String, name: String, picture: Picture), to request: Identifier<AdviceRequest>,
        by person: Identifier<Person>, at instant: Instant
    ) async throws -> Attachment {
        let bytes = photo.picture.bytes
        let developed = try await demonstration.files.keep(
            byteCount: bytes.count, named: photo.name, in: request
        ) { ByteStream(bytes) }
        switch developed {
        case .failure(let refusal): throw DemonstrationFault.picture(refusal.message)
        case .success(let kept):
            return Attachment(
                id: .new(at: instant), request: request, slot: photo.slot, name: photo.name, file: kept.file,
                addedBy: person, addedAt: instant)
        }
    }

    private func person(_ login: String) throws -> Person {
        guard let person = cast.people[login] else { throw DemonstrationFault.otherNetwork(login) }
        return person
    }

    private func accepted(
        _ result: Result<RequestDesk.Receipt, Refusal>, _ scene: Int, _ step: String
    ) throws -> RequestDesk.Receipt {
        switch result {
        case .success(let receipt): return receipt
        case .failure(let refusal): throw DemonstrationFault.refused(scene: scene, step: step, refusal)
        }
    }
}
