/**
 * Answers that can be had without looking at every offer: how many there are is known, and who comes first today lies in
 * a few pieces.
 *
 * @import { Answers } from './answers.js'
 * @import { Weighed } from './matching.js'
 * @import { Query } from './query.js'
 * @import { Row } from './tables.js'
 * @import { Part } from './part.js'
 */
import { ones, weigher } from './matching.js'
import { first } from './order.js'
import { answering, isPlain, MUNICIPALITY, ORIGIN, SERVICE } from './part.js'
import { EVERYTHING } from './query.js'
import { BUCKETS } from './store.js'
import { rowsOf } from './tables.js'
import { usualUnit } from './units.js'

/**
 * Where this many times the root of all providers answer, finding the first ones costs less than the list of all of them:
 * the list grows with how many answer, the way to the first ones with how few they are among all.
 */
const FREQUENT = 18

/** A piece is worth its request where the table of all offers has so many providers for each; so many always are, and are at most. */
const PROVIDERS_OF_A_PIECE = 300
const [FEW_PIECES, MOST_PIECES] = [16, 40]

/** So deep into the results; who goes on is given the whole list. */
const DEEPEST = 100

/**
 * @param {Query} query
 * @param {Part[]} parts
 * @param {Set<number> | undefined} near who delivers beside a place that was given up
 * @param {Answers} answers
 * @returns {Promise<{total: number, numbers: number[], page: number, unit: number | null} | null>}
 */
export async function quickly(query, parts, near, answers) {
  const { boot } = answers
  const until = query.page * boot.page
  if (until > DEEPEST) return null
  const found = await among(parts, until, near, answers)
  if (!found) return null
  const pages = Math.max(1, Math.ceil(found.total / boot.page))
  const page = Math.min(query.page, pages)
  const numbers = found.numbers.slice((page - 1) * boot.page, page * boot.page)
  return { total: found.total, page, numbers, unit: usualUnit(query, answering(parts, SERVICE), answers) }
}

/**
 * @param {Part[]} parts
 * @param {number} most
 * @param {Set<number> | undefined} near
 * @param {Answers} answers
 * @returns {Promise<{total: number, numbers: number[]} | null>}
 */
async function among(parts, most, near, answers) {
  const [part] = parts
  const { boot } = answers
  if (!part || (part.everywhere && parts.length === 1)) return { total: boot.count, numbers: await walk(() => true, 1, most, answers) }
  const { owners, documents, total } = part
  if (parts.length === 1 && total !== null && isFrequent(total, answers) && isEven(part)) {
    const { weighed } = weigher(parts)
    return { total, numbers: await walk((row) => weighed(row) !== null, total / boot.count, most, answers) }
  }
  if (near || parts.length > 1 || total === null || owners[SERVICE].size === 0 || owners.some(({ size }, kind) => size > 0 && kind !== SERVICE && kind !== ORIGIN)) {
    return best(parts, most, near, answers)
  }
  /** @type {Set<number>} */
  const numbers = new Set()
  const tiers = [...new Set([...owners[SERVICE].values(), ...documents.values()])].sort((one, other) => other - one)
  for (const weight of tiers) {
    const services = /** @type {number[]} */ (having(owners[SERVICE], weight))
    const tier = await tierOf(services, having(documents, weight), most, numbers, answers)
    for (const number of tier) numbers.add(number)
    if (numbers.size >= most) break
  }
  return { total, numbers: [...numbers] }
}

/**
 * @param {number} count
 * @param {Answers} answers
 */
function isFrequent(count, { boot }) {
  return count >= FREQUENT * Math.sqrt(boot.count)
}

/**
 * Whether all who answer a part answer it equally well, as those who have a price for nights.
 *
 * @param {Part} part
 */
function isEven({ owners, documents }) {
  return documents.size === 0 && new Set(owners.flatMap((weights) => [...weights.values()])).size === 1
}

/**
 * @template Key
 * @param {Map<Key, number>} weights
 * @param {number} wanted
 */
function having(weights, wanted) {
  return [...weights].flatMap(([key, weight]) => (weight === wanted ? [key] : []))
}

/**
 * Providers that answer equally well, the first ones of the day: those who offer some services, and some others.
 *
 * @param {number[]} services
 * @param {number[]} others
 * @param {number} most
 * @param {Set<number>} before those that answer better
 * @param {Answers} answers
 */
