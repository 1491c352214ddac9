/**
 * The search: what it is asked, what it answers. This interface lasts; how an answer comes about may change behind it.
 *
 * @import { Shares } from './cost.js'
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
 * @typedef {object} Pay what the client pays for one unit, as far as it is known for everybody
 * @property {number | null} low cents
 * @property {number | null} high cents
 * @property {Choice | null} unit
 * @property {string} words none where the price says it all
 * @property {string} note
 *
 * @typedef {object} Offer
 * @property {number} place in the engine's offers
 * @property {Choice} service
 * @property {Choice & {url: string}} origin the voucher or register
 * @property {Kind} kind
 * @property {Choice | null} unit
 * @property {number | null} price cents
 * @property {string} priceWords
 * @property {Pay} pay
 * @property {string} variant
 * @property {string[]} moments keys of the times of the week at which the price holds
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
 * @property {number} open how many providers the limit alone left out, because nobody can say whether they pass it
 * @property {number} elsewhere how many providers were left out that are priced in the unit chosen, but paid in another
 * @property {Facets} facets
 * @property {Choice | null} unit the unit in which amounts were compared
 * @property {boolean} unitAssumed whether nobody chose it
 * @property {Understanding} understanding
 * @property {Guide[]} guides
 * @property {Relaxation[]} relaxations what to loosen, when nothing was found or something was given up
 *
 * @typedef {object} PricedOffer what the rules of a voucher need to know of an offer
 * @property {string | null} voucher none where one pays everything oneself
 * @property {string | null} variant
 * @property {number | null} price cents
 * @property {string | null} unit
 * @property {string} day on which these terms hold
 * @property {string} besides what comes on top, in a few words
 *
 * @typedef {object} Engine
 * @property {string} language
 * @property {string} day the day the index was built for
 * @property {Record<'services' | 'municipalities' | 'units' | 'moments' | 'languages', Choice[]>} choices
 * @property {PricedOffer[]} offers all there are, in the order of the index
 * @property {(query: Query, yours?: Shares | null) => Promise<Result>} search yours: what one person pays for each of
 *   the offers; the engine only compares it, and keeps nothing
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
