/**
 * What a person pays, in the words of the pages. views/price_words.py publishes them.
 *
 * @import { Limit, Outcome } from '../pricing/outcome.js'
 * @import { AddOn } from '../pricing/rules.js'
 * @import { Part, Step } from '../pricing/steps.js'
 *
 * @typedef {object} Words {amount}, {unit}, {organiser} … are filled in
 * @property {Record<string, string>} units
 * @property {string} atMost
 * @property {string} atLeast
 * @property {string} atMostPrice
 * @property {string} income
 * @property {string} unknown
 * @property {string} decided
 * @property {string} from
 * @property {string} until
 * @property {string} change {day} and {amount} are filled in
 * @property {Record<Limit['kind'], string>} limits {amount}, or {number} and {unit}, are filled in
 * @property {Record<string, string>} why
 * @property {Record<string, string>} roles
 * @property {Record<'up' | 'down' | 'nearest', string>} rounding
 * @property {string} addOn {name} and {amount} are filled in
 * @property {string} addOnTimes {times} too
 * @property {string} credit {times}, {amount}, {year}, {credit}, {left} and {each} are filled in
 * @property {Record<'total' | 'atLeast' | 'atMost' | 'missing' | 'share' | 'service' | 'past' | 'times'
 *   | 'starts', string>} month
 *
 * @typedef {object} Amount
 * @property {string} text
 * @property {string} unit empty where the amount is not for one unit
 * @property {string} note
 * @property {number | null} cents where it is one known amount
 */
import { filled } from '../sentence.js'

export class PriceWords {
  /**
   * @param {Words} words
   * @param {string} language
   */
  constructor(words, language) {
    this.words = words
    const region = language === 'en' ? 'en-GB' : `${language}-FI`
    this.euros = new Intl.NumberFormat(region, { style: 'currency', currency: 'EUR' })
    // English names the month, so that nobody has to guess the order of the figures.
    const month = language === 'en' ? 'long' : 'numeric'
    this.days = new Intl.DateTimeFormat(region, { day: 'numeric', month, year: 'numeric', timeZone: 'UTC' })
    this.numbers = new Intl.NumberFormat(region, { maximumFractionDigits: 6 })
    this.lists = new Intl.ListFormat(region)
  }

  /** @param {number} cents */
  money(cents) {
    return this.euros.format(cents / 100).replace('-', '−')
  }

  /**
   * '10.8.2018'.
   *
   * @param {string} day ISO
   */
  day(day) {
    return this.days.format(new Date(`${day}T00:00:00Z`))
  }

  /**
   * '1.9.2018 alkaen'.
   *
   * @param {string} day ISO
   */
  from(day) {
    return filled(this.words.from, { day: this.day(day) })
  }

  /**
   * '1.1.2019–31.12.2019', '1.1.2019 alkaen'; empty where no end is known.
   *
   * @param {{ starts?: string, until?: string }} dates ISO
   */
  period({ starts, until }) {
    if (starts && until) return `${this.day(starts)}–${this.day(until)}`
    if (starts) return this.from(starts)
    return until ? filled(this.words.until, { day: this.day(until) }) : ''
  }

  /** @param {string | null} unit */
  unit(unit) {
    return (unit !== null && this.words.units[unit]) || ''
  }

  /**
   * '38,50 €/tunti'.
   *
   * @param {number} cents
   * @param {string | null} unit
   */
  per(cents, unit) {
    return unit ? `${this.money(cents)}/${this.unit(unit)}` : this.money(cents)
  }

  /**
   * '32,00–48,50 €/tunti'; a sign that stands last is said once.
   *
   * @param {number} low
   * @param {number} high
   * @param {string | null} unit
   */
  span(low, high, unit) {
    const last = this.per(high, unit)
    return low === high ? last : `${this.money(low).replace(/\s*€$/, '')}–${last}`
  }

