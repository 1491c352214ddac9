/**
 * Where the offers are that may answer a text: all of those of one of its parts will do, and one part has the fewest.
 *
 * @import { Part } from './part.js'
 * @import { Sources } from './sources.js'
 * @import { Row } from './tables.js'
 */
import { answering, areOwnWords, blockOf, common, isPlain, MUNICIPALITY, SERVICE } from './part.js'
import { PIECES } from './store.js'

/** So many pieces with cards are fetched at most. */
const BLOCKS = 20

/** About how many offers a piece with cards has. */
const OFFERS_OF_A_PIECE = 60

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
  const plans = parts.flatMap((part) => plan(part, parts, places, told, sources) ?? [])
  const [best] = plans.sort((one, other) => one.cost - other.cost)
  const costOfAll = sources.boot.services.reduce((sum, [, , count]) => sum + count, 0) * 1.2
  return best && best.cost < costOfAll ? best.rows() : sources.everything()
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
  if (!isPlain(part)) return null
  const { boot } = sources
  const { owners, documents } = part
  const isPlace = owners[MUNICIPALITY].size > 0
  // What a place and a service are asked of together is delivered there, or its provider's own words name the service.
  const beside = isPlace ? parts.filter((each) => !each.binding && each.owners[SERVICE].size > 0) : []
  // Tables of municipalities tell of these only whether something is delivered there.
  const municipalities = isPlace ? places : []
  // Two services may be two offers of one provider: those of both are needed.
  const services = answering(isPlace ? [part] : parts, SERVICE)
  const numbers = areOwnWords(parts) ? common(parts) : [documents, ...beside.map((each) => each.documents)].flatMap((each) => [...each.keys()])
  const blocks = new Set(numbers.map((number) => blockOf(number, boot)))
  if ([services.length, municipalities.length].some((count) => count > PIECES) || blocks.size > BLOCKS) return null
  const offered = services.reduce((sum, place) => sum + boot.services[place][2], 0)
  const delivered = municipalities.length * (boot.count / boot.municipalities.length) * SPREAD
  return {
    cost: offered + delivered + blocks.size * OFFERS_OF_A_PIECE,
    rows: async () => {
      const some = await Promise.all([
        sources.inMunicipalities(municipalities, answering(beside, SERVICE)),
        sources.ofServices(services, told),
        sources.inBlocks([...blocks]),
      ])
      return distinct(some)
    },
  }
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
