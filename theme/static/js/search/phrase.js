/**
 * What a query and its result say about themselves. The words come from the page, in its language.
 *
 * @import { Choice, Engine, Hit, Offer, Result, Suggestion } from './engine.js'
 * @import { Relaxation } from './help.js'
 * @import { Query } from './query.js'
 *
 * @typedef {string | Record<string, string>} Plural one sentence, or one for each plural category of the language
 *
 * @typedef {object} Words {x}, {n} … stand for what is filled in
 * @property {Plural} results "{n} palveluntuottajaa"
 * @property {string} none
 * @property {string} failed that the search cannot be had, and what can
 * @property {string} asked "Haettiin ehdoilla: {x}"
 * @property {string} position "Sivu {page} / {pages}"
 * @property {string} unit "Hintoja verrataan yksikössä {x}"
 * @property {string} corrected "Haettiin sanalla {read}, ei {typed}"
 * @property {string} ignored "Sanaa {x} ei löydy"
 * @property {string} unread "{x} ei rajaa hintaa"
 * @property {string} time "Sana {typed} on luettu ajaksi: {x}"
 * @property {string} missing "Kenelläkään ei ole myös {x}"
 * @property {Plural} more "ja {n} muuta"
 * @property {string} sameAlways of a price that is not for some times only
 * @property {Plural} open that a limit on what one pays left {n} providers out of which nobody can say
 * @property {Plural} elsewhere that {n} are left out, because what one pays there is told for another unit than {x}
 * @property {string} tell that telling one's situation helps
 * @property {string} title "{x} – Haku"
 * @property {Record<'text' | 'max' | 'maxPer' | 'youPay' | 'youPayPer' | 'payUnit' | 'home', string>} chips
 *   "hinta enintään {amount} / {unit}"
 * @property {Record<'voucher' | 'self-pay', string>} kinds
 * @property {Record<Relaxation['kind'], string>} relaxations "Ilman hintarajaa: {results}"
 * @property {Plural} suggested "{n} ehdotusta"
 * @property {string} unsuggested that there is no suggestion
 * @property {Record<Suggestion['kind'], string>} suggestions what kind of thing is suggested
 * @property {Record<'about' | 'under' | 'same' | 'home' | 'here' | 'asking' | 'found' | 'refused' | 'late' | 'unknown', string>} near
 *   "noin {n} km", "tulee kotiisi: {x}"; and how asking for the person's position goes
 *
 * @typedef {object} Chip one condition of a query, in words
 * @property {string} name
 * @property {string} words
 * @property {Query} without the query without it
 */
import { filled } from '../sentence.js'

/** So many letters of what somebody typed are said again. */
const BRIEF = 60

export class Phrases {
  /**
   * @param {Words} words
   * @param {Engine} engine
   */
  constructor(words, { language, choices }) {
    this.words = words
    this.choices = choices
    this.plurals = new Intl.PluralRules(language)
    this.numbers = new Intl.NumberFormat(language)
    const region = language === 'en' ? 'en-GB' : `${language}-FI`
    this.euros = new Intl.NumberFormat(region, { style: 'currency', currency: 'EUR' })
  }

  /**
   * Every condition of a query, each with the query that is left when it is taken away.
   *
   * @param {Query} query
   * @returns {Chip[]}
   */
  chips(query) {
    const { chips, kinds } = this.words
    const { municipalities, services, languages, units, moments } = this.choices
    /** @type {(name: string, words: string, change: Partial<Query>) => Chip} */
    const chip = (name, words, change) => ({ name, words, without: { ...query, ...change, page: 1 } })
    const { text, kind, of, max, unit, when, language, home } = query
    return [
      text === '' ? [] : chip('text', filled(chips.text, { x: brief(text) }), { text: '' }),
      query.services.map((key) => chip('service', labelOf(key, services), { services: others(query.services, key) })),
      query.municipalities.map((key) =>
        chip('municipality', labelOf(key, municipalities), { municipalities: others(query.municipalities, key) }),
      ),
      kind === null ? [] : chip('kind', kinds[kind], { kind: null }),
      max === null ? [] : chip('max', this.atMost(query), { of: 'price', max: null, unit: null }),
      unit === null || max !== null ? [] : chip('unit', this.byUnit(of, labelOf(unit, units)), { of: 'price', unit: null }),
      when === null ? [] : chip('when', labelOf(when, moments), { when: null }),
      language === null ? [] : chip('language', labelOf(language, languages), { language: null }),
      home ? chip('home', chips.home, { home: false }) : [],
    ].flat()
  }

  /** @param {Query} query */
  atMost({ of, max, unit }) {
    const amount = this.euros.format((max ?? 0) / 100)
    const { chips } = this.words
    const [plain, per] = of === 'price' ? [chips.max, chips.maxPer] : [chips.youPay, chips.youPayPer]
    if (unit === null) return filled(plain, { amount })
    return filled(per, { amount, unit: labelOf(unit, this.choices.units) })
  }

  /**
   * @param {Query['of']} of
   * @param {string} unit
   */
  byUnit(of, unit) {
    return of === 'price' ? unit : filled(this.words.chips.payUnit, { unit })
  }

  /**
   * A query in one line, for the title of the page; empty when it asks for everything.
   *
   * @param {Query} query
   */
  title(query) {
    const all = this.chips(query).map(({ words }) => words).join(', ')
    return all === '' ? '' : filled(this.words.title, { x: all })
  }

