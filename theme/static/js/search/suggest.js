/**
 * What a person may mean, while they type: services, municipalities, vouchers and registers by their own words, and
 * providers by their names.
 *
 * @import { Answers } from './answers.js'
 *
 * @typedef {object} Suggestion
 * @property {'service' | 'municipality' | 'origin' | 'provider'} kind
 * @property {string} key
 * @property {string} label
 * @property {string} url
 * @property {string} note the group of a service, where a provider is
 */
import { ascending } from './tables.js'
import { cardsOf } from './hits.js'
import { fold, wordsOf } from './letters.js'
import { MUNICIPALITY, ORIGIN, SERVICE } from './part.js'

const MOST = 8
const PROVIDERS = 4

/** What a name weighs, in tenths. */
const NAME = 80

/** @type {[number, Suggestion['kind'], 'services' | 'municipalities' | 'origins'][]} */
const KINDS = [[SERVICE, 'service', 'services'], [MUNICIPALITY, 'municipality', 'municipalities'], [ORIGIN, 'origin', 'origins']]

/**
 * @param {string} text
 * @param {Answers} answers
 * @returns {Promise<Suggestion[]>}
 */
export async function suggestions(text, answers) {
  const typed = wordsOf(text).map(fold)
  if (typed.join('').length < 2) return []
  const dictionary = await answers.words()
  await dictionary.loadGuide()
  const guide = await answers.store.single('pages')
  const { choices } = answers
  // The last word is unfinished; a label that begins as it does comes before one that only has it inside.
  const weights = typed.map((word, at) => weightsOf(word, at === typed.length - 1, dictionary))
  const found = KINDS.flatMap(([owner, kind, all]) => choices[all].flatMap((choice, place) => {
    const each = weights.map((words) => words.get(`${owner} ${place}`) ?? 0)
    if (each.includes(0)) return []
    const label = fold(choice.label)
    const begins = label.startsWith(typed.join(' ')) ? 100 : label.split(' ').some((word) => word.startsWith(typed[0])) ? 40 : 0
    const url = 'url' in choice ? choice.url : addressOf(guide, /** @type {'service'} */ (kind), /** @type {'services'} */ (all), place, choice.key)
    const note = kind === 'service' ? guide.groups[place] : ''
    const score = each.reduce((sum, weight) => sum + weight, begins)
    return [{ kind, ...choice, url: String(url), note, score }]
  }))
  const best = found.sort((one, other) => other.score - one.score || one.label.localeCompare(other.label)).slice(0, MOST)
  const named = best.length < MOST ? await providers(typed, MOST - best.length, answers) : []
  return [...best.map(({ score, ...suggestion }) => suggestion), ...named]
}

/**
 * @param {string} word
 * @param {boolean} unfinished
 * @param {import('./dictionary.js').Dictionary} dictionary
 * @returns {Map<string, number>} by kind and place of a choice
 */
function weightsOf(word, unfinished, { guide, keys }) {
  const key = keys.key(word)
  /** @type {Map<string, number>} */
  const weights = new Map()
  for (const entry of guide.values()) {
    const fits = entry.key === key || (unfinished && (entry.key.startsWith(word) || fold(entry.shown).startsWith(word)))
    if (!fits || entry.key.includes(' ')) continue
    for (let at = 0; at < entry.owners.length; at += 3) {
      const [kind, place, weight] = entry.owners.slice(at, at + 3)
      weights.set(`${kind} ${place}`, Math.max(Number(weight), weights.get(`${kind} ${place}`) ?? 0))
    }
  }
  return weights
}

/**
 * @param {any} guide
 * @param {'service' | 'municipality'} kind
 * @param {'services' | 'municipalities'} all
 * @param {number} place
 * @param {string} key
 */
function addressOf(guide, kind, all, place, key) {
  return guide[all][place] === 0 ? `${guide[kind]}${key}/` : guide[all][place]
}

/**
 * Providers whose names have all the words.
 *
 * @param {string[]} typed
 * @param {number} most
 * @param {Answers} answers
 * @returns {Promise<Suggestion[]>}
 */
async function providers(typed, most, answers) {
  const dictionary = await answers.words()
  const sets = await Promise.all(typed.map(async (word, at) => {
    const last = at === typed.length - 1
    await dictionary.load([dictionary.keys.key(word)])
    const begun = last && word.length > 2 ? await dictionary.beginning(word) : []
    const own = dictionary.entry(dictionary.keys.key(word))
    const entries = new Set([...begun.slice(0, 40), ...(own ? [own] : [])])
    const lists = await Promise.all([...entries].map((entry) => dictionary.lists(entry)))
    return new Set(lists.flat().flatMap(([weight, ...gaps]) => (weight < NAME ? [] : ascending(gaps))))
  }))
  const numbers = [...sets[0]].filter((number) => sets.every((set) => set.has(number)))
  numbers.sort((one, other) => answers.turn(one) - answers.turn(other))
  const { boot, choices } = answers
  const chosen = numbers.slice(0, Math.min(most, PROVIDERS))
  const hits = await cardsOf(chosen, answers)
  return chosen.flatMap((number) => {
    const card = hits.get(number)
    const seat = choices.municipalities[number >> boot.bits]
    return card ? [{ kind: /** @type {const} */ ('provider'), key: card.key, label: card.name, url: card.url, note: seat?.label ?? '' }] : []
  })
}
