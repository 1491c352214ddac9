/**
 * What one person pays with one voucher. What they tell goes into the memory of the page (prices/person.js), so that
 * every other amount on it agrees; the price and the option stay in this form.
 *
 * @import { Quote } from '../prices/forecast.js'
 * @import { Question } from '../prices/questions.js'
 */
import { cents } from '../amount.js'
import { today } from '../day.js'
import { openBook } from '../prices/book.js'
import { Fields } from '../prices/fields.js'
import { forecast } from '../prices/forecast.js'
import { offerIn } from '../prices/offer.js'
import { NOBODY, onChange, person, tell } from '../prices/person.js'
import { euros, money, QUESTIONS, use } from '../prices/questions.js'
import { deductionsOf } from '../pricing.js'
import { filled } from '../sentence.js'
import { emptyResult, showResult } from './calculator-result.js'
import { needed } from './needed.js'
import { enhanceForm } from './person-form.js'
import { showWhatYouPay } from './you-pay.js'

/** @param {HTMLElement} root */
export function enhance(root) {
  new Calculator(root).start()
}

class Calculator {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root
    this.data = JSON.parse(root.dataset.calculator ?? '')
    this.form = needed(root, 'form', HTMLFormElement)
    this.price = needed(this.form, '[data-field="price"]', HTMLInputElement)
    this.value = needed(this.form, '[data-field="value"]', HTMLInputElement)
    this.own = new Fields(this.form, { price: amount, value: amount })
    this.fields = new Fields(this.form, { ...QUESTIONS, ...this.questions() })
    this.offers = this.form.querySelector('select[data-part="offers"]')
    this.options = this.offers ? [...this.offers.querySelectorAll('optgroup')].map(optionsOf) : []
    this.asked = 0
    this.going = false
  }

  start() {
    this.form.addEventListener('submit', () => (this.going = true))
    enhanceForm(this.form, this.fields, () => this.unread(), () => this.own.read(NOBODY) !== null)
    onChange(() => (person() ? this.show() : this.forgotten()))
    this.form.addEventListener('change', ({ target }) => this.changed(target))
    this.price.addEventListener('input', () => this.priceTyped())
    this.wayChosen()
    this.root.hidden = false
    if (person()) this.show()
  }

  /**
   * The use of each unit, and each thing that may be taken off the income.
   *
   * @returns {Record<string, Question>}
   */
  questions() {
    const { voucher, deductionLimits } = this.data
    const uses = [...this.form.querySelectorAll('[data-use]')].flatMap((each) =>
      each instanceof HTMLElement ? [[`use-${each.dataset.use}`, use([each.dataset.use ?? ''])]] : [],
    )
    const entries = Object.keys(deductionLimits).map((index) => [
      `entry-${index}`, entry(voucher, Number(index), deductionLimits),
    ])
    return Object.fromEntries([...uses, ...entries])
  }

  /** The option chosen, with its key, variant and unit. */
  way() {
    const found = this.form.querySelector('[data-way]:checked')
    if (!(found instanceof HTMLElement)) throw new Error('no option is chosen')
    return found.dataset
  }

  /** The price chosen from the list, or nothing where it is written by hand. */
  chosen() {
    const option = this.offers instanceof HTMLSelectElement ? this.offers.selectedOptions[0] : null
    return option?.dataset.quote ? offerIn(option.dataset.quote) : null
  }

  /** Show the fields and prices of the option. */
  wayChosen() {
    const { way = '', unit = '', per = '', decided } = this.way()
    for (const each of this.form.querySelectorAll('[data-use]')) {
      if (each instanceof HTMLElement) each.hidden = each.dataset.use !== unit
    }
    const sentence = needed(this.form, '[data-part="per"]', HTMLElement)
    sentence.textContent = filled(sentence.dataset.sentence ?? '', { unit: per })
    needed(this.form, '[data-part="decided"]', HTMLElement).hidden = decided === undefined
    for (const { group, options } of this.options) {
      group.replaceChildren(...options.filter((option) => option.dataset.way === way))
      group.hidden = group.children.length === 0
    }
    if (this.offers instanceof HTMLSelectElement) {
      this.offers.selectedIndex = 0
      needed(this.form, '[data-part="whose"]', HTMLElement).hidden = this.offers.options.length < 2
    }
    this.price.value = ''
    this.offerChosen()
  }

  /** Write the chosen price into its field. */
  offerChosen() {
    const offer = this.chosen()
    if (offer) this.price.value = euros(offer.price)
  }

  /** A price typed by hand is nobody's on the list, until it is theirs again. */
  priceTyped() {
    const offer = this.chosen()
    const own = this.form.querySelector('[data-part="own-price"]')
    if (offer && offer.price !== cents(this.price.value) && own instanceof HTMLOptionElement) own.selected = true
  }

  /** @param {EventTarget | null} target */
  changed(target) {
    if (!(target instanceof HTMLElement)) return
    const { way, part, field } = target.dataset
    if (part === 'offers') this.offerChosen()
    else if (way !== undefined || part === 'ways') this.wayChosen()
    else if (field === undefined) return
    if (!needed(this.root, '[data-part="result"]', HTMLElement).hidden) this.follow()
  }

  /** Keep the result true to the form, unless something in it cannot be read yet. */
  follow() {
    const all = [...this.own.fields, ...this.fields.fields]
    if (!all.every(({ input, question }) => input.value.trim() === '' || question.reads(input.value.trim()))) return
    const told = this.own.read(NOBODY) && this.fields.read(person())
    if (told) tell(told)
  }

  /** @returns {Quote} */
  quote() {
    const { variant, unit = '' } = this.way()
    const mine = {
      voucher: this.data.voucher, variant: variant || null, price: null, unit, day: '', apart: this.data.apart,
    }
    return { ...mine, ...this.chosen(), ...(this.chosen() ? {} : { price: cents(this.price.value) }) }
  }

  async show() {
    const turn = (this.asked += 1)
    const known = person() ?? NOBODY
    const said = needed(this.root, '[data-part="said"]', HTMLElement)
    try {
      const book = await openBook(this.root.dataset.prices ?? '')
      await book.load([this.data.voucher])
      if (turn !== this.asked) return
      await showWhatYouPay(document, book, known)
      const { unit = '', decided } = this.way()
      const rules = book.rulesOf(this.data.voucher)
      if (rules === null) throw new Error(`${this.data.voucher} has no rules`)
      const shown = { sources: this.data, words: book.words, person: known }
      const amount = decided === undefined ? null : cents(this.value.value)
      if (amount === null) this.showWith({ ...shown, rules, wanting: decided !== undefined })
      else {
        const values = [{ rule: /** @type {const} */ ('fixed'), amount, unit }]
        const sources = { ...this.data, values: [this.data.decision] }
        this.showWith({ ...shown, sources, rules: { ...rules, values }, wanting: false })
      }
      said.textContent = ''
    } catch (error) {
      console.warn(`calculator: ${error instanceof Error ? error.message : error}`)
      said.textContent = said.dataset.failed ?? ''
    }
  }

  /** @param {Omit<import('./calculator-result.js').Shown, 'made'>} shown */
  showWith(shown) {
    const { asOf = '', day = '' } = document.documentElement.dataset
    const made = forecast(this.quote(), shown.rules, shown.person, today({ asOf, day }, new Date()))
    showResult(this.root, { ...shown, made })
    if (this.going) needed(this.root, '.calculator__amounts', HTMLElement).scrollIntoView({ block: 'nearest' })
    this.going = false
  }

  forgotten() {
    this.value.value = ''
    this.takeBack('forgotten')
    openBook(this.root.dataset.prices ?? '').then((book) => showWhatYouPay(document, book, null), () => {})
  }

  /** What is told cannot be read, so no result is true of it. */
  unread() {
    this.going = false
    this.takeBack('unread')
  }

  /**
   * Leave nothing of a result behind, and say why it is gone.
   *
   * @param {'forgotten' | 'unread'} why
   */
  takeBack(why) {
    this.asked += 1
    emptyResult(this.root)
    const said = needed(this.root, '[data-part="said"]', HTMLElement)
    said.textContent = said.dataset[why] ?? ''
  }
}

/** An amount that stays in the form. */
const amount = money(() => ({}), () => null)

/**
 * One thing that may be taken off the income.
 *
 * @param {string} voucher
 * @param {number} index
 * @param {import('../pricing/rules.js').DeductionLimits[]} deductionLimits
 * @returns {Question}
 */
function entry(voucher, index, deductionLimits) {
  const { reads } = amount
  return {
    reads,
    told: (typed, { entries }) => {
      const list = Object.keys(deductionLimits).map((at) => entries[voucher]?.[Number(at)] ?? null)
      list[index] = cents(typed)
      const rule = /** @type {import('../pricing/rules.js').ByIncome} */ ({ deductionLimits })
      return { entries: { ...entries, [voucher]: list }, deductions: deductionsOf(rule, list) }
    },
    answer: ({ entries }) => euros(entries[voucher]?.[index] ?? null),
  }
}

/** @param {HTMLOptGroupElement} group */
function optionsOf(group) {
  return { group, options: [...group.querySelectorAll('option')] }
}
