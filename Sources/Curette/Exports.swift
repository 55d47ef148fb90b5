// Whoever imports `Curette` sees what a pipeline takes and gives, and the one stage that is useful alone.
@_exported public import CuretteClean
@_exported public import CuretteData
@_exported public import CuretteExtract
@_exported public import CuretteIngest
@_exported public import CuretteReport
@_exported public import CuretteTag
@_exported public import CuretteText
