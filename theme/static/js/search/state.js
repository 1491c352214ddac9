/**
 * A query in the address of the page, so that an address can be shared, kept and gone back to.
 *
 * @import { Kind, Measure, Query, Sort } from './query.js'
 */
import { cents } from '../amount.js'
import { EVERYTHING } from './query.js'

/** @type {Kind[]} */
const KINDS = ['voucher', 'self-pay']

/** @type {Measure[]} */
const MEASURES = ['price', 'you-pay']

/** The times of the week that catalogue/moments.py tells apart. */
const MOMENTS = ['day', 'evening', 'night', 'saturday', 'sunday']

/** @type {Sort[]} */
const SORTS = ['relevance', 'price', 'you-pay', 'name', 'distance']

/** So many characters of a text are kept, as many as the box takes. */
const LONGEST = 200

/** So many choices of one kind are kept; nobody makes more. */
const MOST = 40

/**
 * @param {URLSearchParams} parameters
 * @returns {Query}
 */
export function queryFrom(parameters) {
  const many = (/** @type {string} */ name) =>
    [...new Set(parameters.getAll(name).filter((value) => value !== ''))].slice(0, MOST)
  const one = (/** @type {string} */ name) => parameters.get(name) || null
  const limit = one('max') ?? ''
  const max = cents(limit)
  return {
    text: readable(one('q') ?? ''),
    municipalities: many('municipality'),
    services: many('service'),
    kind: KINDS.find((kind) => kind === one('kind')) ?? null,
    of: MEASURES.find((measure) => measure === one('of')) ?? EVERYTHING.of,
    max,
    ...(max === null && limit !== '' ? { unread: readable(limit) } : {}),
    unit: one('unit'),
    when: MOMENTS.find((moment) => moment === one('when')) ?? null,
    language: one('language'),
    home: one('home') === '1',
    near: one('near'),
    sort: SORTS.find((sort) => sort === one('sort')) ?? EVERYTHING.sort,
    page: Math.max(1, Math.trunc(Number(one('page') ?? 1)) || 1),
  }
}

/**
 * A text without what cannot be seen: control characters, and marks that turn the direction of what stands beside them.
 *
 * @param {string} text
 */
function readable(text) {
  const seen = text.replace(/\p{Cc}+/gu, ' ').replace(/\p{Cf}+/gu, '')
  return [...seen].slice(0, LONGEST).join('').trim()
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
  set('of', query.of === EVERYTHING.of ? null : query.of)
  set('max', query.max === null ? (query.unread ?? null) : euros(query.max))
  set('unit', query.unit)
  set('when', query.when)
  set('language', query.language)
  set('home', query.home ? '1' : null)
  set('near', query.near)
  set('sort', query.sort === EVERYTHING.sort ? null : query.sort)
  set('page', query.page === 1 ? null : String(query.page))
  return parameters
}

/** @param {number} cents */
function euros(cents) {
  return (cents / 100).toFixed(2).replace(/\.00$/, '')
}
