// What a page names, what it presents it as, and the words that say so.

import Curette

let pipeline = try Pipeline()
let report = pipeline.report(
    on: """
        Reconstructive procedures

        Most breast reductions here are done for back pain; a breast lift is cosmetic.
        """
)
for mention in report.mentions {
    print(mention.surface, mention.tag, mention.confidence, mention.evidence.map(\.quote))
}
