/**
 * What the text of a query finds: for each thing it asks for, which choices and which providers answer, and how well.
 *
 * @import { Dictionary, Found } from './dictionary.js'
 * @import { Asked } from './asked.js'
 * @import { Part } from './part.js'
 */
import { fold, wordsOf } from './letters.js'
import { KIND, MOMENT, MUNICIPALITY, NAMED, SERVICE, storiesOf, VARIANT } from './part.js'
import { readText } from './asked.js'
import { Reader } from './reading.js'
import { ascending } from './tables.js'

/** So many words a name can have. */
const LONGEST_NAME = 6

/** From this weight on, in tenths, a word is of a service's own names. */
const SURE = 45

/**
 * @param {string} text
 * @param {Dictionary} dictionary
 * @returns {Promise<Part[]>}
 */
export async function partsOf(text, dictionary) {
  const { keys } = dictionary
  dictionary.trim()
  const formed = wordsOf(text).map((word) => keys.key(fold(word)))
  const words = wordsOf(text).map(fold)
  const joined = words.slice(1).map((word, at) => keys.key(words[at] + word))
  // One round of requests for all that the text may be looked up by.
  await dictionary.load([...formed, ...joined, ...formed.flatMap((_, at) => namesFrom(formed, at))])
  const asked = readText(text, {
    wordsOf,
    price: keys.price,
    isSilent: (word) => keys.isSilent(fold(word)),
    isWord: (first, second) => {
      const key = keys.key(fold(first + second))
      // The second word may look like an ending of the first: "hoitaja yöllä". What is merely mentioned joins nothing.
      return key !== keys.key(fold(first)) && (dictionary.entry(key)?.heaviest ?? 0) > 1
    },
    isName: (name) => dictionary.entry(name.map((word) => keys.key(fold(word))).join(' ')) !== undefined,
  })
  const parts = await Promise.all(asked.map((each) => partsFor(each, dictionary)))
  const isSure = parts.flat().some(({ isAside, owners }) => !isAside && [...owners[SERVICE].values()].some((weight) => weight >= SURE))
  return parts.flatMap((some, at) => some.map((each) => ({ ...each, at, isAside: each.isAside && isSure })))
}

/**
 * @param {string[]} keys
 * @param {number} at
 */
function namesFrom(keys, at) {
  const lengths = Array.from({ length: LONGEST_NAME - 1 }, (_, more) => more + 2)
  return lengths.filter((length) => at + length <= keys.length).map((length) => keys.slice(at, at + length).join(' '))
}

/**
 * @param {Asked} asked
 * @param {Dictionary} dictionary
 * @returns {Promise<Part[]>}
 */
async function partsFor({ kind, typed, words, unfinished, digits }, dictionary) {
  const reader = new Reader(dictionary)
  if (kind === 'price') return [{ ...(await part({ typed, read: '', found: new Map() }, dictionary)), isPrice: true }]
  if (kind === 'phrase') return [await phrase(typed, words, reader)]
  if (kind === 'number') {
    const likely = digits.startsWith('0') ? [digits] : [digits, `0${digits}`]
    const begun = await Promise.all(likely.map((number) => dictionary.beginning(number)))
    const found = new Map(begun.flat().map((entry) => [entry, 1]))
    return [{ ...(await part({ typed, read: '', found }, dictionary)), isNumber: true }]
  }
  const readings = await reader.read(typed, unfinished)
  return Promise.all(readings.map(async (reading) => {
    return { ...(await part(reading, dictionary)), isAside: dictionary.keys.isAside(fold(reading.typed)) }
  }))
}

/**
 * A quoted phrase, or a name in several words. What is no name of a choice is looked for in the texts of providers.
 *
 * @param {string} typed
 * @param {string[]} words
 * @param {Reader} reader
 */
async function phrase(typed, words, reader) {
  const { dictionary, keys } = reader
  const formed = words.map((word) => keys.key(fold(word)))
  const name = formed.join(' ')
  const known = await reader.known([name], 1)
  if (known.size > 0) return part({ typed, read: '', found: known }, dictionary)
  const telling = formed.filter((key) => !keys.isSilent(key))
  const each = await Promise.all(telling.map(async (key) => part({ typed, read: '', found: await reader.known([key], 1) }, dictionary)))
  const [first, ...others] = each.map(({ documents }) => documents)
  const common = [...(first ?? [])].filter(([number]) => others.every((other) => other.has(number)))
  const holding = await holdingPhrase(common.map(([number]) => number), formed, dictionary)
  const documents = new Map(common.filter(([number]) => holding.has(number)))
  return { ...{ typed, documents, keys: formed }, read: '', owners: noOwners(), everywhere: false, total: null, binding: false, isNumber: false, at: 0 }
}

/**
 * Which of some providers tell some words side by side.
 *
 * @param {number[]} numbers
 * @param {string[]} formed
 * @param {Dictionary} dictionary
 */
async function holdingPhrase(numbers, formed, { store, keys }) {
  const stories = await storiesOf(numbers, store)
  const sought = ` ${formed.join(' ')} `
  const told = (/** @type {string} */ text) => ` ${wordsOf(text).map((word) => keys.key(fold(word))).join(' ')} `
  return new Set(numbers.filter((number) => stories.get(number)?.texts.some((text) => told(text).includes(sought))))
}

/**
 * @param {{typed: string, read: string, found: Found}} reading
 * @param {Dictionary} dictionary
 * @returns {Promise<Part>}
 */
async function part({ typed, read, found }, dictionary) {
  const owners = noOwners()
  /** @type {Map<number, number>} */
  const documents = new Map()
  await Promise.all([...found].map(async ([entry, share]) => {
    for (let at = 0; at < entry.owners.length; at += 3) {
      const [kind, place, weight] = entry.owners.slice(at, at + 3)
      raise(owners[Number(kind)], place, Number(weight) * share)
    }
    for (const [weight, ...gaps] of await dictionary.lists(entry)) {
      for (const number of ascending(gaps)) raise(documents, number, weight * share)
    }
  }))
  const [only] = found.keys()
  const answered = (/** @type {number} */ kind) => owners[kind].size > 0
  const places = [...owners[MUNICIPALITY].values()].some((weight) => weight >= NAMED)
  return {
    ...{ typed, read, owners, documents },
    everywhere: [...found.keys()].some(({ lists }) => lists === 1),
    total: found.size === 1 ? only.total || documents.size : null,
    binding: places || (!answered(SERVICE) && (answered(KIND) || answered(VARIANT) || answered(MOMENT))),
    keys: [...found.keys()].map(({ key }) => key),
    isNumber: false,
    at: 0,
  }
}

/** @returns {Part['owners']} */
function noOwners() {
  return Array.from({ length: 7 }, () => new Map())
}

/**
 * @template Key
 * @param {Map<Key, number>} weights
 * @param {Key} key
 * @param {number} weight
 */
function raise(weights, key, weight) {
  weights.set(key, Math.max(weight, weights.get(key) ?? 0))
}
