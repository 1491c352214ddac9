/**
 * The order of results. Equal ones follow a rotation that changes with the day: no name and no region is always first.
 *
 * @import { Cost } from './cost.js'
 * @import { Data } from './data.js'
 * @import { Sort } from './query.js'
 *
 * @typedef {object} By
 * @property {Sort} sort
 * @property {string | null} unit amounts for this unit come before others
 * @property {Cost[]} costs by candidate, the amounts that are compared
 * @property {Float64Array} scores by candidate
 */

export class Order {
  /** @param {Data} data */
  constructor({ candidates, documents, file, day }) {
    this.candidates = candidates
    this.documents = documents
    this.units = file.units.map(([key]) => key)
    this.turns = documents.map(({ key }) => hash(`${key} ${day}`))
    this.collator = new Intl.Collator(file.language)
  }

  /**
   * Providers in order, and the offers of each in order: the first one is the one to show.
   *
   * @param {number[][]} providers the candidates of each
   * @param {By} by
   */
  sorted(providers, by) {
    const inside = this.comparison(by, by.sort === 'name' ? 'relevance' : by.sort)
    const ordered = providers.map((candidates) => candidates.sort((one, other) => inside(one, other) || one - other))
    const between = by.sort === 'name' ? this.byName.bind(this) : this.betweenProviders(by)
    return ordered.sort(([one], [other]) => between(one, other) || this.turn(one) - this.turn(other) || one - other)
  }

  /** @param {By} by */
  betweenProviders(by) {
    if (by.sort === 'relevance') {
      return (/** @type {number} */ one, /** @type {number} */ other) => by.scores[other] - by.scores[one]
    }
    return this.comparison(by, by.sort)
  }

  /**
   * Offers by score and then cost, or by cost alone: by the most it can be, for only that is certain.
   *
   * @param {By} by
   * @param {Sort} sort
   * @returns {(one: number, other: number) => number}
   */
  comparison({ unit, costs, scores }, sort) {
    const place = unit === null ? -1 : this.units.indexOf(unit)
    // What is told for other units comes after, each unit by itself.
    const strange = (/** @type {number} */ at) => (costs[at].unit === place ? -1 : (costs[at].unit ?? this.units.length))
    const known = (/** @type {number | null} */ amount) => amount ?? Number.MAX_SAFE_INTEGER
    const byCost = (/** @type {number} */ one, /** @type {number} */ other) =>
      strange(one) - strange(other) ||
      known(costs[one].high) - known(costs[other].high) ||
      known(costs[one].low) - known(costs[other].low)
    return sort === 'relevance' ? (one, other) => scores[other] - scores[one] || byCost(one, other) : byCost
  }

  /**
   * @param {number} one
   * @param {number} other
   */
  byName(one, other) {
    const name = (/** @type {number} */ at) => this.documents[this.candidates[at].document].name
    return this.collator.compare(name(one), name(other))
  }

  /** @param {number} at */
  turn(at) {
    return this.turns[this.candidates[at].document]
  }
}

/**
 * FNV-1a over UTF-16 units, its bits then mixed as MurmurHash does, because the days differ in their last letter only.
 * Not a secret: a shuffle that anybody can repeat.
 *
 * @param {string} text
 */
export function hash(text) {
  let value = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) {
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  }
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35)
  return (value ^ (value >>> 16)) >>> 0
}
