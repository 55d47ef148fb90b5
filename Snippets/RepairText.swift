// Disguised text given back as it was typed, and what was changed.

import Curette

let repaired = Cleaner().clean("A liроsuсtion for every\u{200B} budget")
print(String(decoding: repaired.bytes, as: UTF8.self))
for repair in repaired.repairs() {
    print(repair.span, repair.reasons.map(\.name))
}
