/**
 * Pages that are about what a text asks for: a voucher by its former name, a service, a municipality.
 *
 * @import { Data } from './data.js'
 * @import { Guide } from './engine.js'
 * @import { Part } from './text.js'
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
  const services = file.services.map(([key, label, , url], place) => ({ kind: /** @type {const} */ ('service'), key, label, url, score: sureness(parts, 'services', place) }))
  const origins = file.origins.map(([key, label, url], place) => ({ kind: /** @type {const} */ ('origin'), key, label, url, score: sureness(parts, 'origins', place) }))
  const municipalities = file.municipalities.map(([key, label, url], place) => ({ kind: /** @type {const} */ ('municipality'), key, label, url, score: sureness(parts, 'municipalities', place) }))
  return [...services, ...origins, ...municipalities]
    .filter(({ url, score }) => url !== '' && score > 0)
    .sort((one, other) => other.score - one.score)
    .slice(0, MOST)
    .map(({ kind, key, label, url }) => ({ kind, key, label, url }))
}

/**
 * How surely a text is about one entry: nothing unless every word is among its own words.
 *
 * @param {Part[]} parts
 * @param {'services' | 'origins' | 'municipalities'} owner
 * @param {number} place
 */
function sureness(parts, owner, place) {
  const weights = parts.map(({ answers }) => answers[owner][place])
  return weights.some((weight) => weight < SURE) ? 0 : weights.reduce((sum, weight) => sum + weight, 0)
}
