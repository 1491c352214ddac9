/**
 * The file that a page opens: the choices, and the names of all other pieces.
 *
 * @typedef {object} Boot as outputs/search/README.md describes it
 * @property {3} format
 * @property {string} language
 * @property {string} day
 * @property {number} count providers
 * @property {0 | 1} dated whether it has offers that cannot be chosen on its day
 * @property {number} page hits on a page
 * @property {number} bits of a provider's number that follow its municipality
 * @property {number[]} cut by municipality: by how many bits numbers are shifted to give their piece with cards
 * @property {number[]} buckets by municipality: in so many pieces its offers are cut, by service
 * @property {string} addresses how those of providers begin
 * @property {[string, string, number, [number, number, number][]][]} services
 * @property {(string | [string, string])[]} municipalities
 * @property {[string, string, string | 0][]} origins
 * @property {string} origin how addresses of vouchers and registers begin
 * @property {[string, string][]} units
 * @property {[string, string][]} moments
 * @property {[string, string][]} languages
 * @property {Record<string, string>} names tags of the pieces that there is one of
 * @property {Record<string, number[]> | 0} slots by family and group: how many bytes a piece has in its pack; 0 where
 *   every piece is a file
 * @property {string[]} d
 * @property {string[]} x
 * @property {string[]} m
 * @property {string[]} s
 *
 * @typedef {object} Choice something that can be chosen
 * @property {string} key
 * @property {string} label
 */
import { fold } from './letters.js'
import { Store, unsealed } from './store.js'

/**
 * Fetch the first file of an index. A page that outlived it finds the new one through the manifest.
 *
 * @param {string} address
 * @param {typeof fetch} fetcher
 * @returns {Promise<Store>}
 */
export async function opened(address, fetcher) {
  try {
    const { content } = await unsealed(address, fetcher)
    if (content.format !== 3) throw new Error(`the search index has format ${content.format}, this page reads format 3`)
    return new Store(address.replace(/[^/]*$/, ''), content, fetcher)
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'Stale') throw error
    const [, search, language] = address.match(/^(.*\/)?([^/]+)\/[^/]*$/) ?? ['', '', '']
    const manifest = `${search}manifest.json`
    const answer = await fetcher(manifest, { cache: 'no-cache' })
    if (!answer.ok) throw new Error(`${manifest} answered ${answer.status}`)
    const replaced = search + (await answer.json()).indexes[language]
    if (replaced === address) throw new Error(`${address} is gone`)
    return opened(replaced, fetcher)
  }
}

/** What can be chosen, by place. */
export class Choices {
  /** @param {Boot} boot */
  constructor(boot) {
    this.services = boot.services.map(choice)
    this.municipalities = boot.municipalities.map((row) => choice(typeof row === 'string' ? [slug(row), row] : row))
    this.units = boot.units.map(choice)
    this.moments = boot.moments.map(choice)
    this.languages = boot.languages.map(choice)
    this.origins = boot.origins.map(([key, label, url]) => ({ key, label, url: url === 0 ? `${boot.origin}${key}/` : url }))
  }

  /**
   * The places of some keys; those that are no choice have none.
   *
   * @param {'services' | 'municipalities' | 'units' | 'moments' | 'languages'} name
   * @param {(string | null)[]} keys
   */
  places(name, keys) {
    return this[name].flatMap(({ key }, place) => (keys.includes(key) ? [place] : []))
  }
}

/**
 * @param {[string, string, ...unknown[]]} row
 * @returns {Choice}
 */
function choice([key, label]) {
  return { key, label }
}

/**
 * A name as its key usually is.
 *
 * @param {string} name
 */
export function slug(name) {
  return fold(name).replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')
}
