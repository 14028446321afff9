import EssaimDomain
import EssaimGate
import EssaimWorkflow

extension Site {
    /// | method · path | policy |
    /// |---|---|
    /// | GET /lignes | seek line |
    /// | GET /lignes/{network}/{line}; POST prevenir, ne-plus-prevenir under it | see line |
    /// | POST /lignes/{network}/{line}/voie | take way: one that the line has |
    /// | GET /catalogue/{network} | read catalogue: anyone, where the network says so |
    static let lines: [Endpoint] = [
        Endpoint(.get, "/lignes", SeekLine.self) { grant, input in
            let filter = LineFilter(input.query)
            let finding = try await grant.find(filter)
            let page = grant.page(finding.surroundings)
            let showsMap = input.query.first(LinesModel.viewName) == LinesModel.mapView
            let model = LinesModel(finding, filter, showsMap: showsMap, page)
            return .page(LinesView(model, in: page.frame(current: .newRequest)))
        },
        Endpoint(.get, "/lignes/{network}/{line}", SeeLine.self) { grant, input in
            guard let page = try await grant.line() else { return nil }
            let making = grant.page(page.surroundings)
            let chosen = input.query.first(LineField.way).flatMap(Offer.Channel.Kind.init)
            let notice = input.query.first("fait").flatMap(DoneWords.notice)
            let model = LineModel(page, chosen: chosen, making)
            return .page(LineView(model, in: making.frame(current: .newRequest, notice: notice)))
        },
        Endpoint(.post, "/lignes/{network}/{line}/voie", TakeWay.self) { grant, input in
            try await grant.take(input)
            let line = grant.fact.line
            let page = SitePath.line(line.network.id.rawValue, line.offer.id.rawValue)
            // The way itself is a link of the page: a form may lead nowhere but here.
            return .seeOther(page.with(LineField.way, grant.fact.way.kind.rawValue).at("voies"))
        },
        Endpoint(.post, "/lignes/{network}/{line}/prevenir", SeeLine.self) { grant, input in
            try await grant.subscribe(input) ? .seeOther(grant.path.done("prevenir")) : .seeOther(grant.path)
        },
        Endpoint(.post, "/lignes/{network}/{line}/ne-plus-prevenir", SeeLine.self) { grant, input in
            try await grant.unsubscribe(input)
            let path = input.form.first(ProfileLines.backName) == nil ? grant.path : .profile
            return .seeOther(path.done("ne-plus-prevenir"))
        },
        Endpoint(.get, "/catalogue/{network}", ReadCatalogue.self) { grant, _ in
            let catalogue = try await grant.catalogue()
            // The same bytes for everybody, whoever is signed in: they may be kept on the way.
            let page = PageMaking(
                visitor: .anonymous,
                clock: PageClock(now: grant.now, rules: catalogue.surroundings.offsets),
                isDemonstration: catalogue.surroundings.isDemonstration)
            let model = CatalogueModel(
                network: catalogue.network.name, phone: catalogue.network.phone,
                rows: catalogue.network.offers.map { offer in
                    LineRow(offer, in: catalogue.network, catalogue.observed[offer.id], page.clock)
                })
            var reply = Reply.page(CatalogueView(model, in: page.frame()))
            reply.caching = .briefly
            return reply
        },
    ]
}

extension Grant where P == SeeLine {
    fileprivate var path: SitePath { .line(fact.network.id.rawValue, fact.offer.id.rawValue) }
}
