import Foundation
import Testing

@testable import EssaimDemonstration

private func page(_ html: String) -> WebPage {
    WebPage(path: "/", status: 200, location: nil, contentType: "text/html; charset=utf-8", body: Array(html.utf8))
}

@Suite struct PageTests {
    @Test func `a form is sent as a browser without script would send it`() throws {
        let form = try page(
            """
            <form method="post" action="/a?b=1&amp;c=2" id="f" enctype="multipart/form-data">
            <input type="hidden" name="_csrf" value="x&quot;y&#39;&lt;&#x41;"><input type=text name=nom value="Le Goff">
            <input type="radio" name="sexe" value="f" checked><input type="radio" name="sexe" value="m">
            <input type="checkbox" name="oui" value="1"><input type="file" name="photo">
            <select name="siège"><option value="">Choisir</option><option value="dos" selected>Dos</option></select>
            <textarea name="texte">
            a &amp; b
            c</textarea><input name="mort" value="1" disabled>
            <button name="_suite" value="envoyer"><svg><path d="M0"/></svg> Envoyer <b>tout</b></button>
            </form><input name="dehors" value="2" form="f">
            """
        ).form(to: "/a?b=1&c=2")
        #expect(form.isMultipart)
        let sent = try form.filled([("sexe", "m")], button: "envoyer").fields.map { "\($0.name)=\($0.value)" }
        #expect(
            sent == [
                "_csrf=x\"y'<A", "nom=Le Goff", "siège=dos", "texte=a & b\nc", "dehors=2", "sexe=m", "_suite=envoyer",
            ])
        #expect(form.controls.first { $0.kind == .button }?.label == "Envoyer tout")
    }

    @Test func `what a form does not offer is a failure that says what it offers`() throws {
        let form = try page("<form action='/a'><input type='radio' name='r' value='1'><input name='t' disabled></form>")
            .form(to: "/a")
        #expect(throws: StoryFailure("le choix «\u{A0}2\u{A0}» pour r", "1")) { try form.filled([("r", "2")]) }
        #expect(throws: StoryFailure.self) { try form.filled([("absent", "2")]) }
        #expect(throws: StoryFailure.self) { try form.filled([("t", "2")]) }
        #expect(throws: StoryFailure.self) { try form.filled(button: "envoyer") }
        #expect(throws: StoryFailure.self) { try page("<p>rien").form(to: "/a") }
    }

    @Test func `states, links, texts and complaints are read off a page`() throws {
        let page = page(
            """
            <!DOCTYPE html><title>t</title><script>let a = "<p>non"</script><a href="/x">lien</a>
            <span class="status"><span class="chip waiting">Précision\u{A0}attendue<svg><use href="#i"/></svg></span> reste</span>
            <p class="error"><svg class="icon"><path d="M"/></svg> Il manque la <b>date</b>.</p><p>Fin
            """)
        #expect(page.links == ["/x"])
        #expect(page.states == ["Précision attendue"])
        #expect(page.complaints == ["Il manque la date ."] || page.complaints == ["Il manque la date."])
        #expect(page.text.contains("Précision attendue reste") && !page.text.contains("non"))
        try page.expect(state: "Précision attendue")
        #expect(throws: StoryFailure.self) { try page.expect(state: "Close") }
        #expect(page.summary.contains("Il manque la date"))
    }

    @Test(arguments: [
        "", "<", "<a", "<a b", "<a b=", "<a b='", "</", "&", "&#x;", "&#99999999;", "<!", "<select><option>",
        "</p></p>",
    ])
    func `a broken page is read without a trap`(_ html: String) {
        #expect(page(html).status == 200)
        #expect(page(html + "<form action=\"/f\">").forms.count <= 1)
    }

    @Test func `a story without a server fails at its first step and says so`() async throws {
        let url = try #require(URL(string: "http://127.0.0.1:9"))
        let lines = Lines()
        let result = await Story(base: url, out: { lines.append($0) }).play()
        #expect(result.steps == 0 && result.failure != nil)
        #expect(lines.all.first?.hasPrefix("✗  1") == true && lines.all.count == 3)
    }
}
