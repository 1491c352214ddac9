/**
 * Copies of a template with their slots filled. Text goes in as text, never as HTML.
 *
 * data-slot="x"   its text becomes the words x
 * data-link="x"   its href becomes the address x
 * data-when="x"   it stays only where x has words or an address
 * data-each="x"   it is repeated for each of the list x, its own slots filled from the item; data-kind is the item's
 *
 * @typedef {Record<string, string | Record<string, string>[]>} Values
 */

/**
 * @param {HTMLTemplateElement} template
 * @param {Values} values
 * @returns {DocumentFragment}
 */
export function copyOf(template, values) {
  const copy = /** @type {DocumentFragment} */ (template.content.cloneNode(true))
  fill(copy, values)
  for (const element of found(copy, 'each')) {
    repeat(element, values[element.dataset.each ?? ''] ?? [])
  }
  return copy
}

/**
 * @param {ParentNode} part
 * @param {Values} values
 */
function fill(part, values) {
  const words = (/** @type {string | undefined} */ name) => {
    const value = values[name ?? ''] ?? ''
    return typeof value === 'string' ? value : ''
  }
  for (const element of found(part, 'when')) {
    if (words(element.dataset.when) === '') {
      element.remove()
    }
  }
  for (const element of found(part, 'slot')) {
    element.textContent = words(element.dataset.slot)
  }
  for (const element of found(part, 'link')) {
    element.setAttribute('href', words(element.dataset.link))
  }
}

/**
 * @param {HTMLElement} element
 * @param {string | Record<string, string>[]} items
 */
function repeat(element, items) {
  for (const item of typeof items === 'string' ? [] : items) {
    const copy = /** @type {HTMLElement} */ (element.cloneNode(true))
    copy.removeAttribute('data-each')
    copy.dataset.kind = item.kind
    const holder = new DocumentFragment()
    holder.append(copy)
    fill(holder, item)
    element.before(holder)
  }
  element.remove()
}

/**
 * The elements with an attribute, but not what is inside an element that is yet to be repeated.
 *
 * @param {ParentNode} part
 * @param {string} attribute
 * @returns {HTMLElement[]}
 */
function found(part, attribute) {
  const elements = [...part.querySelectorAll(`[data-${attribute}]`)].filter((element) => element instanceof HTMLElement)
  return attribute === 'each' ? elements : elements.filter((element) => element.closest('[data-each]') === null)
}
