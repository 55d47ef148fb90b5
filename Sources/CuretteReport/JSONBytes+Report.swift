import CuretteExtract
import CuretteIngest
import CuretteSegment
import CuretteTag
import CuretteText

/// The members of a report, each in the contract's order.
extension JSONBytes {
    mutating func array<Element>(of elements: [Element], _ write: (inout JSONBytes, Element) -> Void) {
        openArray()
        for value in elements {
            element()
            write(&self, value)
        }
        closeArray()
    }

    mutating func generator(_ generator: Report.Generator) {
        openObject()
        key("curette")
        string(generator.curette)
        key("icu")
        string(generator.icu)
        key("unicode")
        string(generator.unicode)
        key("lexicon")
        string(generator.lexicon)
        key("dictionaries")
        string(generator.dictionaries)
        closeObject()
    }

    mutating func document(_ document: Report.Document, wasRead: Bool) {
        openObject()
        key("id")
        string(document.id)
        key("source")
        string(document.source)
        if wasRead { facts(of: document) }
        closeObject()
    }

    private mutating func facts(of document: Report.Document) {
        key("record")
        if let record = document.record {
            openObject()
            key("index")
            integer(record.index)
            key("offset")
            integer(record.offset)
            key("length")
            integer(record.length)
            closeObject()
        } else {
            null()
        }
        key("url")
        optional(document.url)
        key("mediaType")
        string(document.mediaType)
        key("charset")
        string(document.charset)
        key("bytes")
        integer(document.bytes)
        key("sha256")
        string(document.sha256)
        key("title")
        if let title = document.title {
            openObject()
            key("text")
            string(title.text)
            key("source")
            span(title.source)
            closeObject()
        } else {
            null()
        }
        key("languages")
        array(of: document.languages) { $0.string($1) }
        key("usage")
        string(document.usage.rawValue)
        key("rewritten")
        bool(document.rewritten)
    }

    mutating func block(_ block: Report.Block) {
        openObject()
        key("span")
        span(block.span)
        key("source")
        span(block.source)
        key("kind")
        switch block.kind {
        case .heading(let level):
            string("heading")
            key("level")
            integer(level)
        case .paragraph: string("paragraph")
        case .item(let depth):
            string("item")
            key("depth")
            integer(depth)
        case .cell: string("cell")
        }
        key("role")
        string(block.role.rawValue)
        closeObject()
    }

    mutating func repair(_ repair: Report.Repair) {
        openObject()
        key("span")
        span(repair.span)
        key("source")
        span(repair.source)
        key("kinds")
        array(of: repair.kinds) { $0.string($1.name) }
        key("from")
        string(repair.from)
        key("to")
        string(repair.to)
        closeObject()
    }

    mutating func suspicion(_ suspicion: Report.Suspicion) {
        openObject()
        key("span")
        span(suspicion.span)
        key("source")
        span(suspicion.source)
        key("kind")
        string(suspicion.kind)
        key("text")
        string(suspicion.text)
        key("note")
        string(suspicion.note)
        closeObject()
    }

    mutating func mention(_ mention: Report.Mention) {
        openObject()
        key("kind")
        string(mention.kind.rawValue)
        key("concept")
        string(mention.concept)
        key("label")
        string(mention.label)
        key("surface")
        string(mention.surface)
        key("spans")
        array(of: mention.spans) { $0.span($1) }
        key("source")
        array(of: mention.source) { $0.span($1) }
        key("match")
        string(mention.match.rawValue)
        key("repaired")
        bool(mention.repaired)
        key("role")
        string(mention.role.rawValue)
        key("section")
        array(of: mention.section) { $0.string($1) }
        key("tag")
        string(mention.tag.rawValue)
        key("confidence")
        decimal(mention.confidence, places: 2)
        key("evidence")
        array(of: mention.evidence) { $0.evidence($1) }
        closeObject()
    }

    private mutating func evidence(_ evidence: Report.Evidence) {
        openObject()
        key("favours")
        string(evidence.favours.rawValue)
        key("weight")
        decimal(evidence.weight, places: 1)
        key("kind")
        string(evidence.kind)
        key("quote")
        string(evidence.quote)
        if let place = evidence.span {
            key("span")
            span(place)
        }
        if let place = evidence.source {
            key("source")
            span(place)
        }
        closeObject()
    }

    mutating func summary(_ summary: Report.Summary) {
        openObject()
        key("mentions")
        integer(summary.mentions)
        key("cosmetic")
        integer(summary.cosmetic)
        key("reconstructive")
        integer(summary.reconstructive)
        key("concepts")
        array(of: summary.concepts) { json, concept in
            json.openObject()
            json.key("concept")
            json.string(concept.concept)
            json.key("label")
            json.string(concept.label)
            json.key("cosmetic")
            json.integer(concept.cosmetic)
            json.key("reconstructive")
            json.integer(concept.reconstructive)
            json.key("content")
            json.integer(concept.content)
            json.closeObject()
        }
        closeObject()
    }

    mutating func warning(_ warning: Warning) {
        openObject()
        key("code")
        string(warning.code)
        key("count")
        integer(warning.count)
        key("message")
        string(warning.message)
        closeObject()
    }

    private mutating func span<Space>(_ span: Span<Space>) { range(span.lower, span.upper) }

    private mutating func optional(_ text: String?) {
        if let text { string(text) } else { null() }
    }
}
