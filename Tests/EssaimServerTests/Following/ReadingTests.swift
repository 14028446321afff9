import EssaimDomain
import EssaimTestSupport
import Testing

/// An answer is read in one tap; one that nobody reads is seen by those who can do something about it.
@Suite struct ReadingTests {
    private static let list = "/demandes?vue=a-lire"

    @Test func `one tap on the list says read, and told now, and leaves the demand to be closed`() async throws {
        try await ServedTown.open { town in
            try await town.keep(.sample(.answered, isUnread: true))
            town.clock.advance(by: .hours(2))
            let colleague = try await town.browser(of: .colleague)
            let form = try await colleague.get(Self.list).form(to: "/demandes/request/patient-informe")
            let done = try await colleague.submit(form)
            #expect(done.status == 303 && done.location == Self.list + "&fait=patient-informe")
            let read = try #require(try await town.stored("request"))
            #expect(!read.isUnread && read.state == .answered)
            #expect(read.loop.patientToldAt == town.clock.now() && read.loop.readAt == town.clock.now())
            #expect(try await colleague.get(Self.list).text.contains("Tout est lu"))
            #expect(try await colleague.get("/demandes?vue=a-clore").source.contains("/demandes/request\""))
            // A second tap on the same line is the first one again.
            #expect(try await colleague.submit(form).status == 303)
            #expect(try await town.stored("request") == read)
        }
    }

    @Test func `a tap on a list that is no longer true changes nothing and says why`() async throws {
        try await ServedTown.open { town in
            try await town.keep(.sample(.answered, isUnread: true))
            let asker = try await town.browser(of: .asker)
            let form = try await asker.get(Self.list).form(to: "/demandes/request/patient-informe")
            _ = try await town.browser(of: .senior).act(
                on: "request", "amender",
                [("text", "Autre avis."), ("orientation", "emergencyDepartment"), ("motif", "Relecture.")])
            let before = try await town.stored("request")
            let page = try await asker.submit(form)
            #expect(page.status == 409 && before?.isUnread == true)
            #expect(try await town.stored("request") == before)
        }
    }

    @Test func `where there is nobody to tell, the tap says read`() async throws {
        try await ServedTown.open { town in
            try await town.keep(.sample(.declined, isUnread: true))
            let asker = try await town.browser(of: .asker)
            let page = try await asker.get(Self.list)
            #expect(!page.forms.contains { $0.action.hasSuffix("/patient-informe") })
            _ = try await asker.submit(try page.form(to: "/demandes/request/lu"))
            #expect(try await town.stored("request")?.isUnread == false)
        }
    }

    @Test func `unread for too long, it is marked for colleagues, the expert and the coordinator, not before`()
        async throws
    {
        try await ServedTown.open { town in
            try await town.keep(.sample(.answered, urgency: .priority, isUnread: true))
            let watched: [(Person, String)] = [
                (.colleague, Self.list), (.senior, "/demandes?vue=repondues"),
                (.coordinator, "/demandes?vue=non-lues"), (.regulator, "/demandes?vue=non-lues"),
                (.senior, "/demandes/request"),
            ]
            // Answered an hour after the sample's moment.
            town.clock.advance(by: .hours(25) - .minutes(1))
            for (person, path) in watched {
                let page = try await town.browser(of: person).get(path)
                #expect(page.status == 200 && !page.text.lowercased().contains("non lue depuis"), "\(path)")
            }
            let quiet = try await town.browser(of: .coordinator).get("/demandes?vue=non-lues")
            #expect(quiet.text.contains("Aucune réponse oubliée"))
            town.clock.advance(by: .minutes(1))
            for (person, path) in watched {
                let page = try await town.browser(of: person).get(path)
                #expect(page.text.lowercased().contains("non lue depuis 24 h"), "\(person.id) \(path)")
            }
            for person in [Person.neighbour, .second, .head, .secretary, .elsewhere] {
                let page = try await town.browser(of: person).get("/demandes?vue=non-lues")
                #expect(!page.text.lowercased().contains("non lue depuis"), "\(person.id)")
            }
            _ = try await town.browser(of: .asker).act(on: "request", "lu")
            for (person, path) in watched.dropFirst() {
                let page = try await town.browser(of: person).get(path)
                #expect(!page.text.lowercased().contains("non lue depuis"), "\(person.id) \(path)")
            }
        }
    }

    @Test func `closing asks what one would have done otherwise, keeps the code and ignores what is none`() async throws
    {
        try await ServedTown.open { town in
            try await town.keep(.sample(.answered, id: "one", rank: 1))
            try await town.keep(.sample(.answered, id: "two", rank: 2))
            let asker = try await town.browser(of: .asker)
            let page = try await asker.get("/demandes/one")
            #expect(page.text.contains("Sinon, vous auriez fait… ?"))
            let form = try page.form(to: "/demandes/one/clore")
            _ = try await asker.submit(form, [("suivi", "followed"), ("sinon", "referral"), ("remarque", "Vu.")])
            #expect(try await town.stored("one")?.loop.otherwise == .referral)
            let other = try await asker.get("/demandes/two").form(to: "/demandes/two/clore")
            _ = try await asker.submit(other, [("sinon", "<script>"), ("suivi", "' OR 1=1")])
            let closed = try await town.stored("two")
            #expect(closed?.state == .closed && closed?.loop.otherwise == nil && closed?.loop.advice == nil)
        }
    }
}
