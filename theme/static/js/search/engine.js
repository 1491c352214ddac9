/**
 * The search: what it is asked, what it answers. This interface lasts; how an answer comes about may change behind it.
 *
 * @import { Yours } from './costs.js'
 * @import { Query, Kind } from './query.js'
 *
 * @typedef {import('./boot.js').Choice} Choice
 * @typedef {import('./costs.js').PricedOffer} PricedOffer
 * @typedef {import('./costs.js').Share} Share
 * @typedef {import('./facets.js').Facets} Facets
 * @typedef {import('./help.js').Guide} Guide
 * @typedef {import('./help.js').Relaxation} Relaxation
 * @typedef {import('./snippets.js').Piece} Piece
 * @typedef {import('./suggest.js').Suggestion} Suggestion
 *
 * @typedef {object} Provider
 * @property {string} key
 * @property {string} url
 * @property {string} name
 * @property {string} where
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
 * @property {Choice} service
 * @property {Choice & {url: string}} origin the voucher or register
 * @property {Kind} kind
 * @property {Choice | null} unit
 * @property {number | null} price cents
 * @property {Pay} pay
 * @property {string} variant
 * @property {string[]} moments keys of the times of the week at which the price holds
 * @property {boolean} home
 * @property {PricedOffer} priced what the rules of a voucher need to know
 *
 * @typedef {object} Hit
 * @property {Provider} provider
 * @property {Offer[]} offers those that were asked for, the best first: the price to show is the first one's
 * @property {number} score
 * @property {number | null} distance kilometres, where it was asked for and the service is not brought home
 *
 * @typedef {object} Understanding how the text was understood
 * @property {{typed: string, read: string}[]} corrections words that were taken for others
 * @property {string[]} ignored words that occur nowhere
 * @property {string[]} prices amounts, which limit nothing where they stand in the text
 * @property {{typed: string, moments: Choice[]}[]} times words that are times of the week at which the price must hold
 * @property {string[]} missing words that nobody has together with the others; they were given up
 *
 * @typedef {object} Result what takes longer is asked for only when it is read
 * @property {number} total
 * @property {number} page the page these hits are on, from 1
 * @property {number} pages
 * @property {number} size hits on a page
 * @property {Hit[]} hits
 * @property {number} open how many providers the limit alone left out, because nobody can say whether they pass it
 * @property {number} elsewhere how many providers were left out that are priced in the unit chosen, but paid in another
 * @property {Choice | null} unit the unit in which amounts were compared
 * @property {boolean} unitAssumed whether nobody chose it
 * @property {Understanding} understanding
 * @property {Promise<Facets>} facets
 * @property {Promise<Guide[]>} guides
 * @property {Promise<Relaxation[]>} relaxations what to loosen, when nothing was found or something was given up
 * @property {Promise<string[]>} summaries what each hit does, in a sentence
 * @property {Promise<(Piece[] | null)[]>} snippets by hit, where its running text answers
 *
 * @typedef {object} Context what is known of a person; it is compared, and not kept
 * @property {Yours} [yours]
 * @property {{latitude: number, longitude: number} | null} [position]
 * @property {string | null} [own] key of the person's own municipality
 *
 * @typedef {object} Engine
 * @property {string} language
 * @property {string} day the day the index was built for
 * @property {Record<'services' | 'municipalities' | 'units' | 'moments' | 'languages', Choice[]>} choices
 * @property {string[]} vouchers keys of vouchers and registers
 * @property {(query: Query, context?: Context) => Promise<Result>} search rejects with an Error named Stale when the
 *   index was replaced
 * @property {(text: string) => Promise<Suggestion[]>} suggest what may be meant, while it is typed
 * @property {() => Promise<void>} fetchWhole of a small directory, so that no later answer waits for the network; the
 *   first answer begins it
 */
import { Answers } from './answers.js'
import { opened } from './boot.js'

/** So many milliseconds after the first answer a page is at leisure. */
const LEISURE = 1_000

/**
 * Open the search of one language.
 *
 * @param {string} address of the index, from the page
 * @param {{day: string, fetcher?: typeof fetch}} options the day on which offers must be valid
 * @returns {Promise<Engine>}
 */
export async function open(address, { day, fetcher = (...request) => fetch(...request) }) {
  const store = await opened(address, fetcher)
  const answers = new Answers(store, day)
  const { choices } = answers
  let isAgain = false
  return {
    language: store.boot.language,
    day: store.boot.day,
    choices,
    vouchers: choices.origins.map(({ key }) => key),
    search: async (query, context = {}) => {
      const result = await answers.result(query, context)
      // A small directory is fetched whole once the first answer stands, so that no later one waits for the network; at
      // once where somebody goes on typing.
      setTimeout(() => store.fetchWhole().catch(() => undefined), isAgain ? 0 : LEISURE)
      isAgain = true
      return result
    },
    suggest: async (text) => (await import('./suggest.js')).suggestions(text, answers),
    fetchWhole: () => store.fetchWhole(),
  }
}
