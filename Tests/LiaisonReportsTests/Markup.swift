import Foundation
import LiaisonTestSupport

/// Reads a page with Python's own parser: every element closed in its turn, every id once, every
/// link inside the page, nothing that runs or loads.
enum Markup {
  static func problems(in page: String) throws -> [String] {
    let run = try ToolRun.run("python3", ["-c", script], input: Array(page.utf8))
    return run.output.split(separator: "\n").map(String.init)
      + (run.status == 0 ? [] : ["the reader failed: \(run.errors)"])
  }

  private static let script = #"""
    import sys
    from html.parser import HTMLParser
    void = {"meta", "link", "br", "hr", "img", "input", "area", "base", "col", "embed", "source"}
    runs = {"script", "iframe", "object", "embed", "link", "img", "base", "form", "foreignobject",
            "image", "use", "a:svg", "animate", "set", "video", "audio"}
    class Reader(HTMLParser):
        def __init__(self):
            super().__init__(convert_charrefs=True)
            self.open, self.ids, self.links, self.problems = [], [], [], []
        def handle_starttag(self, tag, attributes):
            self.check(tag, attributes)
            if tag not in void: self.open.append(tag)
        def handle_startendtag(self, tag, attributes): self.check(tag, attributes)
        def handle_endtag(self, tag):
            if not self.open or self.open.pop() != tag:
                self.problems.append(f"</{tag}> at {self.getpos()} closes what is not open")
        def check(self, tag, attributes):
            if tag in runs: self.problems.append(f"<{tag}> at {self.getpos()}")
            for name, value in attributes:
                if name.startswith("on") or name in ("src", "srcset", "style", "xlink:href"):
                    self.problems.append(f"{name} in <{tag}> at {self.getpos()}")
                if name == "id": self.ids.append(value)
                if name == "href": self.links.append(value)
    reader = Reader()
    text = sys.stdin.buffer.read().decode("utf-8")
    reader.feed(text); reader.close()
    for tag in reader.open: reader.problems.append(f"<{tag}> is never closed")
    for one in sorted(set(i for i in reader.ids if reader.ids.count(i) > 1)):
        reader.problems.append(f"the id {one} stands twice")
    for link in reader.links:
        if not link.startswith("#") or link[1:] not in reader.ids:
            reader.problems.append(f"the link {link} leads nowhere")
    print("\n".join(reader.problems))
    """#
}
