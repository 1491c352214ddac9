/**
 * The search: what it is asked, what it answers. This interface lasts; how an answer comes about may change behind it.
 *
 * @import { Facets } from './filters.js'
 * @import { Kind, Query } from './query.js'
 * @import { Relaxation } from './relaxations.js'
 *
 * @typedef {object} Choice something that can be chosen
 * @property {string} key
 * @property {string} label
 *
 * @typedef {object} Provider
 * @property {string} key
 * @property {string} url
 * @property {string} name
 * @property {string} where
 * @property {string} summary
 * @property {string} approvedBy
 * @property {string} speaks
 * @property {{words: string, url: string} | null} phone
 * @property {{kind: string, words: string}[]} tags
 *
 * @typedef {object} Offer
 * @property {Choice} service
 * @property {Choice & {url: string}} origin the voucher or register
 * @property {Kind} kind
 * @property {Choice | null} unit
 * @property {number | null} price cents
 * @property {number | null} youPay cents
 * @property {string} priceWords
 * @property {string} youPayWords
 * @property {string} variant
 * @property {boolean} home
 *
 * @typedef {object} Hit
 * @property {Provider} provider
 * @property {Offer[]} offers those that were asked for, the best first: the price to show is the first one's
 * @property {number} score
 *
 * @typedef {object} Guide a page that is about the whole text
 * @property {'service' | 'municipality' | 'origin'} kind
 * @property {string} key
 * @property {string} label
 * @property {string} url
 *
 * @typedef {object} Understanding how the text was understood
 * @property {{typed: string, read: string}[]} corrections words that were taken for others
 * @property {string[]} ignored words that occur nowhere
 * @property {string[]} missing words that nobody has together with the others; they were given up
 *
 * @typedef {object} Result
 * @property {number} total
 * @property {number} page the page these hits are on, from 1
 * @property {number} pages
 * @property {Hit[]} hits
 * @property {Facets} facets
 * @property {Choice | null} unit the unit in which prices were compared
 * @property {boolean} unitAssumed whether nobody chose it
 * @property {Understanding} understanding
 * @property {Guide[]} guides
 * @property {Relaxation[]} relaxations what to loosen, when nothing was found or something was given up
 *
 * @typedef {object} Engine
 * @property {string} language
 * @property {string} day the day the index was built for
 * @property {Record<'services' | 'municipalities' | 'units' | 'languages', Choice[]>} choices
 * @property {(query: Query) => Promise<Result>} search
 */
import { openFile } from './memory.js'
import { fetchIndex } from './file.js'

/**
 * Open the search of one language.
 *
 * @param {string} address of the index file, from the page
 * @param {{day: string, fetcher?: typeof fetch}} options the day on which offers must be valid
 * @returns {Promise<Engine>}
 */
export async function open(address, { day, fetcher = (...request) => fetch(...request) }) {
  return openFile(await fetchIndex(address, fetcher), { day })
}
