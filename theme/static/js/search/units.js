/**
 * The unit in which amounts are compared where nobody chose one and nothing that was found has one.
 *
 * @import { Answers } from './answers.js'
 * @import { Query } from './query.js'
 */
import { comparing } from './costs.js'

/**
 * The unit that most offers have of some services, else of all, on the day of the index.
 *
 * @param {Query} query
 * @param {(number | string)[]} asked
 * @param {Answers} answers
 */
export function usualUnit(query, asked, { boot }) {
  const measure = query.max === null ? comparing(query) : query.of
  const most = (/** @type {Answers['boot']['services']} */ services) => {
    const counts = boot.units.map(() => 0)
    for (const [, , , units] of services) {
      for (const [unit, priced, paid] of units) counts[unit] += measure === 'price' ? priced : paid
    }
    const highest = Math.max(0, ...counts)
    return highest === 0 ? null : counts.indexOf(highest)
  }
  return most(boot.services.filter((_, place) => asked.includes(place))) ?? most(boot.services)
}
