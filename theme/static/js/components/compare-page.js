/**
 * The compare page. The address says who is compared; each one's own page says everything about them; what a person
 * tells of their situation changes the amounts and goes nowhere.
 *
 * @import { Column } from '../compare/columns.js'
 * @import { Words } from '../compare/rows.js'
 * @import { Reference } from '../compare/state.js'
 * @import { PriceBook } from '../prices/book.js'
 */
import { choose, chosen } from '../compare/choice.js'
import { columnsOf } from '../compare/columns.js'
import { incomparable, missing, plural } from '../compare/notes.js'
import { providerAt } from '../compare/provider.js'
import { valuesOf } from '../compare/rows.js'
import { MOST, queryOf, stateOf } from '../compare/state.js'
import { today } from '../day.js'
import { openBook } from '../prices/book.js'
import { onChange, person } from '../prices/person.js'
import { filled } from '../sentence.js'
import { CompareTable } from './compare-table.js'
import { needed } from './needed.js'
import { copyOf } from './search-slots.js'
import { carryAddress } from './this-address.js'

/** After this many milliseconds a person wonders whether anything happens. */
const PATIENCE = 300

/** @param {HTMLElement} root */
export async function enhance(root) {
  const words = JSON.parse(needed(root, 'script[data-words]', HTMLScriptElement).textContent ?? '')
  await new ComparePage(root, words).start()
}

class ComparePage {
  /**
   * @param {HTMLElement} root
   * @param {Words} words
   */
  constructor(root, words) {
    this.root = root
    this.words = words
    this.table = new CompareTable(needed(root, '.compare-table', HTMLElement))
    this.only = needed(root, '[data-act="only"]', HTMLInputElement)
    /** @type {Column[]} */
    this.columns = []
    /** @type {string[]} what is to be said of the address */
    this.notes = []
    /** @type {PriceBook | null} */
    this.book = null
    this.latest = 0
  }

  async start() {
    if (location.search === '') history.replaceState(null, '', `${location.pathname}${queryOf(chosen())}`)
    this.part('plain').hidden = true
    this.listen()
    await this.read()
    this.say(plural(this.words.compared, this.columns.length))
  }

  listen() {
    addEventListener('popstate', () => this.read())
    onChange(() => this.show())
    this.only.addEventListener('change', () => this.show())
    this.root.addEventListener('click', ({ target }) => {
      const button = target instanceof Element ? target.closest('[data-act="remove"]') : null
      if (button) this.remove(this.table.columnOf(button))
    })
    this.root.addEventListener('change', ({ target }) => {
      if (target instanceof HTMLSelectElement) this.exchange(this.table.columnOf(target), target.value)
    })
  }

  /** Compare those of the address. */
  async read() {
    const asked = (this.latest += 1)
    const state = stateOf(location.search)
    const waiting = setTimeout(() => (this.part('loading').hidden = false), PATIENCE)
    const found = await Promise.all(state.references.map(({ provider }) => this.found(provider)))
    const named = found.flatMap(({ provider }, at) => (provider ? [{ reference: state.references[at], provider }] : []))
    const columns = columnsOf(named)
    const book = await this.rules(columns)
    clearTimeout(waiting)
    if (asked !== this.latest) return
    this.columns = columns
    this.book = book
    this.notes = [...missing(state, found, this.words), ...(book ? [] : [this.words.noRules])]
    this.part('loading').hidden = true
    this.keep()
    this.show()
  }

  /** @param {string} provider */
  found(provider) {
    const { asOf = '', day = 'real' } = document.documentElement.dataset
    return providerAt(`${this.root.dataset.providers ?? ''}${provider}/`, today({ asOf, day }, new Date()))
  }

  /**
   * The rules of every voucher at hand, so that another offer needs no waiting.
   *
   * @param {Column[]} columns
   */
  async rules(columns) {
    const offers = columns.flatMap(({ provider }) => (provider.listings ?? []).flatMap((each) => each.offers ?? []))
    try {
      const book = await openBook(this.root.dataset.prices ?? '')
      await book.load(offers.map(({ data }) => data.voucher))
      return book
    } catch (error) {
      console.warn(`compare-page: ${error instanceof Error ? error.message : error}`)
      return null
    }
  }

  /** What is compared is what has been chosen in this tab; the other languages lead to the same comparison. */
  keep() {
    const query = queryOf(this.columns.map(({ reference }) => reference))
    if (this.columns.length > 0) {
      choose(this.columns.map(({ reference, provider }) => ({ ...reference, name: provider.name })))
    }
    carryAddress(query)
  }

  show() {
    const { columns, words } = this
    const values = columns.map((column) => valuesOf(column, this.book, person(), words))
    this.part('live').hidden = columns.length === 0
    this.part('nothing').hidden = columns.length > 0
    this.part('only').hidden = columns.length < 2
    this.part('told').hidden = person() === null
    this.part('more').hidden = columns.length >= MOST
    this.ask()
    this.note([...this.notes, ...incomparable(columns, values, words)])
    this.table.show(columns, values, this.only.checked)
  }

  /** Ask of a person only what the offers at hand hang on. */
  ask() {
    const asked = new Set(this.columns.flatMap(({ choice }) => choice.offer.asks ?? []))
    this.part('situation').hidden = asked.size === 0
    for (const input of this.part('situation').querySelectorAll('input[data-field]')) {
      const field = input.parentElement
      if (field) field.hidden = !asked.has(/** @type {HTMLInputElement} */ (input).dataset.field ?? '')
    }
  }

  /** @param {number} at */
  async remove(at) {
    const { name } = this.columns[at].provider
    if (this.columns.length === 1) choose([])
    await this.go(this.settled().filter((_, place) => place !== at))
    this.say(`${filled(this.words.removed, { name })} ${plural(this.words.compared, this.columns.length)}`)
    const next = Math.min(at, this.columns.length - 1)
    if (!this.table.focus('[data-act="remove"]', next)) this.part('status').focus()
  }

  /**
   * Put another offer of the same provider into a column.
   *
   * @param {number} at
   * @param {string} offer
   */
  async exchange(at, offer) {
    await this.go(this.settled().map((reference, place) => (place === at ? { ...reference, offer } : reference)))
    this.table.focus('select', at)
  }

  /** Everybody with the offer that is shown: what one changes in a column must not change the others. */
  settled() {
    return this.columns.map(({ provider, choice }) => ({ provider: provider.key, offer: choice.offer.id }))
  }

  /** @param {Reference[]} references */
  async go(references) {
    history.pushState(null, '', `${location.pathname}${queryOf(references)}`)
    await this.read()
  }

  /** @param {string[]} notes */
  note(notes) {
    const list = this.part('notes')
    const template = needed(this.root, 'template[data-part="note"]', HTMLTemplateElement)
    list.replaceChildren(...notes.map((words) => copyOf(template, { words })))
    list.hidden = notes.length === 0
  }

  /** @param {string} words */
  say(words) {
    this.part('status').textContent = words
  }

  /** @param {string} name */
  part(name) {
    return needed(this.root, `[data-part="${name}"]:not(template)`, HTMLElement)
  }
}
