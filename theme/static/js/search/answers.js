/**
 * Answers to queries: the text is read, the offers are found, and the cards of one page are fetched.
 *
 * @import { Cost, Yours } from './costs.js'
 * @import { Dictionary } from './dictionary.js'
 * @import { Context, Result } from './engine.js'
 * @import { Candidate, Matching } from './matching.js'
 * @import { By } from './order.js'
 * @import { Query } from './query.js'
 * @import { Store } from './store.js'
 * @import { Part } from './part.js'
 *
 * @typedef {object} Reading a text, understood
 * @property {Part[]} parts all that it asks for
 * @property {Part[]} found those that anything answers and that tell providers apart
 *
 * @typedef {object} Found
 * @property {number} total
 * @property {number[]} numbers of the providers on the page, in order
 * @property {number} page
 * @property {number | null} unit
 * @property {Part[]} parts those that were answered
 * @property {Part[]} missing
 * @property {Set<number>} [near] who delivers beside the place that was given up
 * @property {Matching | null} matching nothing where the answer was had without looking at every offer
 */
import { Choices } from './boot.js'
import { comparing, Costs } from './costs.js'
import { hitsOf } from './hits.js'
import { matching } from './matching.js'
import { ordered, turns } from './order.js'
import { EVERYTHING } from './query.js'
import { Sources } from './sources.js'
import { usualUnit } from './units.js'
import { blockOf, isFound, isNaming, MOMENT, MUNICIPALITY, storiesOf } from './part.js'

export class Answers {
  /**
   * @param {Store} store
   * @param {string} day offers that are over on it, or have not begun, are left out
   */
  constructor(store, day) {
    this.store = store
    this.boot = store.boot
    this.day = day
    this.choices = new Choices(store.boot)
    this.sources = new Sources(store, this.choices)
    this.turn = turns(day, (number) => blockOf(number, store.boot))
    /** @type {Dictionary | null} */
    this.dictionary = null
    /** @type {Map<string, Promise<Reading>>} the latest text, which every change of a filter asks again */
    this.latest = new Map()
  }

  /**
   * @param {Query} query
   * @param {Context} context
   * @returns {Promise<Result>}
   */
  async result(query, context) {
    const reading = await this.read(query.text)
    const found = await this.find(query, reading, context)
    const hits = await hitsOf(found, query, context, this)
    const { choices } = this
    const { total, page, unit, missing, parts } = found
    const pieces = once(() => storiesOf(found.numbers, this.store))
    const result = {
      ...{ total, page, hits, size: this.boot.page },
      pages: Math.max(1, Math.ceil(total / this.boot.page)),
      ...leftOut(query, found.matching, choices),
      unit: unit === null ? null : choices.units[unit],
      unitAssumed: query.unit === null,
      understanding: {
        corrections: reading.parts.filter(({ read }) => read !== '').map(({ typed, read }) => ({ typed, read })),
        ignored: reading.parts.filter((part) => !isFound(part) && !part.isPrice).map(({ typed }) => typed),
        prices: reading.parts.filter(({ isPrice }) => isPrice).map(({ typed }) => typed),
        missing: missing.map(({ typed }) => typed),
        times: parts.filter(({ owners }) => owners[MOMENT].size > 0).map(({ typed, owners }) => ({
          typed,
          moments: choices.moments.filter((_, place) => owners[MOMENT].has(place)),
        })),
      },
    }
    return withLater(result, {
      facets: async () => (await import('./facets.js')).facetsOf(query, found, context, this),
      guides: async () => (await import('./help.js')).guidesOf(missing.length > 0 ? parts : reading.found, this),
      relaxations: async () => {
        if (total > 0 && missing.length === 0) return []
        return (await import('./help.js')).relaxationsOf(query, reading, found, context, this)
      },
      summaries: async () => {
        const stories = await pieces()
        return found.numbers.map((number) => stories.get(number)?.summary ?? '')
      },
      snippets: async () => {
        if (parts.length === 0) return hits.map(() => null)
        const { snippetsOf } = await import('./snippets.js')
        return snippetsOf(found.numbers, parts, await pieces(), await this.words())
      },
    })
  }

  /** The dictionary of the index. */
  async words() {
    if (!this.dictionary) {
      const [{ Dictionary }, words] = await Promise.all([import('./dictionary.js'), this.store.single('words')])
      this.dictionary ??= new Dictionary(this.store, words)
    }
    return this.dictionary
  }

  /**
   * @param {string} text
   * @returns {Promise<Reading>}
   */
  async read(text) {
    if (text === '') return { parts: [], found: [] }
    const reading = this.latest.get(text) ?? this.understood(text)
    this.latest = new Map([[text, reading]])
    reading.catch(() => this.latest.delete(text))
    return reading
  }

