#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The files that a command line names: folders are walked, in the order of their files' paths as bytes.
///
/// A file that is named is read whatever it is called; in folders, files of unknown kind are passed over and counted.
package struct InputFiles: Sendable {
    package private(set) var inputs: [Input] = []
    /// How many files in folders were of no known kind.
    package private(set) var passedOver = 0

    /// - Parameter names: paths, and `-` for standard input.
    package init(_ names: [String]) {
        for name in names {
            if name == "-" {
                inputs.append(.standardInput())
            } else if let folder = Self.status(name), folder.isFolder {
                walk(name, within: [folder.identity])
            } else {
                // What is not there is an error when it is read, in its place among the others.
                inputs.append(.file(name))
            }
        }
    }

    /// What tells one folder from another, by whatever path it was reached.
    private struct Identity: Equatable {
        let device: UInt64
        let inode: UInt64
    }

    private mutating func walk(_ folder: String, within ancestors: [Identity]) {
        guard let entries = Self.entries(of: folder) else {
            // Read as a file it gives the error that says why.
            inputs.append(.file(folder))
            return
        }
        let prefix = folder.hasSuffix("/") ? folder : folder + "/"
        var found: [(path: String, folder: Identity?)] = []
        for entry in entries {
            let path = prefix + entry
            guard let status = Self.status(path) else {
                passedOver += 1
                continue
            }
            if status.isFolder {
                // A link back to a folder that holds it would never end.
                if !ancestors.contains(status.identity) { found.append((path + "/", status.identity)) }
            } else if status.isFile, InputFormat(ofFile: path) != nil {
                found.append((path, nil))
            } else {
                passedOver += 1
            }
        }
        // A folder sorts as its files' paths do: with its slash.
        found.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        for (path, identity) in found {
            if let identity {
                walk(path, within: ancestors + [identity])
            } else {
                inputs.append(.file(path))
            }
        }
    }

    private static func status(_ path: String) -> (isFolder: Bool, isFile: Bool, identity: Identity)? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        let kind = status.st_mode & S_IFMT
        let identity = Identity(
            device: UInt64(truncatingIfNeeded: status.st_dev),
            inode: UInt64(truncatingIfNeeded: status.st_ino)
        )
        return (kind == S_IFDIR, kind == S_IFREG, identity)
    }

    /// The names in a folder, but for hidden ones; nil where it cannot be read.
    private static func entries(of folder: String) -> [String]? {
        guard let stream = opendir(folder) else { return nil }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names
    }
}
