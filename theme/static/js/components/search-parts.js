/**
 * The named parts of the search page. All but the needed ones may be missing; what would go there is then not shown.
 *
 * @import { Values } from './search-slots.js'
 */
import { copyOf } from './search-slots.js'

export class Parts {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root
  }

  /**
   * @param {string} name
   * @returns {HTMLElement | null}
   */
  part(name) {
    return this.root.querySelector(`[data-search="${name}"]:not(template)`)
  }

  /**
   * @template {HTMLElement} Kind
   * @param {string} name
   * @param {{new (): Kind}} kind
   * @returns {Kind}
   */
  needed(name, kind) {
    const found = [...this.root.querySelectorAll(`[data-search="${name}"]`)].find((element) => element instanceof kind)
    if (!found) throw new Error(`[data-search="${name}"] not found`)
    return /** @type {Kind} */ (found)
  }

  /**
   * @param {string} name
   * @param {boolean} visible
   */
  show(name, visible) {
    this.part(name)?.toggleAttribute('hidden', !visible)
  }

  /**
   * @param {string} name
   * @param {string} words
   */
  say(name, words) {
    const part = this.part(name)
    // The same words again would be announced again.
    if (part && part.textContent !== words) part.textContent = words
  }

  /**
   * Fill a list with copies of its template, and hide it when there are none.
   *
   * @param {string} name
   * @param {string} template
   * @param {Values[]} items
   */
  list(name, template, items) {
    const list = this.part(name)
    if (!list) return
    list.replaceChildren(...items.map((values) => copyOf(this.needed(template, HTMLTemplateElement), values)))
    list.toggleAttribute('hidden', items.length === 0)
  }

  /**
   * Point a link somewhere, or take it away.
   *
   * @param {string} name
   * @param {string | null} address
   */
  lead(name, address) {
    const link = this.part(name)
    link?.toggleAttribute('hidden', address === null)
    if (address !== null) link?.setAttribute('href', address)
  }
}
