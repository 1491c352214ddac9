/**
 * Which candidates pass the filters of a query, and which fail by one filter only: those are counted beside its
 * choices.
 *
 * @import { Cost } from './cost.js'
 * @import { Candidate, Data } from './data.js'
 * @import { DocumentRow, IndexFile } from './file.js'
 * @import { Kind, Query } from './query.js'
 *
 * @typedef {'municipality' | 'service' | 'kind' | 'unit' | 'when' | 'language' | 'home'} Facet
 * @typedef {Record<Facet, Record<string, number>>} Facets for each choice, how many providers it would leave
 */

/** @type {Record<Facet | 'price' | 'text', number>} */
export const FAILS = {
  text: 1, price: 2, municipality: 4, service: 8, kind: 16, unit: 32, language: 64, home: 128, when: 256,
}

export const ABOUT_PRICE = FAILS.unit | FAILS.price

/** @type {Facet[]} */
const FACETS = ['municipality', 'service', 'kind', 'unit', 'when', 'language', 'home']

/** @type {Kind[]} */
const KINDS = ['voucher', 'self-pay']

/**
 * One bit for each filter that a candidate fails. A provider without offers passes no filter that is about offers.
 *
 * @param {Query} query
 * @param {Data} data
 * @param {Cost[]} costs by candidate, what the query's limit is about
 * @returns {(candidate: Candidate, at: number, unit: string | null) => number}
 */
export function failing(query, { file, documents }, costs) {
  const municipalities = chosen(query.municipalities, file.municipalities)
  const services = chosen(query.services, file.services)
  const language = file.languages.findIndex(([key]) => key === query.language)
  // A moment that is not in the index has no bit, and nothing holds at it.
  const moment = file.moments.reduce((bit, [key], place) => (key === query.when ? 1 << place : bit), 0)

  return ({ document, offer, area }, at, unit) => {
    const cost = costs[at]
    const unitKey = cost.unit === null ? null : file.units[cost.unit][0]
    return (
      (query.municipalities.length > 0 && !area.some((place) => municipalities.has(place)) ? FAILS.municipality : 0) |
      (query.services.length > 0 && !(offer && services.has(offer.service)) ? FAILS.service : 0) |
      (query.kind !== null && offer?.kind !== query.kind ? FAILS.kind : 0) |
      (query.home && offer?.home !== 1 ? FAILS.home : 0) |
      (query.when !== null && ((offer?.moments ?? 0) & moment) === 0 ? FAILS.when : 0) |
      (query.language !== null && !documents[document].languages.includes(language) ? FAILS.language : 0) |
      ((query.unit !== null || query.max !== null) && unitKey !== unit ? FAILS.unit : 0) |
      (query.max !== null && (unitKey === null || (cost.high ?? Infinity) > query.max) ? FAILS.price : 0)
    )
  }
}

/**
 * @param {string[]} keys
 * @param {[string, ...unknown[]][]} entries
 */
function chosen(keys, entries) {
  const wanted = new Set(keys)
  return new Set(entries.flatMap(([key], place) => (wanted.has(key) ? [place] : [])))
}

/**
 * How many providers each choice would leave, with every other filter in force.
 *
 * @param {number[]} fails by candidate
 * @param {Data} data
 * @param {Cost[]} costs by candidate, what the query's limit is about
 * @returns {Facets}
 */
export function facets(fails, data, costs) {
  const { file, documents, candidates } = data
  const all = choices(file, documents, costs)
  const entries = FACETS.map((facet) => [facet, counted(candidates, fails, FAILS[facet], all[facet])])
  return Object.fromEntries(entries)
}

/**
 * What can be chosen in each facet: the keys, and which of them a candidate has, by their places.
 *
 * @param {IndexFile} file
 * @param {DocumentRow[]} documents
 * @param {Cost[]} costs
 * @returns {Record<Facet, {keys: string[], of: (candidate: Candidate, at: number) => number[]}>}
 */
function choices(file, documents, costs) {
  const keys = (/** @type {[string, ...unknown[]][]} */ entries) => entries.map(([key]) => key)
  return {
    municipality: { keys: keys(file.municipalities), of: ({ area }) => area },
    service: { keys: keys(file.services), of: ({ offer }) => (offer ? [offer.service] : []) },
    kind: { keys: KINDS, of: ({ offer }) => (offer ? [KINDS.indexOf(offer.kind)] : []) },
    unit: { keys: keys(file.units), of: (_, at) => [costs[at].unit ?? []].flat() },
    when: { keys: keys(file.moments), of: ({ offer }) => places(offer?.moments ?? 0) },
    language: { keys: keys(file.languages), of: ({ document }) => documents[document].languages },
    home: { keys: ['1'], of: ({ offer }) => (offer?.home ? [0] : []) },
  }
}

/**
 * The places of the bits that are set.
 *
 * @param {number} bits
 */
function places(bits) {
  return [...bits.toString(2)].reverse().flatMap((bit, place) => (bit === '1' ? [place] : []))
}

/**
 * @param {Candidate[]} candidates those of one provider side by side
 * @param {number[]} fails
 * @param {number} own the bit of the facet's own filter, which does not count
 * @param {{keys: string[], of: (candidate: Candidate, at: number) => number[]}} choices
 * @returns {Record<string, number>}
 */
function counted(candidates, fails, own, { keys, of }) {
  const counts = keys.map(() => 0)
  const last = keys.map(() => -1)
  candidates.forEach((candidate, at) => {
    if ((fails[at] & ~own) === 0) {
      for (const place of of(candidate, at)) {
        counts[place] += last[place] === candidate.document ? 0 : 1
        last[place] = candidate.document
      }
    }
  })
  return Object.fromEntries(keys.map((key, place) => [key, counts[place]]))
}
