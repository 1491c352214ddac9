/**
 * What a word may mean that is written like none that is known: a slip of the keyboard, a compound nobody wrote before, a
 * part of another word.
 *
 * @import { Entry, Found } from './dictionary.js'
 * @import { Reader, Reading } from './reading.js'
 */
import { fold } from './letters.js'
import { BEGINNING, INSIDE, LONG } from './likeness.js'
import { SERVICE } from './part.js'
import { nearest, said } from './slips.js'

/** From so many letters on, one slip is likelier than another word that merely looks alike. */
const VERY_LONG = 8

/** How much of a word must agree, from its beginning, where its end does not. */
const MOSTLY = 0.6

/** No word has more letters. */
const LONGEST = 60

/** So many letters an ending may have. */
const ENDING = 4

/** What a word that is the whole name of a service weighs in it, in tenths. */
const WHOLE = 70

/**
 * A guess has to mean the same. What several words merely have in common, such as the first word of a compound, is none.
 *
 * @param {string} typed
 * @param {string} form
 * @param {Reader} reader
 * @returns {Promise<Reading[]>} several for a compound, all of whose words are known
 */
export async function guessed(typed, form, reader) {
  const unknown = { typed, read: '', found: new Map() }
  if (form.length > LONGEST) return [unknown]
  const words = await knownIn(form, reader)
  const isLong = form.length >= VERY_LONG
  const slip = (/** @type {number[]} */ allowed, unfinished = false) => {
    return nearest(typed, allowed, unfinished, reader.dictionary, words.first)
  }
  const sure = isLong ? slip([1]) : null
  if (sure) return [sure]
  for (const isLast of [words.isKnown, words.isEnd]) {
    const parts = await compound(typed, apart(form, isLast, words, reader) ?? [], reader)
    if (parts.length > 0) return parts
  }
  const other = within(typed, form, reader) ?? slip([1, 2]) ?? (isLong ? slip([1, 2], true) : null)
  return [other ?? mostly(typed, form, words.first, reader) ?? unknown]
}

/**
 * @typedef {object} Known which words are known near by that a word may be made of
 * @property {string} first the longest known word that it begins with
 * @property {(word: string) => boolean} isKnown
 * @property {(word: string) => boolean} isEnd whether it ends a known word
 * @property {(word: string) => boolean} isBegun whether it begins one that goes on for no more than an ending
 *
 * @param {string} form
 * @param {Reader} reader
 * @returns {Promise<Known>}
 */
async function knownIn(form, { dictionary, keys }) {
  const near = dictionary.near(form)
  const known = new Map(near.map(({ key, shown }) => [key, fold(shown)]))
  const cuts = Array.from({ length: Math.max(0, form.length - 5) }, (_, at) => form.length - 3 - at)
  const begun = cuts.filter((at) => keys.joins(form.slice(0, at)) && known.has(keys.key(form.slice(0, at))))
  // The second word of a compound may be a mere part of others, which no choice is known by.
  const ends = begun.map((at) => keys.key(form.slice(at)))
  await dictionary.load(ends)
  for (const { key, shown } of ends.flatMap((key) => dictionary.entry(key) ?? [])) known.set(key, fold(shown))
  return {
    first: form.slice(0, begun[0] ?? 0),
    // Short keys say little: "stoi" is no "stö".
    isKnown: (word) => keys.isSilent(word) || [keys.key(word), ...keys.relatives(word)].some((key) =>
      known.has(key) && (key.length > 2 || known.get(key)?.startsWith(word.slice(0, 3)))),
    isEnd: (word) => {
      const end = keys.key(word)
      return word.length > ENDING && near.some(({ key, shown }) => shown !== '' && key.endsWith(end))
    },
    isBegun: (word) => word.length >= ENDING && [...known.values()].some((shown) =>
      shown.length <= word.length + ENDING && shown.startsWith(word)),
  }
}

/**
 * The words that a compound is made of, the longest first word first.
 *
 * @param {string} form
 * @param {(word: string) => boolean} isLast whether it can be a word but the first
 * @param {Known} words
 * @param {Reader} reader
 * @returns {string[] | null}
 */
function apart(form, isLast, words, reader) {
  for (let at = form.length - 3; at >= 3; at -= 1) {
    const [begin, end] = [form.slice(0, at), form.slice(at)]
    if (!reader.keys.joins(begin) || !isLast(end)) continue
    const before = words.isKnown(begin) || words.isBegun(begin) ? [begin] : apart(begin, isLast, words, reader)
    if (before) return [...before, end]
  }
  return null
}

/**
 * The words of a compound, read; none where one means nothing, or no one more than is mentioned somewhere.
 *
 * @param {string} typed
 * @param {string[]} words
 * @param {Reader} reader
 * @returns {Promise<Reading[]>}
 */
async function compound(typed, words, reader) {
  let at = 0
  const written = words.map((word) => typed.slice(at, (at += word.length)))
  const telling = written.filter((word) => !reader.keys.isSilent(fold(word)))
  const parts = await Promise.all((telling.length > 0 ? telling : written).map(async (word) => {
    return { typed: word, read: '', found: await reader.asItStands(fold(word), false) }
  }))
  return parts.every(({ found }) => found.size > 0) && parts.some(({ found }) => reader.matters(found)) ? parts : []
}

/**
 * What begins with a word, or holds it.
 *
 * @param {string} typed
 * @param {string} form
 * @param {Reader} reader
 * @returns {Reading | null}
 */
function within(typed, form, reader) {
  const key = reader.keys.key(form)
  if (form.length < LONG - 1) return null
  /** @type {[string, number][]} */
  const looked = key.length < LONG - 1 ? [[form, INSIDE]] : [[key, BEGINNING], [form, INSIDE], [key, INSIDE]]
  for (const [part, share] of looked) {
    const found = reader.fitting(form, (word) => (share === BEGINNING ? word.startsWith(part) : word.includes(part)), share)
    if (found.size > 0) return { typed, read: '', found }
  }
  return null
}

/**
 * What begins with most of a word: more than the first word of a compound, unless that is a service by itself.
 *
 * @param {string} typed
 * @param {string} form
 * @param {string} first
 * @param {Reader} reader
 * @returns {Reading | null}
 */
function mostly(typed, form, first, { dictionary, keys }) {
  const entry = dictionary.entry(keys.key(first))
  const shared = entry && form.startsWith(fold(entry.shown).slice(0, -1)) ? first.length : 0
  const least = Math.max(LONG, form.length * MOSTLY, shared && (keys.key(form).length + shared) / 2)
  const reading = (/** @type {Entry[]} */ [read], /** @type {Found} */ found) => ({ typed, read: said(read, dictionary), found })
  for (let most = form.length - 1; most >= least; most -= 1) {
    const found = new Map(dictionary.near(form).filter(({ shown }) => shown !== '' && fold(shown).startsWith(form.slice(0, most))).map((entry) => [entry, INSIDE]))
    const all = [...found.keys()].sort((one, other) => other.heaviest - one.heaviest)
    if (all.length > 0) return reading(all, found)
  }
  const isWhole = entry?.owners.some((weight, at) => at % 3 === 2 && entry.owners[at - 2] === SERVICE && Number(weight) >= WHOLE)
  return entry && isWhole && 2 * shared > form.length ? reading([entry], new Map([[entry, INSIDE]])) : null
}
