//! XML as a tree, of files that nobody vouches for.
//!
//! The parser refuses document types, and with them entities. What would cost it
//! time or memory beyond measure is refused before it begins: tags without end,
//! names of namespaces by the thousand, elements within elements without end.

use roxmltree::{Document, Node, ParsingOptions};

/// Elements and texts. A file of a word processor has some for each word.
const NODES: u32 = 400_000;
/// Bytes of one tag with its attributes.
const TAG_BYTES: usize = 16 * 1024;
/// Declarations of namespaces.
const NAMESPACES: usize = 2_000;
/// Elements within elements.
const DEPTH: usize = 200;

/// Why a text is no tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NoTree {
    /// Not well-formed: line and column, from one.
    Broken { line: usize, column: usize },
    /// Beyond the limits above.
    TooLarge,
}

pub(super) fn parse(text: &str) -> Result<Document<'_>, NoTree> {
    if !is_bounded(text) {
        return Err(NoTree::TooLarge);
    }
    let options = ParsingOptions {
        nodes_limit: NODES,
        ..ParsingOptions::default()
    };
    Document::parse_with_options(text, options).map_err(|error| match error {
        roxmltree::Error::NodesLimitReached => NoTree::TooLarge,
        error => NoTree::Broken {
            line: error.pos().row as usize,
            column: error.pos().col as usize,
        },
    })
}

/// One pass over the tags, which need not be right for it.
fn is_bounded(text: &str) -> bool {
    if text.match_indices("xmlns").nth(NAMESPACES).is_some() {
        return false;
    }
    let mut depth = 0_usize;
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        rest = &rest[at..];
        // A picture may stand in a comment or a section of plain text.
        let opaque = [("<!--", "-->"), ("<![CDATA[", "]]>")];
        if let Some((_, end)) = opaque.iter().find(|(start, _)| rest.starts_with(start)) {
            match rest.find(end) {
                Some(end) => rest = &rest[end..],
                None => return true,
            }
            continue;
        }
        let Some(end) = rest.find('>') else {
            return rest.len() <= TAG_BYTES;
        };
        if end > TAG_BYTES {
            return false;
        }
        if rest.starts_with("</") {
            depth = depth.saturating_sub(1);
        } else if !rest[..end].ends_with('/') && !rest.starts_with("<?") && !rest.starts_with("<!")
        {
            depth += 1;
        }
        if depth > DEPTH {
            return false;
        }
        rest = &rest[end..];
    }
    true
}

/// The first child element of this name, whatever its namespace.
pub(super) fn child<'a, 'i>(node: Node<'a, 'i>, name: &str) -> Option<Node<'a, 'i>> {
    children(node, name).next()
}

/// The child elements of this name.
pub(super) fn children<'n, 'a, 'i>(
    node: Node<'a, 'i>,
    name: &'n str,
) -> impl Iterator<Item = Node<'a, 'i>> + use<'n, 'a, 'i> {
    node.children()
        .filter(move |child| child.is_element() && child.tag_name().name() == name)
}

/// The element at the end of a path of names.
pub(super) fn at<'a, 'i>(node: Node<'a, 'i>, path: &[&str]) -> Option<Node<'a, 'i>> {
    path.iter().try_fold(node, |node, name| child(node, name))
}

/// The text in an element and in those within it.
pub(super) fn text(node: Node<'_, '_>) -> String {
    let texts = node.descendants().filter_map(|node| match node.is_text() {
        true => node.text(),
        false => None,
    });
    texts.collect::<String>().trim().to_owned()
}

/// The text at the end of a path, empty where there is none.
pub(super) fn text_at(node: Node<'_, '_>, path: &[&str]) -> String {
    at(node, path).map(text).unwrap_or_default()
}
