/**
 * An index in memory: the published tables, and what is quickest to look up in them.
 *
 * @import { DocumentRow, IndexFile, OfferRow, Texts } from './file.js'
 * @import { Answers } from './text.js'
 *
 * @typedef {'documents' | 'services' | 'municipalities' | 'origins' | 'kinds' | 'languages' | 'variants'} Owner
 * @typedef {[Owner, number, number, number[]]} Posting whose text holds a term, how much that counts, and the text
 *
 * @typedef {object} Candidate an offer, or a provider that has none
 * @property {number} document
 * @property {OfferRow | null} offer
 * @property {number | null} place of the offer in the index
 * @property {number[]} area places of the municipalities it is delivered in
 */
import { rowsOf } from './file.js'
import { fold, keysBy, wordsOf } from './key.js'
import { Terms } from './terms.js'

/** @type {Owner[]} */
const NAMED = ['services', 'origins', 'municipalities']

/** @type {Owner[]} */
const OWNERS = ['documents', 'services', 'municipalities', 'origins', 'kinds', 'languages', 'variants']

export class Data {
  /**
   * @param {IndexFile} file
   * @param {string} day offers that are over on it, or have not begun, are left out
   */
  constructor(file, day) {
    this.file = file
    this.day = day
    this.keys = keysBy(file.rules)
    this.terms = new Terms(file.terms, this.keys)
    /** @type {DocumentRow[]} */
    this.documents = rowsOf(file.documents)
    /** @type {OfferRow[]} */
    this.offers = rowsOf(file.offers)
    this.names = this.documents.map(({ name }) => ` ${fold(name)} `)
    this.candidates = this.candidatesOn(day)
    this.postings = this.postingsOf()
    this.terms.heaviest = this.postings.map((postings) => Math.max(...postings.map(([, , weight]) => weight)))
    /** whole names of services, vouchers and municipalities, as terms */
    this.whole = new Set(NAMED.flatMap((owner) => this.textsOf(owner).flat().map((text) => text.slice(1).join())))
  }

  /**
   * Providers whose every offer is over are gone; those that never had one are found by themselves.
   *
   * @param {string} day
   */
  candidatesOn(day) {
    const offers = this.offers
    const offering = new Set(offers.map(({ document }) => document))
    /** @type {Candidate[]} */
    const candidates = offers
      .map((offer, place) => ({ document: offer.document, offer, place, area: this.file.areas[offer.area] }))
      .filter(({ offer: { from, until } }) => (from === null || from <= day) && (until === null || day <= until))
    this.documents.forEach(({ municipalities }, document) => {
      if (!offering.has(document)) {
        candidates.push({ document, offer: null, place: null, area: municipalities })
      }
    })
    return candidates.sort((one, other) => one.document - other.document)
  }

  postingsOf() {
    /** @type {Posting[][]} */
    const postings = []
    for (const owner of OWNERS) {
      this.textsOf(owner).forEach((texts, place) => {
        for (const text of texts) {
          for (const term of new Set(text.slice(1))) {
            ;(postings[term] ??= []).push([owner, place, text[0], text])
          }
        }
      })
    }
    return postings
  }

  /**
   * @param {Owner} owner
   * @returns {Texts[]}
   */
  textsOf(owner) {
    return owner === 'documents'
      ? this.documents.map(({ texts }) => texts)
      : this.file[owner].map((row) => /** @type {Texts} */ (row.at(-1)))
  }

  /** @returns {Answers} */
  noAnswers() {
    const { file, documents } = this
    const all = { ...file, documents }
    const empty = OWNERS.map((owner) => [owner, new Float32Array(all[owner].length)])
    return Object.fromEntries(empty)
  }

  /** @param {string} word */
  termOf(word) {
    return this.terms.numberOf(fold(word))
  }

  /** @param {string} text */
  wordsOf(text) {
    return wordsOf(text)
  }

  /** @param {string} word */
  isSilent(word) {
    return this.keys.isSilent(fold(word))
  }

  /** @param {string} word */
  isWord(word) {
    return this.termOf(word) !== undefined
  }

  /** @param {string[]} words */
  isName(words) {
    return this.whole.has(words.map((word) => this.termOf(word)).join())
  }
}
