/**
 * Which offer of each provider stands in the comparison: the one the address names; else, so that like is held against
 * like, the cheapest of the service and unit that most of the others have too.
 *
 * @import { Choice, Provider } from './provider.js'
 * @import { Reference } from './state.js'
 *
 * @typedef {object} Column
 * @property {Reference} reference
 * @property {Provider} provider
 * @property {Choice} choice
 * @property {boolean} moved whether the address names an offer that is no longer there
 */
import { choicesOf } from './provider.js'

/**
 * @param {{ reference: Reference, provider: Provider }[]} named
 * @returns {Column[]}
 */
export function columnsOf(named) {
  const candidates = named.map(({ reference, provider }) => matching(choicesOf(provider), reference.offer))
  const settled = candidates.map((choices) => new Set(choices.map(kindOf))).flatMap((kinds) => (kinds.size === 1 ? [...kinds] : []))
  const common = candidates.flatMap((choices) => [...new Set(choices.map(kindOf))])
  const rank = (/** @type {Choice} */ choice) => [times(settled, kindOf(choice)), times(common, kindOf(choice))]
  return named.map(({ reference, provider }, at) => ({
    reference,
    provider,
    choice: best(candidates[at], rank),
    moved: reference.offer !== null && !choicesOf(provider).some(({ offer }) => fits(offer.id, reference.offer)),
  }))
}

/**
 * The choices an address means: the very one, else those that have the parts it names, else all.
 *
 * @param {Choice[]} choices
 * @param {string | null} wanted
 */
function matching(choices, wanted) {
  const exact = choices.filter(({ offer }) => offer.id === wanted)
  const fitting = choices.filter(({ offer }) => fits(offer.id, wanted))
  return [exact, fitting, choices].find(({ length }) => length > 0) ?? []
}

/**
 * Whether an offer's parts hold those that are wanted, in their order.
 *
 * @param {string} id
 * @param {string | null} wanted
 */
function fits(id, wanted) {
  if (wanted === null) return false
  const parts = wanted.split('.')
  for (const part of id.split('.')) {
    if (part === parts[0]) parts.shift()
  }
  return parts.length === 0
}

/**
 * The highest in rank; of equals the cheapest, one that can be had now first.
 *
 * @param {Choice[]} choices
 * @param {(choice: Choice) => number[]} rank
 */
function best(choices, rank) {
  const order = (/** @type {Choice} */ choice) => {
    const { offer, listing } = choice
    const later = listing.upcoming === undefined ? 0 : 1
    return [...rank(choice).map((number) => -number), later, offer.data.price ?? Infinity]
  }
  return choices.reduce((first, second) => (isBefore(order(second), order(first)) ? second : first))
}

/**
 * @param {number[]} first
 * @param {number[]} second
 */
function isBefore(first, second) {
  const at = first.findIndex((number, place) => number !== second[place])
  return at >= 0 && first[at] < second[at]
}

/** @param {Choice} choice */
function kindOf({ offer }) {
  return `${offer.about} ${offer.data.unit ?? ''}`
}

/**
 * @param {string[]} all
 * @param {string} one
 */
function times(all, one) {
  return all.filter((each) => each === one).length
}
