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
  const { dictionary, keys } = reader
  const near = dictionary.near(form)
  const known = new Map(near.map(({ key, shown }) => [key, fold(shown)]))
  const isKnown = (/** @type {string} */ word) => keys.isSilent(word) || [keys.key(word), ...keys.relatives(word)].some((key) => {
    // Short keys say little: "stoi" is no "stö".
    return known.has(key) && (key.length > 2 || known.get(key)?.startsWith(word.slice(0, 3)))
  })
  const isEnd = (/** @type {string} */ word) => word.length > ENDING && near.some(({ key, shown }) => shown !== '' && key.endsWith(keys.key(word)))
  const isBegun = (/** @type {string} */ word) => word.length >= ENDING && near.some(({ shown }) => {
    return shown.length <= word.length + ENDING && fold(shown).startsWith(word)
  })
  const cuts = Array.from({ length: Math.max(0, form.length - 5) }, (_, at) => form.length - 3 - at).filter((at) => keys.joins(form.slice(0, at)))
  const begun = cuts.filter((at) => known.has(keys.key(form.slice(0, at))))
  const first = form.slice(0, begun[0] ?? 0)
  // The second word of a compound may be a mere part of others, which no choice is known by.
  const ends = begun.map((at) => keys.key(form.slice(at)))
  await dictionary.load(ends)
  for (const { key, shown } of ends.flatMap((key) => dictionary.entry(key) ?? [])) known.set(key, fold(shown))
  const slip = (/** @type {number[]} */ allowed, unfinished = false) => nearest(typed, allowed, unfinished, dictionary, first)
  /** @type {(word: string, ends: (word: string) => boolean) => string[] | null} */
  const apart = (word, ends) => {
    for (let at = word.length - 3; at >= 3; at -= 1) {
      const [begin, end] = [word.slice(0, at), word.slice(at)]
      if (!keys.joins(begin) || !ends(end)) continue
      const before = isKnown(begin) || isBegun(begin) ? [begin] : apart(begin, ends)
      if (before) return [...before, end]
    }
    return null
  }
  const read = async (/** @type {string[]} */ words) => {
    const places = words.map((_, at) => words.slice(0, at).join('').length)
    const telling = words.filter((word) => !keys.isSilent(word))
    const all = await Promise.all((telling.length > 0 ? telling : words).map(async (word) => {
      const at = places[words.indexOf(word)]
      return { typed: typed.slice(at, at + word.length), read: '', found: await reader.asItStands(word, false) }
    }))
    // A compound is another word where a part means nothing, or no part more than is mentioned somewhere.
    return all.every(({ found }) => found.size > 0) && all.some(({ found }) => reader.matters(found)) ? all : []
  }
  const sure = form.length < VERY_LONG ? null : slip([1])
  if (sure) return [sure]
  for (const words of [apart(form, isKnown), apart(form, isEnd)]) {
    const readings = await read(words ?? [])
    if (readings.length > 0) return readings
  }
  return [within(typed, form, reader) ?? slip([1, 2]) ?? (form.length < VERY_LONG ? null : slip([1, 2], true)) ?? mostly(typed, form, first, reader) ?? { typed, read: '', found: new Map() }]
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