  /**
   * An outcome as the cell of a table or the line of a receipt says it.
   *
   * @param {Outcome} outcome
   * @param {string | null} unit
   * @param {string} organiser whom to ask where a table has no answer
   * @returns {Amount}
   */
  amount(outcome, unit, organiser) {
    const { words } = this
    const { confidence, low, high } = outcome
    const note = this.why(outcome, organiser)
    if (confidence === 'unknown' && high === null) {
      return { text: words.unknown, unit: '', note, cents: null }
    }
    if (confidence === 'income' && high === null) {
      return { text: words.income, unit: '', note, cents: null }
    }
    const text = this.limits(outcome)
    const because = note || (confidence === 'income' ? words.income : confidence === 'unknown' ? words.decided : '')
    const limits = (outcome.limits ?? []).map((limit) => this.limit(limit))
    return {
      text,
      // A share may be told for a month while the price is for a day.
      unit: this.unit(outcome.unit ?? unit),
      // Sentences stand last.
      note: because.endsWith('.') && limits.length > 0
        ? `${limits.join('; ')}. ${because}`
        : [because, ...limits].filter(Boolean).join('; '),
      cents: confidence === 'exact' || low === high ? low : null,
    }
  }

  /**
   * '+ Kuljetus 3,50 €/suunta (2 ×)': what is charged besides the share.
   *
   * @param {AddOn} extra
   */
  extra({ name, amount, unit, count }) {
    const values = { name: String(name), amount: this.per(amount, unit), times: this.decimal(count) }
    return `+ ${filled(count === 1 ? this.words.addOn : this.words.addOnTimes, values)}`
  }

  /**
   * What limits a month, beside the amount of one unit.
   *
   * @param {Limit} limit
   */
  limit({ kind, most, unit }) {
    return filled(this.words.limits[kind], { amount: this.money(most), number: this.decimal(most), unit: this.unit(unit) })
  }

  /**
   * The amount or its ends, without its unit.
   *
   * @param {Outcome} outcome
   */
  limits({ confidence, low, high }) {
    if (confidence === 'exact') return this.money(low ?? 0)
    if (high === null) return this.words.atMostPrice
    if (low === null) return filled(this.words.atMost, { amount: this.money(high) })
    return this.span(low, high, null)
  }

  /**
   * Why there is no one amount and what would help; empty where there is nothing to say.
   *
   * @param {Outcome} outcome
   * @param {string} organiser
   */
  why({ why, reason }, organiser) {
    if (why !== null) return filled(this.words.why[why] ?? '', { organiser })
    return typeof reason === 'string' ? reason : ''
  }

  /**
   * How an amount came about, line by line: 'enintään 27,00 − (tulot 900,00 − …) × 35 % ÷ 60 = 25,03 €/tunti'.
   *
   * @param {Outcome} outcome
   * @returns {string[]}
   */
  steps({ steps }) {
    return steps.map((step) => this.step(step))
  }

  /** @param {Step} step */
  step({ parts, result, unit, relation, rounding, to }) {
    const [first, ...others] = parts
    if (relation === '→' && (first.number === '≤' || first.number === '≥')) {
      // Nothing stands before the sign: the line before ends with what is compared.
      const amount = others.length === 1 ? this.per(result, unit) : `${this.line(others)} = ${this.per(result, unit)}`
      return filled(first.number === '≤' ? this.words.atMost : this.words.atLeast, { amount })
    }
    const rounded = rounding && to ? `, ${filled(this.words.rounding[rounding], { amount: this.money(to) })}` : ''
    return `${this.line(parts)}${rounded} ${relation} ${this.per(result, unit)}`
  }

  /** @param {Part[]} parts */
  line(parts) {
    return parts.map((part) => this.part(part)).join(' ').replaceAll('( ', '(').replaceAll(' )', ')')
  }

  /** @param {Part} part */
  part({ kind, number, role }) {
    if (kind === 'sign') return String(number)
    if (kind === 'percent') return `${this.decimal(number)}\u00a0%`
    const name = this.words.roles[role] ? `${this.words.roles[role]} ` : ''
    return kind === 'money' ? `${name}${this.money(Number(number))}` : `${name}${this.decimal(number)}`
  }

  /**
   * 'a, b ja c'.
   *
   * @param {string[]} items
   */
  list(items) {
    return this.lists.format(items)
  }

  /** @param {number | string} number a decimal: '12.5' */
  decimal(number) {
    return this.numbers.format(Number(number))
  }
}
