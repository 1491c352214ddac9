/**
 * A query in the address of the page, so that an address can be shared, kept and gone back to.
 *
 * @import { Kind, Query, Sort } from './query.js'
 */
import { EVERYTHING } from './query.js'

/** @type {Kind[]} */
const KINDS = ['voucher', 'self-pay']

/** @type {Sort[]} */
const SORTS = ['relevance', 'price', 'you-pay', 'name']

/**
 * @param {URLSearchParams} parameters
 * @returns {Query}
 */
export function queryFrom(parameters) {
  const many = (/** @type {string} */ name) => [...new Set(parameters.getAll(name).filter((value) => value !== ''))]
  const one = (/** @type {string} */ name) => parameters.get(name) || null
  return {
    text: (one('q') ?? '').trim(),
    municipalities: many('municipality'),
    services: many('service'),
    kind: KINDS.find((kind) => kind === one('kind')) ?? null,
    max: cents(one('max') ?? ''),
    unit: one('unit'),
    language: one('language'),
    home: one('home') === '1',
    sort: SORTS.find((sort) => sort === one('sort')) ?? EVERYTHING.sort,
    page: Math.max(1, Math.trunc(Number(one('page') ?? 1)) || 1),
  }
}

/**
 * Only what differs from asking for everything, in one order, so that equal queries have equal addresses.
 *
 * @param {Query} query
 */
export function parametersOf(query) {
  const parameters = new URLSearchParams()
  const set = (/** @type {string} */ name, /** @type {string | null} */ value) => value && parameters.append(name, value)
  set('q', query.text)
  query.municipalities.forEach((key) => set('municipality', key))
  query.services.forEach((key) => set('service', key))
  set('kind', query.kind)
  set('max', query.max === null ? null : euros(query.max))
  set('unit', query.unit)
  set('language', query.language)
  set('home', query.home ? '1' : null)
  set('sort', query.sort === EVERYTHING.sort ? null : query.sort)
  set('page', query.page === 1 ? null : String(query.page))
  return parameters
}

/**
 * An amount as people type it: "38", "38,50", "38.50 €", "1 200". Null when it is none.
 *
 * @param {string} typed
 * @returns {number | null}
 */
export function cents(typed) {
  const amount = /^(\d{1,7})(?:[.,](\d{1,2}))?(?:€|eur(?:oa|o)?)?$/i.exec(typed.replace(/\s/g, ''))
  return amount ? Number(amount[1]) * 100 + Number((amount[2] ?? '').padEnd(2, '0')) : null
}

/** @param {number} cents */
function euros(cents) {
  return (cents / 100).toFixed(2).replace(/\.00$/, '')
}
