import CuretteDigest
import CuretteExtract
import CuretteIngest
import CuretteReport
import Testing

@Suite struct JSONLinesWriterTests {
    private func line(_ report: Report, _ writer: JSONLinesWriter = JSONLinesWriter()) -> String {
        String(decoding: writer.line(report), as: UTF8.self)
    }

    @Test func `a report has the members of the contract in its order`() {
        let digest = Digest.sha256(Array("Für Sie\nBr\u{435}ast lift\u{3000}and plastic surgery".utf8))
        let textDigest = Digest.sha256(Array("Für Sie\nBreast lift\u{3000}and plastic surgery".utf8))
        let expected =
            #"{"format":"curette-report/1","generator":{"curette":"0.0.0","icu":"72.1","unicode":"15.0","#
            + #""lexicon":"sha256:aa","dictionaries":"sha256:bb"},"#
            + #""document":{"id":"a.html","source":"a.html","record":null,"url":"https://example.org/","#
            + #""mediaType":"text/html","charset":"UTF-8","bytes":43,"sha256":"\#(digest)","#
            + #""title":{"text":"Title \"T\"","source":[1,9]},"languages":["de","en"],"usage":"umbrella","#
            + #""rewritten":false},"text":"Für Sie\nBreast lift　and plastic surgery","#
            + #""textSha256":"\#(textDigest)","#
            + #""blocks":[{"span":[0,7],"source":[0,8],"kind":"heading","level":1,"role":"content"},"#
            + #"{"span":[8,39],"source":[9,43],"kind":"item","depth":1,"role":"footer"}],"#
            + #""repairs":[{"span":[10,11],"source":[11,13],"kinds":["homoglyph"],"from":"е","to":"e"}],"#
            + #""suspicions":[{"span":[19,20],"source":[21,24],"kind":"invisible","text":"　","#
            + #""note":"A wide space"}],"#
            + #""mentions":[{"kind":"procedure","concept":"breast-lift","label":"Breast lift","#
            + #""surface":"Breast … lift","spans":[[8,14],[15,19]],"source":[[9,16],[17,21]],"match":"elided","#
            + #""repaired":true,"role":"footer","section":["Für Sie"],"tag":"cosmetic","confidence":0.88,"#
            + #""evidence":[{"favours":"cosmetic","weight":2.4,"kind":"section","quote":"Für Sie","span":[0,7],"#
            + #""source":[0,8]},"#
            + #"{"favours":"reconstructive","weight":1.0,"kind":"title","quote":"Title","source":[1,6]},"#
            + #"{"favours":"cosmetic","weight":0.0,"kind":"usual","quote":"breast-lift"}]},"#
            + #"{"kind":"field","concept":"plastic-surgery","label":"Plastic surgery","#
            + #""surface":"plastic surgery","spans":[[24,39]],"source":[[28,43]],"match":"exact","#
            + #""repaired":false,"role":"footer","section":["Für Sie"],"tag":"umbrella","confidence":1.00,"#
            + #""evidence":[]}],"#
            + #""summary":{"mentions":1,"cosmetic":1,"reconstructive":0,"#
            + #""concepts":[{"concept":"breast-lift","label":"Breast lift","cosmetic":1,"reconstructive":0,"#
            + #""content":0}]},"#
            + #""warnings":[{"code":"undecodable-bytes","count":2,"message":"2 bytes could not be decoded"}]}"#
            + "\n"
        #expect(line(SamplePage.report) == expected)
    }

    @Test func `a page that could not be read is one line too`() {
        let error = IngestError("truncated-gzip", at: "b.gz", "the file ends early")
        let report = SamplePage.reporter.report(unreadable: error, id: "b.gz", source: "b.gz")
        #expect(
            line(report)
                == #"{"format":"curette-report/1","generator":{"curette":"0.0.0","icu":"72.1","unicode":"15.0","#
                + #""lexicon":"sha256:aa","dictionaries":"sha256:bb"},"document":{"id":"b.gz","source":"b.gz"},"#
                + #""error":{"code":"truncated-gzip","message":"the file ends early"}}"# + "\n"
        )
    }

    @Test func `what is left out leaves the rest as it was`() throws {
        let whole = line(SamplePage.report)
        let without = line(SamplePage.report, JSONLinesWriter(without: [.text, .blocks]))
        #expect(!without.contains(#""text":"Für"#) && !without.contains(#""blocks""#))
        #expect(without.contains(#""textSha256""#))
        let repairs = try #require(whole.firstRange(of: #","repairs""#))
        #expect(without.hasSuffix(whole[repairs.lowerBound...]))
    }

    @Test func `asked for procedures it writes no fields`() {
        let written = line(SamplePage.report, JSONLinesWriter(kind: .procedure))
        #expect(written.contains(#""concept":"breast-lift""#))
        #expect(!written.contains("plastic-surgery"))
    }

    @Test func `pretty is the same report with white space`() {
        let pretty = line(SamplePage.report, JSONLinesWriter(isPretty: true))
        #expect(pretty.hasPrefix("{\n  \"format\": \"curette-report/1\",\n  \"generator\": {\n    \"curette\""))
        #expect(pretty.contains("\n      \"span\": [0, 7],\n"))
        #expect(pretty.contains("\"evidence\": []\n"))
        let lines = pretty.split(separator: "\n").map { $0.drop { $0 == " " } }
        let squeezed = lines.joined()
            .replacing("\": ", with: "\":")
            .replacing(#/\[(\d+), (\d+)\]/#) { "[\($0.output.1),\($0.output.2)]" }
        #expect(squeezed + "\n" == line(SamplePage.report))
    }
}
