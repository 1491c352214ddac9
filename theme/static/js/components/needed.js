/**
 * A part of a component without which its script can do nothing.
 *
 * @template {Element} Kind
 * @param {ParentNode} root
 * @param {string} selector
 * @param {{new (): Kind}} kind
 * @returns {Kind}
 */
export function needed(root, selector, kind) {
  const found = root.querySelector(selector)
  if (!(found instanceof kind)) throw new Error(`${selector} not found`)
  return found
}
