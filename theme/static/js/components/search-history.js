/**
 * The address as the state of the page: a choice is a step one can go back to, each keystroke is not.
 *
 * @import { Query } from '../search/query.js'
 */
import { parametersOf, queryFrom } from '../search/state.js'

export class Address {
  constructor() {
    this.typing = false
  }

  /** What the address asks now. */
  query() {
    return queryFrom(new URLSearchParams(location.search))
  }

  /**
   * A query's address on this page, for links.
   *
   * @param {Query} query
   */
  of(query) {
    const parameters = parametersOf(query).toString()
    return parameters === '' ? location.pathname : `${location.pathname}?${parameters}`
  }

  /**
   * A step: a filter chosen, a text committed, a page turned.
   *
   * @param {Query} query
   */
  commit(query) {
    this.write(query, this.typing)
    this.typing = false
  }

  /**
   * Not yet a step: the first keystroke leaves what was there to go back to, the others replace it.
   *
   * @param {Query} query
   */
  type(query) {
    this.write(query, this.typing)
    this.typing = true
  }

  /** The person went back or forward. */
  left() {
    this.typing = false
  }

  /**
   * @param {Query} query
   * @param {boolean} replacing
   */
  write(query, replacing) {
    const address = this.of(query)
    if (address === location.pathname + location.search) return
    history[replacing ? 'replaceState' : 'pushState'](null, '', address)
  }
}
