/**
 * The index file as it is published, format 2, and its tables as objects. outputs/search/README.md describes it.
 *
 * @typedef {object} PublishedRules
 * @property {number} shortest
 * @property {[string, string][][]} steps
 * @property {[string, string][]} variants
 * @property {[string, string][]} relatives
 * @property {string} joint
 * @property {string[]} stop
 *
 * @typedef {number[][]} Texts each its weight, then its terms in their order
 *
 * @typedef {object} Table
 * @property {string[]} fields
 * @property {unknown[][]} rows
 *
 * @typedef {object} IndexFile
 * @property {2} format
 * @property {string} language
 * @property {string} day
 * @property {PublishedRules} rules
 * @property {{keys: string, shown: string, parts: number[][], also: [number, number][]}} terms
 * @property {[string, string, string, string, Texts][]} services
 * @property {[string, string, string, number[], Texts][]} municipalities
 * @property {[string, string, string, Texts][]} origins
 * @property {['voucher' | 'self-pay', string, Texts][]} kinds
 * @property {[string, string][]} units
 * @property {[string, string][]} moments
 * @property {[string, string, Texts][]} languages
 * @property {[string, Texts][]} variants
 * @property {number[][]} areas
 * @property {string[]} notes
 * @property {string[]} variantKeys
 * @property {Table} documents
 * @property {Table} offers
 *
 * @typedef {object} DocumentRow
 * @property {string} key
 * @property {string} url
 * @property {string} name
 * @property {string} where
 * @property {string} summary
 * @property {string} approvedBy
 * @property {string} speaks
 * @property {string} phone
 * @property {string} phoneUrl
 * @property {[string, string][]} tags
 * @property {number[]} languages
 * @property {number[]} municipalities
 * @property {string[]} numbers
 * @property {Texts} texts
 *
 * @typedef {object} OfferRow
 * @property {number} document
 * @property {number} service
 * @property {'voucher' | 'self-pay'} kind
 * @property {number} origin
 * @property {number} area
 * @property {number | null} unit
 * @property {number | null} price
 * @property {number | null} payLow
 * @property {number | null} payHigh
 * @property {number | null} payUnit nothing where it is the price's
 * @property {string} priceWords
 * @property {string} payWords
 * @property {number | null} payNote
 * @property {number | null} besides
 * @property {number | null} variant
 * @property {number | null} variantKey
 * @property {[string, number | null] | null} terms the day from which they hold and the price then
 * @property {number} moments bits
 * @property {0 | 1} home
 * @property {string | null} from
 * @property {string | null} until
 */

/**
 * Rows of a table as objects.
 *
 * @template Row
 * @param {Table} table
 * @returns {Row[]}
 */
export function rowsOf({ fields, rows }) {
  return rows.map((row) => /** @type {Row} */ (Object.fromEntries(fields.map((field, place) => [field, row[place]]))))
}

/**
 * Fetch an index file. A page that outlived its index finds the new one through the manifest beside it.
 *
 * @param {string} address
 * @param {typeof fetch} fetcher
 * @returns {Promise<IndexFile>}
 */
export async function fetchIndex(address, fetcher) {
  const answer = await fetcher(address)
  if (answer.status === 404) {
    const language = address.split('/').at(-1)?.split('-')[0] ?? ''
    const manifest = await json(await fetcher(besides(address, 'manifest.json')))
    return fetchIndex(besides(address, manifest.indexes[language]), refuseToLoop(fetcher))
  }
  return readable(await json(answer))
}

/**
 * @param {Response} answer
 * @returns {Promise<any>}
 */
async function json(answer) {
  if (!answer.ok) {
    throw new Error(`${answer.url} answered ${answer.status}`)
  }
  return answer.json()
}

/**
 * @param {string} address
 * @param {string} name
 */
function besides(address, name) {
  return address.replace(/[^/]*$/, name)
}

/**
 * @param {typeof fetch} fetcher
 * @returns {typeof fetch}
 */
function refuseToLoop(fetcher) {
  return async (address, options) => {
    const answer = await fetcher(address, options)
    if (!answer.ok) {
      throw new Error(`${address} answered ${answer.status}`)
    }
    return answer
  }
}

/**
 * @param {any} file
 * @returns {IndexFile}
 */
export function readable(file) {
  if (file?.format !== 2) {
    throw new Error(`the search index has format ${file?.format}, this page reads format 2`)
  }
  return file
}
