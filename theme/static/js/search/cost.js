/**
 * What one unit of an offer costs: what the provider charges, or what the client pays of it. Units are never mixed: an
 * amount for another unit is not compared at all.
 *
 * @import { Candidate } from './data.js'
 * @import { IndexFile } from './file.js'
 *
 * @typedef {object} Share what a client pays for one unit of an offer
 * @property {number | null} low cents, the least it can be
 * @property {number | null} high cents, the most it can be; only this is certain
 * @property {string | null} unit key
 *
 * @typedef {(Share | null)[]} Shares by offer, in the order of the index; nothing where there is nothing to add to it
 *
 * @typedef {object} Cost
 * @property {number | null} low
 * @property {number | null} high
 * @property {number | null} unit its place
 */

/** @type {Cost} */
const NONE = { low: null, high: null, unit: null }

/**
 * What each candidate's provider charges.
 *
 * @param {Candidate[]} candidates
 * @returns {Cost[]}
 */
export function prices(candidates) {
  return candidates.map(({ offer }) => (offer ? { low: offer.price, high: offer.price, unit: offer.unit } : NONE))
}

/**
 * What the client pays each candidate: what is certain for everybody, or what is known of one person.
 *
 * @param {Candidate[]} candidates
 * @param {IndexFile} file
 * @param {Shares | null} yours
 * @returns {Cost[]}
 */
export function shares(candidates, file, yours) {
  const places = new Map(file.units.map(([key], place) => [key, place]))
  return candidates.map(({ offer, place }) => {
    if (offer === null || place === null) return NONE
    const own = yours?.[place]
    if (own) return { low: own.low, high: own.high, unit: places.get(own.unit ?? '') ?? null }
    return { low: offer.payLow, high: offer.payHigh, unit: offer.payUnit ?? offer.unit }
  })
}

/**
 * Whether nobody can say if a cost stays below a limit: it may be less, and it may be more.
 *
 * @param {Cost} cost
 * @param {number} max
 */
export function isOpen({ low, high }, max) {
  return (low ?? 0) <= max && (high ?? Infinity) > max
}
