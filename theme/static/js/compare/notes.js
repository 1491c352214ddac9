/**
 * What is to be said about a comparison before one reads it: who of the address is not in it, and what cannot be held
 * against each other.
 *
 * @import { Column } from './columns.js'
 * @import { Found } from './provider.js'
 * @import { Values, Words } from './rows.js'
 * @import { State } from './state.js'
 */
import { filled } from '../sentence.js'
import { differentServices, differentUnits } from './rows.js'

/**
 * @param {State} state
 * @param {Found[]} found
 * @param {Words} words
 * @returns {string[]}
 */
export function missing(state, found, words) {
  const count = (/** @type {Found['kind']} */ kind) => found.filter((each) => each.kind === kind).length
  const unknown = count('unknown') + state.unreadable
  const ended = found.filter(({ kind }) => kind === 'ended').map(({ name = '' }) => filled(words.ended, { name }))
  return [
    ...ended,
    unknown > 0 ? plural(words.unknown, unknown) : '',
    count('failed') > 0 ? plural(words.failed, count('failed')) : '',
    state.tooMany ? words.tooMany : '',
  ].filter(Boolean)
}

/**
 * @param {Column[]} columns
 * @param {Values[]} values
 * @param {Words} words
 * @returns {string[]}
 */
export function incomparable(columns, values, words) {
  const moved = columns.filter((column) => column.moved)
  return [
    ...moved.map(({ provider }) => filled(words.moved, { name: provider.name })),
    differentServices(columns) ? words.services : '',
    differentUnits(values) ? words.units : '',
  ].filter(Boolean)
}

/**
 * @param {Record<string, string>} sentences one for each plural category of the language
 * @param {number} n
 */
export function plural(sentences, n) {
  const category = new Intl.PluralRules(document.documentElement.lang).select(n)
  return filled(sentences[category] ?? sentences.other, { n: String(n) })
}