  /**
   * @param {string} text
   * @returns {Promise<Reading>}
   */
  async understood(text) {
    const [{ partsOf }, dictionary] = await Promise.all([import('./text.js'), this.words()])
    const parts = await partsOf(text, dictionary)
    const found = parts.filter(isFound).slice(0, 30)
    const naming = found.filter(isNaming)
    const telling = naming.length > 0 ? naming : found.filter(({ everywhere }) => !everywhere)
    // Beside the name of something, words that somebody merely mentions put results in order, and leave none out.
    const more = naming.length > 0 ? found.filter((part) => !isNaming(part) && !part.everywhere) : []
    if (found.some(({ isNumber }) => isNumber)) return { parts: naming, found: naming }
    const asked = telling.length > 0 ? telling : found.slice(0, 1)
    return { parts, found: [...asked, ...more.map((part) => ({ ...part, isOptional: true }))] }
  }

  /**
   * @param {Query} query
   * @param {Reading} reading
   * @param {Context} context
   * @returns {Promise<Found>}
   */
  async find(query, reading, context) {
    if (reading.parts.some(({ isPrice }) => !isPrice) && reading.found.length === 0) return this.nobody(query, context)
    const all = reading.found
    const needed = all.filter(({ isOptional }) => !isOptional)
    const first = (await this.quickly(query, all, context)) ?? (await this.paged(query, context, { parts: all, missing: [], matching: await this.matching(query, all, context) }))
    if (first.total > 0 || needed.length < 2) return first
    // How a text is read does not depend on the filters: only where nobody at all has everything, something is given up.
    const { bestReading } = await import('./subsets.js')
    const kept = await bestReading(needed, (some) => this.anybody(some), this)
    const missing = needed.filter((part) => !kept.includes(part))
    const parts = all.filter((part) => !missing.includes(part))
    if (missing.length === 0) return first
    const places = missing.flatMap(({ owners }) => [...owners[MUNICIPALITY].keys()])
    const near = places.length > 0 ? await this.beside(/** @type {number[]} */ (places)) : undefined
    const again = await this.quickly(query, parts, context, missing, near)
    return again ?? this.paged(query, context, { parts, missing, near, matching: await this.matching(query, parts, context, near) })
  }

  /**
   * The page that was asked for of everything that passes.
   *
   * @param {Query} query
   * @param {Context} context
   * @param {Pick<Found, 'parts' | 'missing' | 'near'> & {matching: Matching}} answered
   * @returns {Promise<Found>}
   */
  async paged(query, context, { matching, ...answered }) {
    const unit = matching.unit ?? (await this.unit(query, context))
    const providers = ordered(matching.found, await this.by(query, unit, context))
    const { page: size } = this.boot
    const page = Math.min(Math.max(1, query.page), Math.max(1, Math.ceil(providers.length / size)))
    const numbers = providers.slice((page - 1) * size, page * size).map(([number]) => number)
    return { total: providers.length, numbers, page, unit, ...answered, matching: { ...matching, unit } }
  }

  /**
   * The answer, where it can be had without looking at every offer.
   *
   * @param {Query} query
   * @param {Part[]} parts
   * @param {Context} context
   * @param {Part[]} [missing]
   * @param {Set<number>} [near]
   * @returns {Promise<Found | null>}
   */
  async quickly(query, parts, context, missing = [], near = undefined) {
    // On another day than its own, an index has offers that are over.
    if (this.store.whole || this.day !== this.boot.day || this.boot.dated || context.own || !isOnlyText(query)) return null
    const found = await (await import('./quick.js')).quickly(query, parts, near, this)
    return found && { ...found, parts, missing, near, matching: null }
  }

  /**
   * @param {Query} query
   * @param {Context} context
   * @returns {Promise<Found>}
   */
  async nobody(query, context) {
    return { total: 0, numbers: [], page: 1, unit: await this.unit(query, context), parts: [], missing: [], matching: null }
  }

  /**
   * The unit that was chosen; where nothing passes, that of most offers of the services, else of all.
   *
   * @param {Query} query
   * @param {Context} context
   */
  async unit(query, context) {
    const { choices, day, boot } = this
    if (query.unit !== null) return choices.places('units', [query.unit])[0] ?? null
    if (day === boot.day && !context.yours) return usualUnit(query, choices.places('services', query.services), this)
    const { of, max, services } = query
    const asked = { ...EVERYTHING, of: max === null ? comparing(query) : of, services }
    return (await this.matching(asked, [], context)).unit ?? (await this.matching({ ...asked, services: [] }, [], context)).unit
  }