async function tierOf(services, others, most, before, answers) {
  const { boot, turn, sources } = answers
  const count = services.reduce((sum, place) => sum + boot.services[place][2], 0)
  const isFitting = (/** @type {Row} */ { number, service }) => services.includes(service) && !before.has(number)
  if (isFrequent(count, answers) && others.length === 0) return walk(isFitting, count / boot.count, most - before.size, answers)
  const lists = await Promise.all(services.map((place) => sources.offering(place)))
  return [...lists.flat(), ...others].sort((one, other) => turn(one) - turn(other) || one - other)
}

/**
 * Those who answer, and the best of them.
 *
 * @param {Part[]} parts
 * @param {number} most
 * @param {Set<number> | undefined} near
 * @param {Answers} answers
 */
async function best(parts, most, near, answers) {
  const { all, weighed } = weigher(parts, near)
  /** @type {Map<number, Weighed & {number: number, union: number}>} */
  const known = new Map()
  for (const rows of (await lists(parts, answers)) ?? [await answers.sources.rows(EVERYTHING, parts, false)]) {
    for (const row of rows) {
      const found = weighed(row)
      if (!found) continue
      const { number } = row
      const one = known.get(number)
      if (!one) known.set(number, { number, union: found.mask, ...found })
      else {
        one.union |= found.mask
        const more = ones(found.mask) - ones(one.mask)
        if (more > 0 || (more === 0 && found.score > one.score)) Object.assign(one, found)
      }
    }
  }
  const having = [...known.values()].filter(({ union }) => union === all)
  const numbers = first(having, most, (one, other) =>
    other.score - one.score || answers.turn(one.number) - answers.turn(other.number) || one.number - other.number)
  return { total: having.length, numbers: numbers.map(({ number }) => number) }
}

/**
 * What is known of each part: who offers a service, what is delivered in a municipality, whose own words answer. That is
 * all that a text depends on, unless it asks for a way to pay, a time, a language or a variant; nothing where the table of all
 * offers is had as cheaply.
 *
 * @param {Part[]} parts
 * @param {Answers} answers
 * @returns {Promise<Iterable<Row>[] | null>}
 */
async function lists(parts, { boot, sources }) {
  const [services, places] = [answering(parts, SERVICE), answering(parts, MUNICIPALITY)]
  const pieces = services.length + places.length * (1 + Math.min(services.length, BUCKETS))
  if (!parts.every(isPlain) || pieces > Math.min(MOST_PIECES, Math.max(FEW_PIECES, boot.count / PROVIDERS_OF_A_PIECE))) return null
  const own = new Set(parts.flatMap(({ documents, isOptional }) => (isOptional ? [] : [...documents.keys()])))
  // What is asked for in two places is one offer that is delivered in both.
  const inBoth = parts.filter((part) => part.owners[MUNICIPALITY].size > 0).length > 1
  return Promise.all([
    inBoth || services.length > 0 ? sources.inMunicipalities(places, inBoth ? [] : services) : [],
    bare(own, -1),
    ...(inBoth ? [] : places).map(async (place) => bare(await sources.delivering(place), -1, [place])),
    ...services.map(async (service) => bare(await sources.offering(service), service)),
  ])
}

/**
 * Offers of which nothing else is known, one after the other in the same row.
 *
 * @param {Iterable<number>} numbers
 * @param {number} service
 * @param {number[]} [area]
 */
function* bare(numbers, service, area = []) {
  const [row] = rowsOf({ d: [0], s: service, p: [null], y: [null], f: [0], facts: [[]] }, area)
  for (const number of numbers) {
    row.number = number
    yield row
  }
}

/**
 * The first providers of the day's order that have an offer of some kind: from neighbourhood to neighbourhood.
 *
 * @param {(row: Row) => boolean} fits
 * @param {number} share of all providers, about, that have one
 * @param {number} most
 * @param {Answers} answers
 */
async function walk(fits, share, most, { sources, store, boot, turn }) {
  const blocks = sources.blocks().sort((one, other) => Math.floor(turn(one) / 0x100000) - Math.floor(turn(other) / 0x100000) || one - other)
  const each = Math.max(0.5, (boot.count / blocks.length) * share)
  /** @type {number[]} */
  const found = []
  for (let at = 0; at < blocks.length && found.length < most; ) {
    const next = blocks.slice(at, (at += Math.ceil((most - found.length) / each)))
    const pieces = await Promise.all(next.map((block) => store.piece('d', block)))
    for (const { offers } of pieces) {
      const numbers = new Set(rowsOf(offers).filter(fits).map(({ number }) => number))
      found.push(...[...numbers].sort((one, other) => turn(one) - turn(other) || one - other))
    }
  }
  return found
}
