/** What a person reads where a text is not YAML. */
import type { ErrorCode } from "yaml";

/** What each error of the library means. Its own words quote the file, and speak of its own insides. */
export const SYNTAX: Readonly<Record<ErrorCode, string>> = {
  ALIAS_PROPS: "An alias (*) takes no anchor and no tag. Take them out.",
  BAD_ALIAS: "An alias or anchor (* or &) has a name that is not allowed here. Use letters and digits.",
  BAD_COLLECTION_TYPE: "A tag stands before a value that it does not fit. Take the tag out.",
  BAD_DIRECTIVE: "This is not a directive of YAML. Take the line out.",
  BAD_DQ_ESCAPE: "This escape is not one of YAML's. Use single quotes, in which a backslash is itself.",
  BAD_INDENT:
    "The lines of this value are not indented alike, or a closing bracket is missing or not indented.",
  BAD_PROP_ORDER: "Anchors and tags stand behind the dash or the colon. Move this one there.",
  BAD_SCALAR_START: "A word cannot begin with this character in YAML. Put the word in quotes.",
  BLOCK_AS_IMPLICIT_KEY: "A second key stands on this line. Put it on a line of its own.",
  BLOCK_IN_FLOW: "Within brackets, write lists as [a, b] and mappings as { a: b }.",
  DUPLICATE_KEY: "This key is set twice. Keep one.",
  IMPOSSIBLE: "This is not valid YAML.",
  KEY_OVER_1024_CHARS: "This key is longer than 1024 characters.",
  MISSING_CHAR: "A character is missing here: a colon, a comma, a quote, a bracket or a space.",
  MULTILINE_IMPLICIT_KEY: "A key stands on one line, with its colon.",
  MULTIPLE_ANCHORS: "A value has one anchor (&) at most. Take the others out.",
  MULTIPLE_DOCS: "A second document begins here (---). A policy file is one document.",
  MULTIPLE_TAGS: "This is a tag (!); a policy file knows none. Take it out.",
  NON_STRING_KEY: "A key must be a word.",
  RESOURCE_EXHAUSTION: "The file is nested too deeply.",
  TAB_AS_INDENT: "A tab stands where YAML takes spaces only. Indent with spaces.",
  TAG_RESOLVE_FAILED: "This is a tag (!); a policy file knows none. Take it out.",
  UNEXPECTED_TOKEN: "This is not expected here. Check the line's quotes, brackets and indentation.",
};
