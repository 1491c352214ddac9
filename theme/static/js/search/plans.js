/**
 * Where the offers are that may answer a text: all of those of one of its parts will do, and one part has the fewest.
 * Where none has few, lists of who offers what may do instead of offers.
 *
 * @import { Part } from './part.js'
 * @import { Sources } from './sources.js'
 * @import { Row } from './tables.js'
 */
import { areOwnWords, blockOf, common, KIND, LANGUAGE, MUNICIPALITY, ORIGIN, SERVICE, VARIANT } from './part.js'
import { PIECES } from './store.js'
import { outline } from './tables.js'

/** About how many offers a piece with cards has. */
const OFFERS_OF_A_PIECE = 60

/** Of so many services, lists of who offers them are fetched. */
const LISTS = 12

/** About how many offers a provider has in how many municipalities. */
const SPREAD = 6

/**
 * @param {Part[]} parts
 * @param {number[]} places that the parts name
 * @param {boolean} told whether where and in which language matters
 * @param {Sources} sources
 * @returns {Promise<Row[]>}
 */
export async function cheapest(parts, places, told, sources) {
  // Nobody's own words have all of them: there is nothing to look for.
  if (areOwnWords(parts) && common(parts).length === 0) return []
  return best(parts, places, told, sources)?.rows() ?? sources.everything()
}

/**
 * Who offers what and where, of everybody who may answer a text, and nothing else of their offers. Nothing where more must
 * be known, or where the offers themselves are had as cheaply.
 *
 * @param {Part[]} parts
 * @param {Sources} sources
 * @returns {Promise<Row[] | null>}
 */
export async function outlined(parts, sources) {
  const needed = parts.filter(({ isOptional }) => !isOptional)
  const owners = parts.map((each) => each.owners)
  const services = choicesOf(owners, SERVICE)
  const places = choicesOf(owners, MUNICIPALITY)
  if (parts.some(mustKnowMore) || services.length > LISTS || places.length > PIECES) return null
  if (best(needed, places, places.length > 0, sources)) return null
  const isOnlyOffered = needed.every((part) => part.owners[MUNICIPALITY].size > 0 || part.documents.size === 0)
  const [delivered, ...offered] = await Promise.all([
    sources.inMunicipalities(places, isOnlyOffered ? services : []),
    ...services.map(async (service) => (await sources.offering(service)).map((number) => outline(number, service))),
  ])
  const told = new Set(needed.flatMap(({ documents }) => [...documents.keys()]))
  return [...delivered, ...offered.flat(), ...[...told].map((number) => outline(number, -1))]
}

/**
 * Whether more than its provider, its service and where it is delivered tells that an offer answers a part.
 *
 * @param {Part} part
 */
function mustKnowMore({ owners, everywhere }) {
  const others = [KIND, LANGUAGE, VARIANT, ...(owners[SERVICE].size > 0 || owners[MUNICIPALITY].size > 0 ? [] : [ORIGIN])]
  return everywhere || others.some((kind) => owners[kind].size > 0)
}

/**
 * The plan that costs least, where one costs less than all offers.
 *
 * @param {Part[]} parts
 * @param {number[]} places
 * @param {boolean} told
 * @param {Sources} sources
 */
function best(parts, places, told, sources) {
  const costOfAll = sources.boot.services.reduce((sum, [, , count]) => sum + count, 0) * 1.2
  const plans = parts.flatMap((part) => plan(part, parts, places, told, sources) ?? [])
  const [cheapest] = plans.sort((one, other) => one.cost - other.cost)
  return cheapest && cheapest.cost < costOfAll ? cheapest : null
}

/**
 * How to have every offer that may answer one part; nothing where that cannot be told.
 *
 * @param {Part} part
 * @param {Part[]} parts
 * @param {number[]} places that the parts name
 * @param {boolean} told
 * @param {Sources} sources
 */
function plan(part, parts, places, told, sources) {
  if (mustKnowMore(part)) return null
  const { boot } = sources
  const { owners, documents } = part
  const isPlace = owners[MUNICIPALITY].size > 0
  // What a place and a service are asked of together is delivered there, or its provider's own words name the service.
  const beside = isPlace ? parts.filter((each) => !each.binding && each.owners[SERVICE].size > 0) : []
  // Tables of municipalities tell of these only whether something is delivered there.
  const municipalities = isPlace ? places : []
  // Two services may be two offers of one provider: those of both are needed.
  const asked = isPlace ? [owners] : [owners, ...parts.map((each) => each.owners)]
  const services = choicesOf(asked, SERVICE)
  const numbers = areOwnWords(parts) ? common(parts) : [documents, ...beside.map((each) => each.documents)].flatMap((each) => [...each.keys()])
  const blocks = new Set(numbers.map((number) => blockOf(number, boot)))
  if ([services.length, municipalities.length, blocks.size].some((count) => count > PIECES)) return null
  const offered = services.reduce((sum, place) => sum + boot.services[place][2], 0)
  const delivered = municipalities.length * (boot.count / boot.municipalities.length) * SPREAD
  return {
    cost: offered + delivered + blocks.size * OFFERS_OF_A_PIECE,
    rows: async () => {
      const some = await Promise.all([
        sources.inMunicipalities(municipalities, choicesOf(beside.map((each) => each.owners), SERVICE)),
        sources.ofServices(services, told),
        sources.inBlocks([...blocks]),
      ])
      return distinct(some)
    },
  }
}

/**
 * @param {Part['owners'][]} all
 * @param {number} kind
 * @returns {number[]}
 */
function choicesOf(all, kind) {
  return /** @type {number[]} */ ([...new Set(all.flatMap((owners) => [...owners[kind].keys()]))])
}

/**
 * Rows of several tables, each offer once: a provider's offers are taken from the last table that has all of them.
 *
 * @param {Row[][]} tables by municipality, by service, by provider
 * @returns {Row[]}
 */
function distinct([delivered, offered, whole]) {
  const known = new Set(whole.map(({ number }) => number))
  const services = new Set(offered.map(({ service }) => service))
  return [
    ...whole,
    ...offered.filter(({ number }) => !known.has(number)),
    ...delivered.filter(({ number, service }) => !known.has(number) && !services.has(service)),
  ]
}
