public import LiaisonCatalog
public import LiaisonModel

/// SYN001: the page of what is not YAML, CSV or JSON at all.
public struct SyntaxPage: LintRule {
  /// Creates the page.
  public init() {}

  /// An error.
  public var severity: Severity { .error }

  /// Its page.
  public var page: CatalogPage {
    CatalogPage(
      id: "SYN001", summary: "A file cannot be read as what it is.",
      meaning: """
        The file is not well-formed YAML, CSV or JSON at that place: an open quote, a tab for \
        indentation, a doubled key, a byte that is not UTF-8, a limit exceeded, or a part of YAML that \
        Liaison refuses on purpose (anchors, aliases, tags, several documents). What stands after it \
        is read as far as that is safe. Nothing else can be judged before this is mended.
        """,
      reference: "YAML 1.2.2; RFC 4180; RFC 8259")
  }
}

/// DOC001: the page of values that cannot be read as what their key means.
public struct UnreadableValuePage: LintRule {
  /// Creates the page.
  public init() {}

  /// An error.
  public var severity: Severity { .error }

  /// Its page.
  public var page: CatalogPage {
    CatalogPage(
      id: "DOC001", summary: "A value is not what its key asks for, or a needed key is missing.",
      meaning: """
        A date is no day of the calendar, a number no number, a list where one value belongs, an id \
        with a space in it, an entry without what it cannot do without. The sentence says what would \
        be read. The value is kept as it is written and takes no part in anything.
        """,
      reference: "Liaison's format, DESIGN §4 and §8")
  }
}

/// DOC002: the page of keys that the format does not have.
public struct UnknownKeyPage: LintRule {
  /// Creates the page.
  public init() {}

  /// A warning.
  public var severity: Severity { .warning }

  /// Its page.
  public var page: CatalogPage {
    CatalogPage(
      id: "DOC002", summary: "A key is not part of the format.",
      meaning: """
        What stands under it is kept, written back and not used; commands other than `lint` say how many \
        such columns and keys there are. Most often it is a slip of the pen (`group` for `groups`, \
        `recieves`): where a key is near that the table or the entry does not have, it is an error and \
        every command refuses the network, as all would be judged as if nothing were written. To keep a \
        column of your own beside it, give it a name that is not near. Keys that describe a person or a \
        case have no place in a network: Liaison describes the response, never the people it serves.
        """,
      reference: "Liaison's format, DESIGN §4")
  }
}

/// PAT001: the page of patches that fit no network.
public struct UnfitPatchPage: LintRule {
  /// Creates the page.
  public init() {}

  /// A warning.
  public var severity: Severity { .warning }

  /// Its page.
  public var page: CatalogPage {
    CatalogPage(
      id: "PAT001", summary: "A patch fits none of the networks that are linted with it.",
      meaning: """
        The patch changes or removes what no network has under that id, adds what is there already, or         leads a relation to what is nowhere declared. `what-if` would refuse it. It is judged only where         networks are linted in the same run, against each of them; told is what the nearest of them lacks.
        """,
      reference: "Liaison's format, DESIGN §2: `liaison_patch: 1`")
  }
}
