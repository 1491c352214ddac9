/**
 * The engine that holds a whole index in memory.
 *
 * @import { Coverage } from './coverage.js'
 * @import { Engine, Result } from './engine.js'
 * @import { IndexFile } from './file.js'
 * @import { Query } from './query.js'
 * @import { Part } from './text.js'
 *
 * @typedef {object} Reading a text, understood
 * @property {Part[]} parts
 * @property {Part[]} found those that anything answers
 * @property {Coverage} coverage
 */
import { cover } from './coverage.js'
import { Data } from './data.js'
import { readable } from './file.js'
import { ABOUT_PRICE, FAILS, facets, failing } from './filters.js'
import { guides } from './guides.js'
import { fold, wordsOf } from './key.js'
import { Order } from './order.js'
import { readText } from './query.js'
import { relaxations } from './relaxations.js'
import { choicesOf, hitOf, unitOf } from './shown.js'
import { partsOf } from './text.js'

const PAGE = 20

/**
 * @param {IndexFile} file
 * @param {{day: string}} options the day on which offers must be valid
 * @returns {Engine}
 */
export function openFile(file, { day }) {
  const memory = new Memory(new Data(readable(file), day))
  return {
    language: file.language,
    day: file.day,
    choices: choicesOf(file),
    search: async (query) => memory.search(query),
  }
}

class Memory {
  /** @param {Data} data */
  constructor(data) {
    this.data = data
    this.order = new Order(data)
    /** @type {Map<string, Reading>} the latest text, which every change of a filter asks again */
    this.latest = new Map()
  }

  /**
   * @param {Query} query
   * @returns {Result}
   */
  search(query) {
    const { data } = this
    const reading = this.read(query.text)
    const { fails, unit } = this.filter(query)
    const { scores, missing } = reading.coverage
    const found = this.order.sorted(this.passing(fails), { sort: query.sort, unit, scores })
    const pages = Math.max(1, Math.ceil(found.length / PAGE))
    const page = Math.min(Math.max(1, query.page), pages)
    return {
      total: found.length,
      page,
      pages,
      hits: found.slice((page - 1) * PAGE, page * PAGE).map((candidates) => hitOf(candidates, scores, data)),
      facets: facets(fails, data),
      unit: unitOf(unit, data),
      unitAssumed: query.unit === null,
      understanding: {
        corrections: reading.found.filter(({ read }) => read !== '').map(({ typed, read }) => ({ typed, read })),
        ignored: reading.parts.filter((part) => !part.found).map(({ typed }) => typed),
        missing: missing.map(({ typed }) => typed),
      },
      guides: guides(reading.found, data),
      relaxations: found.length === 0 || missing.length > 0 ? this.relax(query, reading) : [],
    }
  }

  /**
   * @param {Query} query
   * @param {Reading} reading
   */
  relax(query, reading) {
    const total = (/** @type {Query} */ other) => this.passing(this.filter(other).fails).length
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
   * By candidate, which filters it fails; and the unit in which prices are compared.
   *
   * @param {Query} query
   */
  filter(query) {
    const { candidates } = this.data
    const { parts, found, coverage } = this.read(query.text)
    const lost = parts.length > 0 && found.length === 0
    const text = candidates.map((_, at) => (lost || !coverage.passes(at) ? FAILS.text : 0))
    const failsIn = failing(query, this.data)
    const besidesPrice = candidates.map((candidate, at) => text[at] | (failsIn(candidate, null) & ~ABOUT_PRICE))
    const unit = query.unit ?? this.commonestUnit(besidesPrice)
    return { unit, fails: candidates.map((candidate, at) => text[at] | failsIn(candidate, unit)) }
  }

  /**
   * The unit that most of the offers have that pass; where none does, those of the services asked for; else all.
   *
   * @param {number[]} fails
   */
  commonestUnit(fails) {
    const regarding = (/** @type {number} */ bits) => this.unitOfMost(fails.map((failed) => failed & bits))
    return regarding(~0) ?? regarding(FAILS.service) ?? regarding(0)
  }

  /**
   * The unit of most offers that fail nothing; the first one of the vocabulary among equals.
   *
   * @param {number[]} fails
   */
  unitOfMost(fails) {
    const { candidates, file } = this.data
    const counts = file.units.map(() => 0)
    candidates.forEach(({ offer }, at) => {
      if (fails[at] === 0 && offer?.unit != null) {
        counts[offer.unit] += 1
      }
    })
    const most = Math.max(0, ...counts)
    return most === 0 ? null : file.units[counts.indexOf(most)][0]
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
