/**
 * The published rules of what one pays: outputs/price_rules.py writes them, format 1. Nothing of a person is in what is
 * asked for: the files are the same for everybody.
 *
 * @import { TaxCredit } from '../pricing/tax-credit.js'
 * @import { VoucherRules } from './payment.js'
 * @import { Words } from './words.js'
 *
 * @typedef {object} Contents
 * @property {1} format
 * @property {string} language
 * @property {Record<string, string>} organisers the address of each one's rules
 * @property {(TaxCredit & { starts?: string, until?: string, note?: string })[]} taxCredits
 * @property {Words} words
 */
import { PriceWords } from './words.js'

/** @type {Map<string, Promise<PriceBook>>} */
const opened = new Map()

/**
 * The rules of one language; a page's modules share them.
 *
 * @param {string} address
 * @returns {Promise<PriceBook>}
 */
export function openBook(address) {
  const known = opened.get(address) ?? fetched(address).then((contents) => new PriceBook(contents))
  opened.set(address, known)
  known.catch(() => opened.delete(address))
  return known
}

export class PriceBook {
  /** @param {Contents} contents */
  constructor(contents) {
    this.contents = contents
    this.words = new PriceWords(contents.words, contents.language)
    /** @type {Map<string, Promise<void>>} */
    this.fetching = new Map()
    /** @type {Map<string, VoucherRules>} */
    this.vouchers = new Map()
  }

  /**
   * Have the rules of some vouchers at hand.
   *
   * @param {Iterable<string | null>} vouchers
   */
  async load(vouchers) {
    const organisers = new Set([...vouchers].flatMap((key) => (key === null ? [] : [organiserOf(key)])))
    await Promise.all([...organisers].map((organiser) => this.loadOrganiser(organiser)))
  }

  /** @param {string} organiser */
  loadOrganiser(organiser) {
    const address = this.contents.organisers[organiser]
    if (address === undefined) return Promise.resolve()
    const known = this.fetching.get(organiser) ?? this.fetchOrganiser(address)
    this.fetching.set(organiser, known)
    known.catch(() => this.fetching.delete(organiser))
    return known
  }

  /** @param {string} address */
  async fetchOrganiser(address) {
    const { organiser, vouchers } = await fetched(address)
    for (const [key, rules] of Object.entries(vouchers)) {
      this.vouchers.set(key, { .../** @type {VoucherRules} */ (rules), organiser })
    }
  }

  /**
   * The rules of a voucher that is loaded; none for what one pays oneself.
   *
   * @param {string | null} voucher
   */
  rulesOf(voucher) {
    return voucher === null ? null : (this.vouchers.get(voucher) ?? null)
  }
}

/** @param {string} voucher */
function organiserOf(voucher) {
  return voucher.split('/')[0]
}

/**
 * @param {string} address
 * @returns {Promise<any>}
 */
async function fetched(address) {
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`)
  const contents = await answer.json()
  if (contents?.format !== 1) throw new Error(`${address} has format ${contents?.format}, this page reads format 1`)
  return contents
}
