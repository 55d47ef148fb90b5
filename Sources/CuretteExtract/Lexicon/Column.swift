/// Values that are read at every word of every page, in memory of their own.
///
/// Reading an array that threads share counts references, and workers that count the same references slow each other
/// down: with arrays, two workers were 1.3 times as fast as one. Whoever makes a column keeps it as long as anyone may
/// read it, and frees it then.
struct Column<Value: BitwiseCopyable & Sendable>: @unchecked Sendable {
    // Written before anyone else sees it, and never again: that is what makes it safe to share.
    private let values: UnsafePointer<Value>
    let count: Int

    init(_ values: [Value]) {
        let own = UnsafeMutablePointer<Value>.allocate(capacity: max(values.count, 1))
        own.initialize(from: values, count: values.count)
        self.values = UnsafePointer(own)
        count = values.count
    }

    @inline(__always)
    subscript(index: Int) -> Value {
        assert(index >= 0 && index < count, "a column is read outside its values")
        return values[index]
    }

    func free() { UnsafeMutablePointer(mutating: values).deallocate() }
}
