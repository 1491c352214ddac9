/**
 * One thing that a text asks for, and who answers it.
 *
 * @import { Store } from './store.js'
 *
 * @typedef {object} Part one thing that must be found; weights are tenths
 * @property {string} typed
 * @property {string} read the word it was taken for, when that is another one; else empty
 * @property {Map<number | string, number>[]} owners by kind of choice: service, voucher or register, municipality, way to
 *   pay, language, variant, time of the week
 * @property {Map<number, number>} documents providers whose own words answer
 * @property {boolean} everywhere whether nearly everybody has it in the name, so that it says nothing
 * @property {number | null} total how many providers answer, where that is known beforehand
 * @property {boolean} binding whether it says where or how: the offer that answers the rest must answer it too
 * @property {string[]} keys of the words that were found
 * @property {boolean} [isAside] whether it says for whom, or that help is wanted, beside the name of a service
 * @property {boolean} [isOptional] whether it only puts providers in order
 * @property {boolean} isNumber whether it is a telephone number or a business id
 * @property {boolean} [isPrice] whether it is an amount, which a text cannot limit
 * @property {number} at the place of its word in the text; what a compound was taken apart into has one
 */
import { ascending } from './tables.js'

export const [SERVICE, ORIGIN, MUNICIPALITY, KIND, LANGUAGE, VARIANT, MOMENT] = [0, 1, 2, 3, 4, 5, 6]

/** How much a municipality must weigh for a word to be the name of a place. */
export const NAMED = 30

/** What the name of a provider weighs, in tenths, and at least as a part of a word. */
export const NAME = 80
const NAMES = 36

/** What a provider gains whose name holds all the words, and one beside a place that was named where nobody is. */
export const NAMESAKE = 40
export const NEIGHBOUR = 10

/**
 * What some providers tell of themselves.
 *
 * @param {number[]} numbers
 * @param {Store} store
 * @returns {Promise<Map<number, {summary: string, texts: string[]}>>}
 */
export async function storiesOf(numbers, store) {
  const blocks = [...new Set(numbers.map((number) => blockOf(number, store.boot)))]
  const pieces = await Promise.all(blocks.map((block) => store.piece('x', block)))
  return new Map(pieces.flatMap(({ docs, summary, texts }) =>
    ascending(docs).map((number, at) => [number, { summary: summary[at], texts: texts[at] }])))
}

/**
 * The piece with a provider's card: the lowest number in it.
 *
 * @param {number} number
 * @param {{bits: number, cut: number[]}} boot
 */
export function blockOf(number, { bits, cut }) {
  const shift = cut[number >> bits]
  return (number >> shift) << shift
}

/**
 * Whether anything at all answers a part.
 *
 * @param {Part} part
 */
export function isFound({ owners, documents, everywhere }) {
  return everywhere || documents.size > 0 || owners.some((weights) => weights.size > 0)
}

/**
 * Whether a part names something, a choice or a provider, and is not merely mentioned.
 *
 * @param {Part} part
 */
export function isNaming({ owners, documents, everywhere, isAside }) {
  return !everywhere && !isAside && (owners.some(({ size }) => size > 0) || [...documents.values()].some((weight) => weight >= NAMES))
}

/**
 * Whether it is enough to know whose an offer is, of which service and where it is delivered, to tell if it answers a part.
 *
 * @param {Part} part
 */
export function isPlain({ owners, everywhere }) {
  const named = owners[SERVICE].size > 0 || owners[MUNICIPALITY].size > 0
  // The words of a voucher or a register count only where no service and no place has them.
  const others = [KIND, LANGUAGE, VARIANT, MOMENT, ...(named ? [] : [ORIGIN])]
  return !everywhere && others.every((kind) => owners[kind].size === 0)
}

/**
 * The places of all choices of a kind that answer some parts.
 *
 * @param {Part[]} parts
 * @param {number} kind
 */
export function answering(parts, kind) {
  return /** @type {number[]} */ ([...new Set(parts.flatMap(({ owners }) => [...owners[kind].keys()]))])
}

/**
 * Whether nothing but providers' own words answers some parts.
 *
 * @param {Part[]} parts
 */
export function areOwnWords(parts) {
  return parts.every(({ owners }) => owners.every(({ size }) => size === 0))
}

/**
 * The providers whose own words have every part.
 *
 * @param {Part[]} parts
 */
export function common(parts) {
  const [first, ...others] = parts.map(({ documents }) => documents)
  return [...first.keys()].filter((number) => others.every((documents) => documents.has(number)))
}
