/**
 * Where the offers are that may answer a query: the fewest pieces that have them all.
 *
 * @import { Choices } from './boot.js'
 * @import { Part } from './part.js'
 * @import { Query } from './query.js'
 * @import { Store } from './store.js'
 * @import { Row } from './tables.js'
 */
import { LANGUAGE, MUNICIPALITY } from './part.js'
import { blocksOf, BUCKETS, PIECES, PLACES } from './store.js'
import { ascending, rowsOf } from './tables.js'

/** More than any provider offers. */
const OFFERS = 0x10000

export class Sources {
  /**
   * @param {Store} store
   * @param {Choices} choices
   */
  constructor(store, choices) {
    this.store = store
    this.boot = store.boot
    this.choices = choices
    /** @type {Promise<Row[]> | null} of a directory that was fetched whole, made once */
    this.known = null
  }

  /**
   * Every offer that may pass, and others.
   *
   * @param {Query} query
   * @param {Part[]} parts
   * @param {boolean} wherever whether it must be known everywhere that an offer is delivered
   * @returns {Promise<Row[]>}
   */
  async rows(query, parts, wherever) {
    const needed = parts.filter(({ isOptional }) => !isOptional)
    if (this.store.whole) return this.everything()
    const municipalities = this.choices.places('municipalities', query.municipalities)
    const services = this.choices.places('services', query.services)
    const named = needed.filter(({ owners }) => owners[MUNICIPALITY].size > 0)
    const places = new Set(/** @type {number[]} */ (named.flatMap(({ owners }) => [...owners[MUNICIPALITY].keys()])))
    if (query.municipalities.length > 0) {
      const wanted = [...new Set([...municipalities, ...places])]
      return wherever || wanted.length > PIECES ? this.everything() : this.inMunicipalities(wanted, services)
    }
    const spoken = parts.some(({ owners }) => owners[LANGUAGE].size > 0)
    const told = wherever || named.length > 0 || spoken || query.language !== null || query.sort === 'distance'
    if (query.services.length > 0 && services.length <= PIECES) return this.ofServices(services, told)
    if (needed.length === 0 || (wherever && named.length > 0)) return this.everything()
    const { cheapest } = await import('./plans.js')
    return cheapest(needed, [...places], told, this)
  }

  /**
   * @param {number[]} municipalities
   * @param {number[]} services all of them where there are none
   * @returns {Promise<Row[]>}
   */
  async inMunicipalities(municipalities, services) {
    const tables = (await Promise.all(municipalities.map(async (place) => {
      const found = await this.tables(place, services)
      return found.map((table) => ({ rows: rowsOf(table, [place]), ordinals: table.n }))
    }))).flat()
    /** @type {Map<number, Row>} an offer may be delivered in several of them */
    const known = new Map()
    for (const { rows, ordinals } of tables) {
      rows.forEach((row, at) => {
        const name = row.number * OFFERS + ordinals[at]
        const same = known.get(name)
        known.set(name, same ? { ...row, area: [...same.area, ...row.area] } : row)
      })
    }
    return [...known.values()]
  }

  /**
   * The tables of one municipality.
   *
   * @param {number} place
   * @param {number[]} services
   * @returns {Promise<any[]>}
   */
  tables(place, services) {
    const count = this.boot.buckets[place]
    const first = place * PLACES
    const wanted = [...new Set(services.map((service) => service % count))]
    const all = wanted.length > 0 ? wanted : Array.from({ length: count }, (_, bucket) => bucket)
    return Promise.all(all.map((bucket) => this.store.piece('m', first + bucket)))
  }

  /**
   * @param {number[]} services
   * @param {boolean} told whether where and in which language matters
   * @returns {Promise<Row[]>}
   */
  async ofServices(services, told) {
    const tables = await Promise.all(services.map(async (place) => {
      const wanted = told ? [1, 2] : [1]
      const [offers, where] = await Promise.all(wanted.map((part) => this.store.piece('s', 3 * place + part)))
      return rowsOf({ ...offers, ...where })
    }))
    return tables.flat()
  }

  /**
   * Who offers a service, without what and where.
   *
   * @param {number} service
   * @returns {Promise<number[]>}
   */
  async offering(service) {
    return ascending(await this.store.piece('s', 3 * service))
  }

  /**
   * Who delivers something in a municipality.
   *
   * @param {number} place
   * @returns {Promise<number[]>}
   */
  async delivering(place) {
    return ascending(await this.store.piece('m', place * PLACES + BUCKETS))
  }

  /**
   * @param {number[]} blocks
   * @returns {Promise<Row[]>}
   */
  async inBlocks(blocks) {
    const pieces = await Promise.all(blocks.map((block) => this.store.piece('d', block)))
    return pieces.flatMap(({ offers }) => rowsOf(offers))
  }

  /** Every offer there is. @returns {Promise<Row[]>} */
  async everything() {
    if (this.store.whole) return (this.known ??= this.inBlocks(this.blocks()))
    return rowsOf(await this.store.single('all'))
  }

  /** Every piece with cards. @returns {number[]} */
  blocks() {
    return [...new Set(this.boot.cut.flatMap((_, place) => blocksOf(place, this.boot)))]
  }
}
