"""The words of a piece of a release's source, without its marks: what a reader sees of HTML or Markdown.

Both sides of the comparison need it: the gold keeps spans into the source and gets its words back through
`render`, and the adapter reads the sentences of Herald's facts with it. It is no parser: it takes away marks within
the span of one block or sentence, and leaves it to the span to have been well chosen.
"""
import html
import re

TEXT, HTML, MARKDOWN = "text", "html", "markdown"

# Tags that part words; any other tag may stand within one (a drop capital, a footnote's mark).
BREAKING = (
    "address|article|aside|blockquote|br|caption|dd|div|dl|dt|figcaption|figure|footer|h[1-6]|header|hr|li|main|nav|"
    "ol|p|pre|section|table|tbody|td|tfoot|th|thead|tr|ul"
)
HTML_TOKEN = re.compile(
    r"(?P<gone><!--.*?-->|<!\[CDATA\[|\]\]>|<(?P<raw>script|style)\b.*?</(?P=raw)\s*>)"
    r"|(?P<tag></?(?P<name>[a-zA-Z][\w:-]*)[^<>]*>|<![^<>]*>)"
    r"|(?P<entity>&(?:#\d+|#[xX][0-9a-fA-F]+|\w+);)"
    r"|(?P<character>.)",
    re.DOTALL,
)
MARKDOWN_TOKEN = re.compile(
    r"(?P<gone>\]\([^()\n]*\)|!?\[|\]|\*+|`+|(?<!\w)_+|_+(?!\w)|^[ ]{0,3}(?:>[ ]?|\#{1,6}[ ])|\{:[^{}\n]*\})"
    r"|\\(?P<escaped>[^\w\s])"
    r"|(?P<entity>&(?:#\d+|#[xX][0-9a-fA-F]+|\w+);)"
    r"|(?P<character>.)",
    re.DOTALL | re.MULTILINE,
)
BREAKING_NAME = re.compile(BREAKING, re.IGNORECASE)


def format_of(path):
    """The form of a release by the ending of its file's name."""
    ending = path.lower().rsplit(".", 1)[-1]
    return {"html": HTML, "htm": HTML, "xhtml": HTML, "md": MARKDOWN, "markdown": MARKDOWN}.get(ending, TEXT)


def seen(source, form, begin=0, end=None):
    """What is seen of source[begin:end]: (character, begin, end in the source), white space still as it stands."""
    end = len(source) if end is None else end
    if form == TEXT:
        return [(source[at], at, at + 1) for at in range(begin, end)]
    out = []
    for token in (HTML_TOKEN if form == HTML else MARKDOWN_TOKEN).finditer(source, begin, end):
        character = token.group("character") or (form == MARKDOWN and token.group("escaped"))
        if character:
            out.append((character, token.start(), token.end()))
        elif token.group("entity"):
            out.extend((meant, token.start(), token.end()) for meant in html.unescape(token.group()))
        elif form == HTML and token.group("name") and BREAKING_NAME.fullmatch(token.group("name")):
            out.append((" ", token.start(), token.end()))
    return out


def folded(characters):
    """White space of any length as one space, none at the ends; each character keeps its place in the source."""
    out = []
    for character, begin, end in characters:
        if not character.isspace():
            out.append((character, begin, end))
        elif out and out[-1][0] != " ":
            out.append((" ", begin, end))
    if out and out[-1][0] == " ":
        out.pop()
    return out


def render(source, form, begin, end):
    """The words of source[begin:end] (code points), on one line. Plain text keeps its own white space."""
    if form == TEXT:
        return source[begin:end]
    return "".join(character for character, _, _ in folded(seen(source, form, begin, end)))


def locate(source, form, text, start=0):
    """The first span at or after `start` that renders as `text`, or None."""
    if form == TEXT:
        at = source.find(text, start)
        return None if at < 0 else (at, at + len(text))
    stream = folded(seen(source, form, start))
    words = "".join(character for character, _, _ in stream)
    at = words.find(text)
    while at >= 0 and text:
        span = (stream[at][1], stream[at + len(text) - 1][2])
        if render(source, form, *span) == text:
            return span
        at = words.find(text, at + 1)
    return None
