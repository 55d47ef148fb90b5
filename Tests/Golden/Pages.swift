import Curette
import CuretteIngest
import CuretteReport
import CuretteTestSupport
import Foundation

/// One pipeline for all tests of this target: setting it up costs more than most pages.
let pipeline = Result { try Pipeline() }

extension Payload {
    /// A file of the project or beside it, under an id that says nothing of where this checkout lies.
    init(of file: URL) throws {
        let id = file.deletingLastPathComponent().lastPathComponent + "/" + file.lastPathComponent
        self.init(id: id, source: id, bytes: Array(try Data(contentsOf: file)))
    }
}
