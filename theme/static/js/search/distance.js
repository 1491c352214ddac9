/**
 * How far providers are, from the middle of a municipality or from where the person is. Worked out here; the place of a
 * person is asked of nobody and sent to nobody.
 *
 * @import { Answers } from './answers.js'
 * @import { Context } from './engine.js'
 * @import { Candidate } from './matching.js'
 * @import { Query } from './query.js'
 */

/** Mean radius of the earth in kilometres. */
const RADIUS = 6371

/**
 * Nothing where nobody said from where.
 *
 * @param {Query} query
 * @param {Context} context
 * @param {Answers} answers
 */
export async function distancesFrom({ near }, { position }, { store, boot, choices }) {
  /** @type {([number, number] | 0)[]} */
  const points = (await store.single('near')).points
  const [chosen = -1] = choices.places('municipalities', [near])
  const from = near === null && position ? /** @type {[number, number]} */ ([position.latitude, position.longitude]) : points[chosen]
  if (!from) return null
  const far = points.map((point) => (point === 0 ? Infinity : kilometres(from, point)))
  const here = near === null ? far.indexOf(Math.min(...far)) : chosen
  /** What is brought home is as near as it can be. @param {Candidate[]} offers */
  const comesHere = (offers) => offers.some(({ row: { profile, area } }) => profile.home && area.includes(here))
  const distance = (/** @type {number} */ number) => far[number >> boot.bits] ?? Infinity
  return {
    rank: (/** @type {number} */ number, /** @type {Candidate[]} */ offers) => (comesHere(offers) ? -1 : distance(number)),
    shown: (/** @type {number} */ number, /** @type {Candidate[]} */ offers) => {
      const exact = distance(number)
      return comesHere(offers) || exact === Infinity ? null : Math.round(exact * 10) / 10
    },
  }
}

/**
 * The way over the earth between two points in degrees.
 *
 * @param {[number, number]} one
 * @param {[number, number]} other
 */
export function kilometres([latitude, longitude], [otherLatitude, otherLongitude]) {
  const radians = (/** @type {number} */ degrees) => (degrees * Math.PI) / 180
  const half = (/** @type {number} */ from, /** @type {number} */ to) => Math.sin(radians(to - from) / 2) ** 2
  const round = half(latitude, otherLatitude) +
    Math.cos(radians(latitude)) * Math.cos(radians(otherLatitude)) * half(longitude, otherLongitude)
  return 2 * RADIUS * Math.asin(Math.sqrt(round))
}