  /**
   * All that was asked for as it was understood, in one sentence.
   *
   * @param {Query} query
   * @param {Result} result
   */
  asked(query, { understanding: { ignored, missing } }) {
    const lost = new Set([...ignored, ...missing].map((word) => word.toLocaleLowerCase()))
    const known = query.text.split(/\s+/).filter((word) => !lost.has(word.toLocaleLowerCase()))
    const all = this.chips({ ...query, text: known.join(' ') }).map(({ words }) => words)
    return all.length === 0 ? '' : filled(this.words.asked, { x: all.join(', ') })
  }

  /** @param {number} total */
  results(total) {
    return total === 0 ? this.words.none : this.counted(this.words.results, total)
  }

  /** @param {Result} result */
  position({ page, pages }) {
    return filled(this.words.position, { page: this.numbers.format(page), pages: this.numbers.format(pages) })
  }

  /**
   * What else a provider has that was asked for.
   *
   * @param {number} count
   */
  more(count) {
    return count === 0 ? '' : this.counted(this.words.more, count)
  }

  /**
   * Which times the price of an offer is for, where a time was asked for and the offer's variant cannot say it.
   *
   * @param {Query} query
   * @param {Offer} offer
   */
  times({ when }, { moments, variant }) {
    if (when === null) return ''
    if (moments.length === this.choices.moments.length) return this.words.sameAlways
    return variant === '' ? labelOf(when, this.choices.moments) : ''
  }

  /**
   * How the text was understood and what was left out, where that needs saying.
   *
   * @param {Query} query
   * @param {Result} result
   * @param {boolean} told whether the person told their situation
   * @returns {string[]}
   */
  notes(query, { total, open, elsewhere, understanding, unit, unitAssumed }, told) {
    const { words } = this
    const { corrections, ignored, missing, prices, times } = understanding
    const compared = query.max !== null || query.sort === 'price' || query.sort === 'you-pay'
    return [
      // Of a word that was given up it does not matter how it was read.
      ...corrections
        .filter(({ typed }) => !missing.includes(typed))
        .map(({ typed, read }) => filled(words.corrected, { typed: brief(typed), read })),
      ...ignored.map((x) => filled(words.ignored, { x: brief(x) })),
      ...[...prices, ...(query.unread ? [query.unread] : [])].map((x) => filled(words.unread, { x: brief(x) })),
      ...times.map(({ typed, moments }) =>
        filled(words.time, { typed: brief(typed), x: moments.map(({ label }) => label).join(', ') })),
      ...missing.map((x) => filled(words.missing, { x: brief(x) })),
      ...(compared && unitAssumed && unit !== null && (total > 0 || query.max !== null) ? [filled(words.unit, { x: unit.label })] : []),
      ...(open === 0 ? [] : [[this.counted(words.open, open), told ? '' : words.tell].filter(Boolean).join(' ')]),
      ...(elsewhere === 0 || !unit ? [] : [filled(this.counted(words.elsewhere, elsewhere), { x: unit.label })]),
    ]
  }

  /** @param {Relaxation} relaxation */
  relaxation({ kind, word, neighbour, total }) {
    const x = neighbour?.label ?? brief(word)
    // A page that has no words for a way out still says how much it finds.
    const sentence = this.words.relaxations[kind] ?? '{results}'
    return filled(sentence, { x, results: this.counted(this.words.results, total) })
  }

  /**
   * How far away a provider is, where that was asked for; what is brought home is not far from there.
   *
   * @param {Hit} hit
   * @param {Query} query
   */
  distance({ distance, offers }, { sort, near }) {
    const { words } = this
    if (sort !== 'distance') return ''
    if (distance === null) return offers.some(({ home }) => home) ? this.comesTo(near) : ''
    if (near !== null && distance === 0) return words.near.same
    const whole = Math.round(distance)
    return whole === 0 ? words.near.under : filled(words.near.about, { n: this.numbers.format(whole) })
  }

  /** @param {string | null} municipality */
  comesTo(municipality) {
    const { near } = this.words
    return municipality === null ? near.here : filled(near.home, { x: labelOf(municipality, this.choices.municipalities) })
  }

  /** @param {number} count */
  suggested(count) {
    return count === 0 ? this.words.unsuggested : this.counted(this.words.suggested, count)
  }

  /**
   * What a suggestion is.
   *
   * @param {Suggestion} suggestion
   */
  suggestion({ kind, note }) {
    return [this.words.suggestions[kind], note].filter(Boolean).join(' · ')
  }

  /**
   * @param {Plural} plural
   * @param {number} count
   */
  counted(plural, count) {
    const sentence = typeof plural === 'string' ? plural : (plural[this.plurals.select(count)] ?? plural.other)
    return filled(sentence, { n: this.numbers.format(count) })
  }
}

/**
 * @param {string[]} keys
 * @param {string} key
 */
function others(keys, key) {
  return keys.filter((other) => other !== key)
}

/**
 * @param {string} key
 * @param {Choice[]} choices
 */
function labelOf(key, choices) {
  return choices.find((choice) => choice.key === key)?.label ?? brief(key)
}

/**
 * The beginning of what somebody typed, or put into an address.
 *
 * @param {string} text
 */
function brief(text) {
  const letters = [...text]
  return letters.length > BRIEF ? `${letters.slice(0, BRIEF).join('')}…` : text
}