  /**
   * Whether anybody has all of some parts.
   *
   * @param {Part[]} parts
   */
  async anybody(parts) {
    const { total } = (await this.quickly(EVERYTHING, parts, {})) ?? { total: (await this.matching(EVERYTHING, parts, {})).found.size }
    return total > 0
  }

  /**
   * @param {Query} query
   * @param {Part[]} parts
   * @param {Context} context
   * @param {Set<number>} [near]
   * @param {number | null} [unit]
   * @param {boolean} [wherever] whether it must be known everywhere that an offer is delivered
   */
  async matching(query, parts, { yours = null, own }, near, unit, wherever = Boolean(own && query.municipalities.length === 0)) {
    const rows = await this.sources.rows(query, parts, wherever)
    return matching(rows, { query, parts, near, unit }, this.means(yours))
  }

  /** @param {Yours} yours */
  means(yours) {
    const { choices, day } = this
    return { choices, day, costs: new Costs(choices, this.boot.day, yours) }
  }

  /**
   * @param {Query} query
   * @param {number | null} unit
   * @param {Context} context
   * @returns {Promise<By>}
   */
  async by(query, unit, context) {
    const { bits } = this.boot
    const own = new Set(this.choices.places('municipalities', query.municipalities.length > 0 ? query.municipalities : [context.own ?? null]))
    const isOwn = (/** @type {Candidate} */ { row: { number, area } }) => {
      const seat = number >> bits
      return own.has(seat) && area.includes(seat)
    }
    const rank = query.sort === 'name' ? await this.ranks() : (await this.distances(query, context))?.rank
    return { sort: query.sort, unit, turn: this.turn, isOwn, rank }
  }

  /**
   * The municipalities beside some.
   *
   * @param {number[]} places
   * @returns {Promise<Set<number>>}
   */
  async neighbours(places) {
    const { neighbours } = await this.store.single('near')
    return new Set(places.flatMap((place) => neighbours[place]))
  }

  /**
   * The providers that deliver beside some municipalities.
   *
   * @param {number[]} places
   */
  async beside(places) {
    const rows = await this.sources.inMunicipalities([...(await this.neighbours(places))], [])
    return new Set(rows.map(({ number }) => number))
  }

  /** How far it is, where that was asked. @param {Query} query @param {Context} context */
  async distances(query, context) {
    return query.sort === 'distance' ? (await import('./distance.js')).distancesFrom(query, context, this) : null
  }

  /** The places of providers in the order of their names. */
  async ranks() {
    /** @type {number[]} */
    const names = await this.store.single('names')
    const places = new Map(names.map((number, place) => [number, place]))
    return (/** @type {number} */ number) => places.get(number) ?? 0
  }
}

/**
 * Whether nothing is asked but a text.
 *
 * @param {Query} query
 */
function isOnlyText({ text, page, ...others }) {
  return Object.entries(others).every(([name, value]) => String(value) === String(EVERYTHING[/** @type {keyof Query} */ (name)]))
}

/**
 * How many providers a limit leaves out of which nobody can say whether they pass it; and how many are priced in the
 * unit that was chosen, but paid in another.
 *
 * @param {Query} query
 * @param {Matching | null} all
 * @param {Choices} choices
 */
function leftOut({ of, max, unit }, all, choices) {
  if (all === null) return { open: 0, elsewhere: 0 }
  const count = (/** @type {(candidate: Candidate) => boolean} */ which) =>
    [...all.besides].filter(([number, offers]) => !all.found.has(number) && offers.some(which)).length
  const isOpen = (/** @type {Cost} */ { low, high, unit: own }, /** @type {number} */ most) =>
    own === all.unit && own !== null && (low ?? 0) <= most && (high ?? Infinity) > most
  const [place] = choices.places('units', [unit])
  return {
    open: max === null ? 0 : count(({ limited }) => isOpen(limited, max)),
    elsewhere: of === 'price' || unit === null ? 0 : count(({ row, limited }) => row.profile.unit === place && limited.unit !== null && limited.unit !== place),
  }
}

/**
 * @template Value
 * @param {() => Value} make
 * @returns {() => Value}
 */
function once(make) {
  /** @type {Value | undefined} */
  let made
  return () => (made ??= make())
}

/**
 * An object with more properties, which are worked out when they are first read. No accessors: a browser keeps those that
 * were defined last, and with them the whole answer.
 *
 * @template {object} Known
 * @template {Record<string, () => unknown>} Makers
 * @param {Known} known
 * @param {Makers} makers
 * @returns {Known & {[Name in keyof Makers]: ReturnType<Makers[Name]>}}
 */
function withLater(known, makers) {
  /** @type {any} */
  const made = known
  return new Proxy(made, { get: (_, name) => made[name] ?? (name in makers ? (made[name] = makers[/** @type {string} */ (name)]()) : undefined) })
}
