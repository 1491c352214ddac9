/**
 * Which providers a person has put aside to compare. It is kept in this tab and ends with it: providers' keys and
 * names, nothing about the person.
 *
 * @import { Reference } from './state.js'
 *
 * @typedef {Reference & { name: string }} Chosen
 */
import { MOST, distinct, referenceOf, textOf } from './state.js'

const KEY = 'comparison'

/** @type {Set<() => void>} */
const listeners = new Set()

/** @type {Chosen[]} for browsers that keep nothing */
let inMemory = []

/** @returns {Chosen[]} */
export function chosen() {
  const text = kept()
  if (text === null) return inMemory
  try {
    const found = /** @type {unknown[]} */ (JSON.parse(text))
    return found.flatMap(readable).slice(0, MOST)
  } catch {
    return []
  }
}

/**
 * Whether a provider is among them, with whichever offer.
 *
 * @param {string} provider
 */
export function isChosen(provider) {
  return chosen().some((each) => each.provider === provider)
}

/**
 * Put one more aside; false when there are as many as can be compared.
 *
 * @param {Chosen} one
 */
export function add(one) {
  const before = chosen()
  if (before.length >= MOST) return false
  choose([...before, one])
  return true
}

/** @param {string} provider */
export function remove(provider) {
  choose(chosen().filter((each) => each.provider !== provider))
}

/** @param {Chosen[]} all */
export function choose(all) {
  inMemory = /** @type {Chosen[]} */ (distinct(all)).slice(0, MOST)
  keep(inMemory)
  listeners.forEach((listen) => listen())
}

/**
 * Be called whenever the choice changes.
 *
 * @param {() => void} listen
 */
export function onChange(listen) {
  listeners.add(listen)
}

/** @param {Chosen[]} all */
function keep(all) {
  try {
    if (all.length === 0) sessionStorage.removeItem(KEY)
    else sessionStorage.setItem(KEY, JSON.stringify(all.map((each) => ({ provider: textOf(each), name: each.name }))))
  } catch {
    // Then it lasts as long as the page.
  }
}

function kept() {
  try {
    return sessionStorage.getItem(KEY)
  } catch {
    return null
  }
}

/**
 * @param {any} found an older page may have written it, or somebody's hand
 * @returns {Chosen[]}
 */
function readable(found) {
  const reference = typeof found?.provider === 'string' ? referenceOf(found.provider) : null
  return reference && typeof found.name === 'string' ? [{ ...reference, name: found.name.slice(0, 200) }] : []
}
