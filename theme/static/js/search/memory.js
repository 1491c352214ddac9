/**
 * The engine that holds a whole index in memory.
 *
 * @import { Coverage } from './coverage.js'
 * @import { Cost, Shares } from './cost.js'
 * @import { Engine, Result } from './engine.js'
 * @import { IndexFile } from './file.js'
 * @import { Measure, Query } from './query.js'
 * @import { Part } from './text.js'
 *
 * @typedef {object} Reading a text, understood
 * @property {Part[]} parts
 * @property {Part[]} found those that anything answers
 * @property {Coverage} coverage
 */
import { isOpen, prices, shares } from './cost.js'
import { cover } from './coverage.js'
import { Data } from './data.js'
import { readable } from './file.js'
import { ABOUT_PRICE, FAILS, facets, failing } from './filters.js'
import { guides } from './guides.js'
import { fold, wordsOf } from './key.js'
import { Order } from './order.js'
import { readText } from './query.js'
import { relaxations } from './relaxations.js'
import { choicesOf, hitOf, pricedOf, unitOf } from './shown.js'
import { partsOf } from './text.js'

const PAGE = 20

/**
 * @param {IndexFile} file
 * @param {{day: string}} options the day on which offers must be valid
 * @returns {Engine}
 */
export function openFile(file, { day }) {
  const data = new Data(readable(file), day)
  const memory = new Memory(data)
  return {
    language: file.language,
    day: file.day,
    choices: choicesOf(file),
    offers: data.offers.map((offer) => pricedOf(offer, file)),
    search: async (query, yours = null) => memory.search(query, yours),
  }
}

class Memory {
  /** @param {Data} data */
  constructor(data) {
    this.data = data
    this.order = new Order(data)
    this.prices = prices(data.candidates)
    /** @type {Map<string, Reading>} the latest text, which every change of a filter asks again */
    this.latest = new Map()
  }

  /**
   * @param {Query} query
   * @param {Shares | null} yours
   * @returns {Result}
   */
  search(query, yours) {
    const { data } = this
    const reading = this.read(query.text)
    const costs = { price: this.prices, 'you-pay': shares(data.candidates, data.file, yours) }
    const { fails, unit } = this.filter(query, costs)
    const { scores, missing } = reading.coverage
    const by = { sort: query.sort, unit, costs: costs[comparing(query)], scores }
    const found = this.order.sorted(this.passing(fails), by)
    const pages = Math.max(1, Math.ceil(found.length / PAGE))
    const page = Math.min(Math.max(1, query.page), pages)
    return {
      total: found.length,
      page,
      pages,
      hits: found.slice((page - 1) * PAGE, page * PAGE).map((candidates) => hitOf(candidates, scores, data)),
      ...this.leftOut(query, fails, costs[query.of]),
      facets: facets(fails, data, costs[query.of]),
      unit: unitOf(unit, data),
      unitAssumed: query.unit === null,
      understanding: {
        corrections: reading.found.filter(({ read }) => read !== '').map(({ typed, read }) => ({ typed, read })),
        ignored: reading.parts.filter((part) => !part.found).map(({ typed }) => typed),
        missing: missing.map(({ typed }) => typed),
      },
      guides: guides(reading.found, data),
      relaxations: found.length === 0 || missing.length > 0 ? this.relax(query, reading, costs) : [],
    }
  }

  /**
   * @param {Query} query
   * @param {Reading} reading
   * @param {Record<Measure, Cost[]>} costs
   */
  relax(query, reading, costs) {
    const total = (/** @type {Query} */ other) => this.passing(this.filter(other, costs).fails).length
    return relaxations(query, reading.parts, this.data, total, reading.coverage.missing.map(({ typed }) => typed))
  }

  /**
   * @param {string} text
   * @returns {Reading}
   */
  read(text) {
    const known = this.latest.get(text)
    if (known) {
      return known
    }
    const { data } = this
    const parts = readText(text, data).flatMap((asked) => partsOf(asked, data))
    const found = parts.filter((part) => part.found).slice(0, 30)
    const reading = { parts, found, coverage: cover(found, wordsOf(fold(text)).join(' '), data) }
    this.latest = new Map([[text, reading]])
    return reading
  }

