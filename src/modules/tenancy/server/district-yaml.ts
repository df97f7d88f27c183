import { Document, isCollection, isMap, isScalar, isSeq, visit } from 'yaml'

const width = 110

/**
 * Writes a district file the way people read it: short entries on one line, everything longer in blocks. Keys
 * made of digits stay quoted, so that no leading zero is lost.
 */
export function districtYaml(content: unknown, comment?: string): string {
  const doc = new Document(content, { aliasDuplicateObjects: false })
  visit(doc, {
    Collection(_, node, path) {
      const nested = path.filter((parent) => isCollection(parent)).length
      if (nested > 0 && isShort(node, nested)) node.flow = true
    },
    Scalar(_, node) {
      if (typeof node.value === 'string' && /^\d+$/.test(node.value)) node.type = 'QUOTE_SINGLE'
    },
  })
  if (comment !== undefined) doc.commentBefore = comment
  const yaml = doc.toString({ lineWidth: width, singleQuote: true, flowCollectionPadding: true })
  // A blank line before each section.
  return yaml
    .replace(/^(?=[a-zA-Z]+:)/gm, (_, offset: number) => (offset === 0 ? '' : '\n'))
    .replace(/\n{3,}/g, '\n\n')
}

/** Maps of scalars (at most one list or map inside) that fit on a line; lists of scalars likewise. */
function isShort(node: unknown, nested: number): boolean {
  if (isMap(node)) {
    const values = node.items.map((item) => item.value)
    if (values.some((value) => isSeq(value) && value.items.some((item) => !isScalar(item)))) return false
    if (values.some((value) => isMap(value) && value.items.some((item) => !isScalar(item.value))))
      return false
  } else if (!isSeq(node) || node.items.some((item) => !isScalar(item))) return false
  const text = JSON.stringify(node).replaceAll('"', '')
  const spaces = isMap(node) ? node.items.length * 2 : node.items.length
  return 2 * nested + text.length + spaces + 8 <= width
}
