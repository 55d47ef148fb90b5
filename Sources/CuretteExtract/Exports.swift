// Whoever works on mentions speaks of concepts.
@_exported public import CuretteLexicon
