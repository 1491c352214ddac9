/**
 * Pages that are about what a text asks for: a voucher by its former name, a service, a municipality.
 *
 * @import { Data } from './data.js'
 * @import { Guide } from './engine.js'
 * @import { Part } from './text.js'
 *
 * @typedef {'services' | 'origins' | 'municipalities'} Owned
 */

const MOST = 3

/** What every word must weigh in a page's own words; lower are guesses. */
const SURE = 3.5

/**
 * @param {Part[]} parts
 * @param {Data} data
 * @returns {Guide[]}
 */
export function guides(parts, { file }) {
  const what = parts.filter(({ places }) => places.length === 0)
  const asked = { services: what, origins: what, municipalities: parts }
  /** @type {(kind: Guide['kind'], owner: Owned, rows: string[][]) => (Guide & {score: number})[]} */
  const candidates = (kind, owner, rows) =>
    rows.map(([key, label, url], place) => ({ kind, key, label, url, score: sureness(asked[owner], owner, place) }))
  return [
    ...candidates('service', 'services', file.services.map(([key, label, , url]) => [key, label, url])),
    ...candidates('origin', 'origins', file.origins.map(([key, label, url]) => [key, label, url])),
    ...candidates('municipality', 'municipalities', file.municipalities.map(([key, label, url]) => [key, label, url])),
  ]
    .filter(({ url, score }) => url !== '' && score > 0)
    .sort((one, other) => other.score - one.score)
    .slice(0, MOST)
    .map(({ kind, key, label, url }) => ({ kind, key, label, url }))
}

/**
 * How surely a text is about one entry: nothing unless every word is among its own words.
 *
 * @param {Part[]} parts
 * @param {Owned} owner
 * @param {number} place
 */
function sureness(parts, owner, place) {
  const weights = parts.map(({ answers }) => answers[owner][place])
  return weights.length === 0 || weights.some((weight) => weight < SURE) ? 0 : weights.reduce((sum, weight) => sum + weight, 0)
}
