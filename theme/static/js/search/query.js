/**
 * What is asked, and how the text of it is read.
 *
 * @typedef {'voucher' | 'self-pay'} Kind
 * @typedef {'relevance' | 'price' | 'you-pay' | 'name'} Sort
 *
 * @typedef {object} Query
 * @property {string} text
 * @property {string[]} municipalities keys; delivered in any of them
 * @property {string[]} services keys; any of them
 * @property {Kind | null} kind
 * @property {number | null} max the most one unit may cost, in cents
 * @property {string | null} unit key; none chosen with max means: the commonest one, and the answer says which
 * @property {string | null} language key of a language the provider serves in
 * @property {boolean} home only what is delivered at home
 * @property {Sort} sort
 * @property {number} page from 1
 *
 * @typedef {object} Asked one thing a text asks for
 * @property {'word' | 'phrase' | 'number'} kind
 * @property {string} typed as it was typed
 * @property {string[]} words of a word or phrase, as typed
 * @property {string} digits of a number
 */

const MOST = 16

/** @type {Readonly<Query>} */
export const EVERYTHING = Object.freeze({
  text: '',
  municipalities: [],
  services: [],
  kind: null,
  max: null,
  unit: null,
  language: null,
  home: false,
  sort: 'relevance',
  page: 1,
})

const PHRASE = /["“”„«»]([^"“”„«»]+)["“”„«»]/gu
const NUMBER = /(?:FI[ -]?)?(?:\+|00)?\d(?:[ \u00a0()-]{0,2}\d){4,}/giu

/**
 * What a text asks for: quoted phrases, telephone numbers and business ids, and words. Words that say nothing are
 * left out unless there are no others.
 *
 * @param {string} text
 * @param {{wordsOf: (text: string) => string[], silent: (word: string) => boolean}} reader
 * @returns {Asked[]}
 */
export function readText(text, { wordsOf, silent }) {
  /** @type {Asked[]} */
  const asked = []
  const unquoted = text.slice(0, 500).replace(PHRASE, (_, inside) => {
    asked.push({ kind: 'phrase', typed: inside.trim(), words: wordsOf(inside), digits: '' })
    return ' '
  })
  const rest = unquoted.replace(NUMBER, (typed) => {
    asked.push({ kind: 'number', typed: typed.trim(), words: [], digits: national(typed) })
    return ' '
  })
  const words = wordsOf(rest)
  const telling = words.filter((word) => !silent(word))
  const chosen = telling.length > 0 || asked.length > 0 ? telling : words
  for (const word of chosen) {
    asked.push({ kind: 'word', typed: word, words: [word], digits: '' })
  }
  return asked.filter(({ kind, words }) => kind !== 'phrase' || words.length > 0).slice(0, MOST)
}

/**
 * The digits of a telephone number as dialled within Finland, or of a business id.
 *
 * @param {string} number
 */
export function national(number) {
  const digits = number.replace(/\D/g, '')
  const abroad = /^\s*\+\s*358/.test(number) ? digits.slice(3) : digits.startsWith('00358') ? digits.slice(5) : null
  return abroad === null ? digits : `0${abroad.replace(/^0/, '')}`
}