  /**
   * By candidate, which filters it fails; and the unit in which amounts are compared.
   *
   * @param {Query} query
   * @param {Record<Measure, Cost[]>} costs
   */
  filter(query, costs) {
    const { candidates } = this.data
    const { parts, found, coverage } = this.read(query.text)
    const lost = parts.length > 0 && found.length === 0
    const text = candidates.map((_, at) => (lost || !coverage.passes(at) ? FAILS.text : 0))
    const failsIn = failing(query, this.data, costs[query.of])
    const besidesPrice = candidates.map((candidate, at) => text[at] | (failsIn(candidate, at, null) & ~ABOUT_PRICE))
    const unit = query.unit ?? this.commonestUnit(besidesPrice, costs[query.max === null ? comparing(query) : query.of])
    return { unit, fails: candidates.map((candidate, at) => text[at] | failsIn(candidate, at, unit)) }
  }

  /**
   * The unit that most of the offers have that pass; where none does, those of the services asked for; else all.
   *
   * @param {number[]} fails
   * @param {Cost[]} costs
   */
  commonestUnit(fails, costs) {
    const regarding = (/** @type {number} */ bits) => this.unitOfMost(fails.map((failed) => failed & bits), costs)
    return regarding(~0) ?? regarding(FAILS.service) ?? regarding(0)
  }

  /**
   * The unit of most offers that fail nothing; the first one of the vocabulary among equals.
   *
   * @param {number[]} fails
   * @param {Cost[]} costs
   */
  unitOfMost(fails, costs) {
    const { file } = this.data
    const counts = file.units.map(() => 0)
    costs.forEach(({ unit }, at) => {
      if (fails[at] === 0 && unit !== null) {
        counts[unit] += 1
      }
    })
    const most = Math.max(0, ...counts)
    return most === 0 ? null : file.units[counts.indexOf(most)][0]
  }

  /**
   * How many providers a limit leaves out of which nobody can say whether they pass it; and how many are priced in the
   * unit that was chosen, but paid in another.
   *
   * @param {Query} query
   * @param {number[]} fails
   * @param {Cost[]} costs
   */
  leftOut({ of, max, unit }, fails, costs) {
    const { candidates, file } = this.data
    const documents = (/** @type {(at: number) => boolean} */ which) =>
      new Set(candidates.flatMap(({ document }, at) => (which(at) ? [document] : [])))
    const passing = documents((at) => fails[at] === 0)
    const count = (/** @type {(at: number) => boolean} */ which) =>
      [...documents(which)].filter((document) => !passing.has(document)).length
    const place = file.units.findIndex(([key]) => key === unit)
    const strange = (/** @type {number} */ at) =>
      (fails[at] & ~FAILS.price) === FAILS.unit && this.prices[at].unit === place && costs[at].unit !== null
    return {
      open: max === null ? 0 : count((at) => fails[at] === FAILS.price && isOpen(costs[at], max)),
      elsewhere: of === 'price' || unit === null ? 0 : count(strange),
    }
  }

  /**
   * The candidates that fail nothing, together by provider.
   *
   * @param {number[]} fails
   * @returns {number[][]}
   */
  passing(fails) {
    /** @type {Map<number, number[]>} */
    const providers = new Map()
    this.data.candidates.forEach(({ document }, at) => {
      if (fails[at] === 0) {
        const others = providers.get(document)
        others ? others.push(at) : providers.set(document, [at])
      }
    })
    return [...providers.values()]
  }
}

/**
 * Which amounts put a query's offers in order: those it sorts by, else those it limits.
 *
 * @param {Query} query
 * @returns {Measure}
 */
function comparing({ sort, of }) {
  return sort === 'price' || sort === 'you-pay' ? sort : of
}
