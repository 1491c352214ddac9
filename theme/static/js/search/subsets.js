/**
 * What to give up of a text, where nobody has everything that it asks for.
 *
 * @import { Answers } from './answers.js'
 * @import { Part } from './part.js'
 */
import { SERVICE } from './part.js'

/** Where or how is given up before what is, and what somebody mentions before what has a name. */
const BINDING_COUNTS = 0.5
const MENTION_COUNTS = 0.7
const SERVICE_COUNTS = 1

/** A telephone number or a business id is given up last. */
const NUMBER_COUNTS = 9

/** In doubt what comes last is what is meant: "lapselle terapiaa". */
const LATER = 0.1

/** From this weight on, in tenths, a word is of a service's own names. */
const NAMING = 60

/** Of more parts than these, the least ones are given up one after the other. */
const MOST = 5

/**
 * The parts that are worth most together, of those that somebody has together.
 *
 * @param {Part[]} parts
 * @param {(parts: Part[]) => Promise<boolean>} anybody
 * @param {Answers} answers
 * @returns {Promise<Part[]>}
 */
export async function bestReading(parts, anybody, { boot }) {
  const worths = new Map(parts.map((part) => [part, worth(part, boot) + (LATER * part.at) / parts.length]))
  const sum = (/** @type {Part[]} */ some) => some.reduce((all, part) => all + (worths.get(part) ?? 0), 0)
  const dearest = [...parts].sort((one, other) => (worths.get(other) ?? 0) - (worths.get(one) ?? 0))
  const some = parts.length > MOST
    ? dearest.map((_, at) => dearest.slice(0, parts.length - at))
    : subsets(parts).sort((one, other) => sum(other) - sum(one))
  for (const subset of some) {
    if (subset.length === 1 || (await anybody(subset))) return subset
  }
  return dearest.slice(0, 1)
}

/**
 * @param {Part[]} parts
 * @returns {Part[][]} all but the empty one, the first parts first
 */
function subsets(parts) {
  return Array.from({ length: (1 << parts.length) - 1 }, (_, at) => {
    const mask = (1 << parts.length) - 1 - at
    return parts.filter((_, place) => mask & (1 << (parts.length - 1 - place)))
  })
}

/**
 * How much it costs to give a part up: more for the name of a service than for a word that somebody mentions, more for
 * what than for where or how, more for what few have.
 *
 * @param {Part} part
 * @param {Answers['boot']} boot
 */
function worth({ binding, total, documents, owners, isNumber }, boot) {
  if (isNumber) return NUMBER_COUNTS
  const offered = [...owners[SERVICE].keys()].map(Number).reduce((sum, place) => sum + boot.services[place][2], 0)
  const share = Math.min(1, (total ?? documents.size + offered) / Math.max(1, boot.count))
  const best = Math.max(0, ...owners[SERVICE].values())
  const what = best >= NAMING ? SERVICE_COUNTS + best / 200 : owners.some(({ size }) => size > 0) ? 1 : MENTION_COUNTS
  return (binding ? BINDING_COUNTS : what) + (1 - share) / 4
}
