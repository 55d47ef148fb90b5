/// The contract as a JSON Schema (2020-12), as `curette schema` prints it.
///
/// Objects may have members that stand here nowhere (`additionalProperties` is not false): names are only ever added,
/// and a reader that refuses new ones would break at each addition.
public enum ReportSchema {
    public static let json = ##"""
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "$id": "urn:curette:report:1",
          "title": "Curette report",
          "description": "One page: its repaired text, the procedures it names, what it presents each as, and why. Spans are half-open ranges of Unicode code points of `text`; sources are half-open ranges of bytes of the page, after container, transfer and content encoding and before its charset was decoded.",
          "type": "object",
          "required": ["format", "generator", "document"],
          "oneOf": [
            {"required": ["error"]},
            {"required": ["textSha256", "repairs", "suspicions", "mentions", "summary", "warnings"]}
          ],
          "properties": {
            "format": {"const": "curette-report/1"},
            "generator": {"$ref": "#/$defs/generator"},
            "document": {"$ref": "#/$defs/document"},
            "text": {"type": "string", "description": "What a visitor reads, in document order, repaired. Title, alt, placeholder and meta descriptions are not in it; what the page hides is, with the role `hidden`. Left out by `--without text`."},
            "textSha256": {"$ref": "#/$defs/sha256", "description": "Of the UTF-8 of `text`, whether or not it is written."},
            "blocks": {"type": "array", "items": {"$ref": "#/$defs/block"}, "description": "In reading order. Left out by `--without blocks`."},
            "repairs": {"type": "array", "items": {"$ref": "#/$defs/repair"}},
            "suspicions": {"type": "array", "items": {"$ref": "#/$defs/suspicion"}},
            "mentions": {"type": "array", "items": {"$ref": "#/$defs/mention"}, "description": "In reading order."},
            "summary": {"$ref": "#/$defs/summary"},
            "warnings": {"type": "array", "items": {"$ref": "#/$defs/warning"}},
            "error": {"$ref": "#/$defs/error"}
          },
          "$defs": {
            "span": {"type": "array", "prefixItems": [{"type": "integer", "minimum": 0}, {"type": "integer", "minimum": 0}], "minItems": 2, "maxItems": 2, "description": "[start, end) in Unicode code points of `text`."},
            "source": {"type": "array", "prefixItems": [{"type": "integer", "minimum": 0}, {"type": "integer", "minimum": 0}], "minItems": 2, "maxItems": 2, "description": "[start, end) in bytes of the page."},
            "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
            "role": {"enum": ["content", "navigation", "header", "footer", "sidebar", "form", "comments", "notice", "hidden"], "description": "The part this stretch plays on the page."},
            "generator": {
              "type": "object",
              "description": "What made the report.",
              "required": ["curette", "icu", "unicode", "lexicon", "dictionaries"],
              "properties": {
                "curette": {"type": "string", "description": "Version of the program."},
                "icu": {"type": "string", "description": "Version of the ICU library."},
                "unicode": {"type": "string", "description": "Version of Unicode that ICU's data is of."},
                "lexicon": {"type": "string", "description": "Hash of the tables in use."},
                "dictionaries": {"type": "string", "description": "Hash of the word lists in use."}
              }
            },
            "document": {
              "type": "object",
              "description": "Where the page came from and what holds for all of it. Only `id` and `source` where it could not be read.",
              "required": ["id", "source"],
              "properties": {
                "id": {"type": "string", "description": "The path as given, the WARC target URI, the JSON line's `id`, or `-`."},
                "source": {"type": "string", "description": "The file the page came from, as given."},
                "record": {
                  "type": ["object", "null"],
                  "description": "Where the record stands in its decompressed file.",
                  "required": ["index", "offset", "length"],
                  "properties": {
                    "index": {"type": "integer", "minimum": 0, "description": "Its number, from 0."},
                    "offset": {"type": "integer", "minimum": 0, "description": "In bytes."},
                    "length": {"type": "integer", "minimum": 0, "description": "In bytes."}
                  }
                },
                "url": {"type": ["string", "null"]},
                "mediaType": {"enum": ["text/html", "text/plain"]},
                "charset": {"type": "string", "description": "By which the bytes were decoded, as the WHATWG Encoding Standard names it."},
                "bytes": {"type": "integer", "minimum": 0},
                "sha256": {"$ref": "#/$defs/sha256", "description": "Of the page's bytes."},
                "title": {
                  "type": ["object", "null"],
                  "required": ["text", "source"],
                  "properties": {
                    "text": {"type": "string"},
                    "source": {"$ref": "#/$defs/source"}
                  }
                },
                "languages": {"type": "array", "items": {"type": "string"}, "description": "Language codes, the main language first."},
                "usage": {"enum": ["cosmetic", "reconstructive", "umbrella", "none"], "description": "How the page uses the words \"plastic surgery\"."},
                "rewritten": {"type": "boolean", "description": "Whether an article spinner replaced words."}
              }
            },
            "block": {
              "type": "object",
              "required": ["span", "source", "kind", "role"],
              "properties": {
                "span": {"$ref": "#/$defs/span"},
                "source": {"$ref": "#/$defs/source"},
                "kind": {"enum": ["heading", "paragraph", "item", "cell"]},
                "level": {"type": "integer", "minimum": 1, "description": "Of a heading; 1 is the outermost."},
                "depth": {"type": "integer", "minimum": 1, "description": "Of an item; 1 is the outermost list."},
                "role": {"$ref": "#/$defs/role"}
              }
            },
            "repair": {
              "type": "object",
              "description": "A place where `text` differs from what the page said. Touching edits are one entry.",
              "required": ["span", "source", "kinds", "from", "to"],
              "properties": {
                "span": {"$ref": "#/$defs/span", "description": "Empty for a deletion."},
                "source": {"$ref": "#/$defs/source"},
                "kinds": {"type": "array", "items": {"type": "string"}, "minItems": 1, "description": "All reasons, in the order in which they applied."},
                "from": {"type": "string", "description": "The decoded text before cleaning."},
                "to": {"type": "string", "description": "The text as it stands."}
              }
            },
            "suspicion": {
              "type": "object",
              "description": "A place that looks tampered with and was left alone.",
              "required": ["span", "source", "kind", "text", "note"],
              "properties": {
                "span": {"$ref": "#/$defs/span"},
                "source": {"$ref": "#/$defs/source"},
                "kind": {"type": "string"},
                "text": {"type": "string"},
                "note": {"type": "string", "description": "One sentence for a person."}
              }
            },
            "mention": {
              "type": "object",
              "required": ["kind", "concept", "label", "surface", "spans", "source", "match", "repaired", "role", "section", "tag", "confidence", "evidence"],
              "properties": {
                "kind": {"enum": ["procedure", "field"], "description": "Something done to a patient's body, or a discipline."},
                "concept": {"type": "string", "description": "Id in the lexicon."},
                "label": {"type": "string", "description": "The concept's name for people."},
                "surface": {"type": "string", "description": "The words of `text`; the two fragments of an elided name are joined by ` … `."},
                "spans": {"type": "array", "items": {"$ref": "#/$defs/span"}, "minItems": 1, "maxItems": 2, "description": "Two where the name is elided (`breast` … `lift`)."},
                "source": {"type": "array", "items": {"$ref": "#/$defs/source"}, "minItems": 1, "maxItems": 2, "description": "As many as `spans`."},
                "match": {"enum": ["rewritten", "elided", "misspelt", "glued", "variant", "inflected", "exact"], "description": "How the name was found; the first that applies."},
                "repaired": {"type": "boolean", "description": "Whether the name stands on repaired text."},
                "role": {"$ref": "#/$defs/role"},
                "section": {"type": "array", "items": {"type": "string"}, "description": "Headings it stands under, outermost first; one of more than 200 bytes is cut and ends in `…`."},
                "tag": {"enum": ["cosmetic", "reconstructive", "umbrella"], "description": "`umbrella` only for a field."},
                "confidence": {"type": "number", "minimum": 0, "maximum": 1, "description": "Probability that the tag is right."},
                "evidence": {"type": "array", "items": {"$ref": "#/$defs/evidence"}, "description": "Strongest first."}
              }
            },
            "evidence": {
              "type": "object",
              "required": ["favours", "weight", "kind", "quote"],
              "properties": {
                "favours": {"enum": ["cosmetic", "reconstructive", "umbrella"]},
                "weight": {"type": "number", "minimum": 0, "description": "Log-odds."},
                "kind": {"type": "string"},
                "quote": {"type": "string", "description": "Words of the text, the first 200 bytes where they are more, exactly as `span` has them; of the title, cut and ended with `…`; or a concept's id, which has neither span nor source."},
                "span": {"$ref": "#/$defs/span", "description": "Absent for words of the title."},
                "source": {"$ref": "#/$defs/source"}
              }
            },
            "summary": {
              "type": "object",
              "description": "Procedures, counted; fields are not.",
              "required": ["mentions", "cosmetic", "reconstructive", "concepts"],
              "properties": {
                "mentions": {"type": "integer", "minimum": 0},
                "cosmetic": {"type": "integer", "minimum": 0},
                "reconstructive": {"type": "integer", "minimum": 0},
                "concepts": {
                  "type": "array",
                  "description": "In the order in which the page first mentions them.",
                  "items": {
                    "type": "object",
                    "required": ["concept", "label", "cosmetic", "reconstructive", "content"],
                    "properties": {
                      "concept": {"type": "string"},
                      "label": {"type": "string"},
                      "cosmetic": {"type": "integer", "minimum": 0},
                      "reconstructive": {"type": "integer", "minimum": 0},
                      "content": {"type": "integer", "minimum": 0, "description": "How many stand in content, as opposed to menus, footers and the like."}
                    }
                  }
                }
              }
            },
            "warning": {
              "type": "object",
              "description": "Something odd about a page that was read all the same.",
              "required": ["code", "count", "message"],
              "properties": {
                "code": {"type": "string"},
                "count": {"type": "integer", "minimum": 1},
                "message": {"type": "string"}
              }
            },
            "error": {
              "type": "object",
              "description": "Why the page could not be read.",
              "required": ["code", "message"],
              "properties": {
                "code": {"type": "string", "description": "A stable word for programs."},
                "message": {"type": "string", "description": "One sentence for a person."}
              }
            }
          }
        }

        """##
}
