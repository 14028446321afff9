import EssaimDomain

extension MembersModel {
    static let sample = MembersModel(
        network: "sample", networkName: "OncoBreizh", mayInvite: true,
        members: [
            Line(
                name: "Dr Anne Le Goff", profession: "dermatologue", path: .member("sample", "p1"),
                places: ["Équipe de Rennes (senior)"], state: "actif"),
            Line(
                name: "Paul Riou", profession: "", path: .member("sample", "p2"), places: ["Coordination du réseau"],
                state: "attendu"),
        ], next: .members("sample", after: "p2"), seal: .sample, roles: MembersModel.allRoles,
        pools: [("rennes", "Équipe de Rennes")], partners: [("chu", "CHU de Rennes")],
        professions: MembersModel.allProfessions)

    static let reportSample: MembersModel = {
        var model = sample
        model.report = [
            ("ligne 2, Anna Riou\u{A0}: invitation faite", false),
            ("ligne 3, Paul\u{A0}: refus\u{A0}: il manque «\u{A0}nom\u{A0}».", true),
        ]
        model.table = "nom;prenom;profession"
        model.faults = [FieldFault(field: MemberField.table, message: "Une ligne est refusée\u{A0}: corrigez-la.")]
        return model
    }()

    static let checkedSample: MembersModel = {
        var model = reportSample
        model.faults = []
        model.toSend = 1
        model.writes = false
        return model
    }()

    static let readSample = MembersModel(
        network: "sample", networkName: "OncoBreizh", mayInvite: false, members: [], isFirst: false, seal: .sample)
}

extension MemberModel {
    static let sample = MemberModel(
        network: "sample", networkName: "OncoBreizh", id: "p1", name: "Dr Anne Le Goff", profession: "dermatologue",
        state: "actif", keepsRoles: true, roles: ["coordinateur"], allRoles: MembersModel.allRoles,
        teams: [
            Team(id: "rennes", name: "Équipe de Rennes", grade: "senior", isOwn: true),
            Team(id: "chu", name: "Équipe du CHU", grade: "junior", isOwn: false),
        ], partners: ["chu"], ownPartners: [("chu", "CHU de Rennes")], otherPartners: [], seal: .sample)

    static let awaitedSample: MemberModel = {
        var model = sample
        (model.state, model.isAwaited, model.mail) = ("invité", true, "anne@exemple.fr")
        return model
    }()

    static let staleSample: MemberModel = {
        var model = sample
        model.isStale = true
        return model
    }()

    static let readSample: MemberModel = {
        var model = sample
        (model.keepsRoles, model.ownPartners, model.otherPartners) = (false, [], ["CHU de Rennes"])
        for index in model.teams.indices { model.teams[index].isOwn = false }
        return model
    }()
}
