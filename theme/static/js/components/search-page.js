/**
 * The search page: its form, filled in from the address and the other way round, and the providers that answer.
 *
 * What the page holds. Only root, words, form, results and card are needed; what else is missing is not shown.
 *
 * root      <main data-module="search-page" data-index="…/search/fi-….json">
 * words     <script type="application/json" data-words>, as Words in search/phrase.js says
 * form      <form data-search="form" method="get">, its controls named as in search/state.js: q · municipality and
 *           service (boxes or options, any number) · kind (voucher, self-pay) · max (a text field with
 *           inputmode="decimal", because Finns write 38,50) · unit · language · home (a box, value 1) · sort
 *           (relevance, price, you-pay, name) · of (you-pay, or "" for the price: what max and unit are about) · when.
 *           No choice has the value "". A control outside the form has form="…".
 *           Counts: data-count="municipality:tampere" on an <option>, or on an element within [data-choice], which
 *           gets data-empty when nobody is behind it. Also service, kind, unit, language, and "home:1".
 * live      hidden: all that only makes sense once the search works
 * status    role="status": how many were found
 * heading   tabindex="-1": gets the focus when a link below leads to other results
 * chips     <ul hidden> of copies of <template data-search="chip">: slot words, link chip
 * notes     <ul hidden> of <template data-search="note">: slot words
 * guides    <ul hidden> of <template data-search="guide">: slot words, link guide; data-when="service", "municipality"
 *           or "origin" says which kind of page it is
 * results   <ol> of <template data-search="card">: the slots of search-cards.js
 * pager     <nav hidden> with the links previous and next, and position
 * nothing   hidden: shown when nothing was found
 * relaxations  <ul hidden> of <template data-search="relaxation">: slot words, link relaxation
 * loading   hidden: shown when 300 ms have passed
 * failure   hidden: shown when the index cannot be had; the plain lists then stay
 * situation the your-situation component: what is told there is worked into every card, and never into the address.
 *           root has data-prices then, the address of the price rules
 * plain     the lists that work without a script; hidden once the search works
 *
 * A part is an element with data-search="its name". The links chip, relaxation, previous and next have data-query.
 * search-slots.js says how templates are written.
 *
 * @import { Result } from '../search/engine.js'
 * @import { Words } from '../search/phrase.js'
 * @import { Query } from '../search/query.js'
 */
import { today } from '../day.js'
import { onChange, person } from '../prices/person.js'
import { open } from '../search/engine.js'
import { Phrases } from '../search/phrase.js'
import { valuesOf } from './search-cards.js'
import { putInto, queryIn, showCounts } from './search-form.js'
import { Address } from './search-history.js'
import { Paying } from './search-paying.js'
import { Parts } from './search-parts.js'
import { carryAddress } from './this-address.js'

/** After this many milliseconds a person wonders whether anything happens. */
const PATIENCE = 300

/** So long the keyboard must rest before an answer is shown. */
const PAUSE = 150

const BOXES = ['checkbox', 'radio']

/** @param {HTMLElement} root */
export function enhance(root) {
  const parts = new Parts(root)
  const form = parts.needed('form', HTMLFormElement)
  const words = wordsIn(root)
  const waiting = setTimeout(() => parts.show('loading', true), PATIENCE)
  putInto(form, new Address().query())
  open(root.dataset.index ?? '', { day: today(build(), new Date()) })
    .then((engine) => {
      const paying = new Paying(engine, root.dataset.prices ?? '')
      return new SearchPage(parts, form, new Phrases(words, engine), engine.search, paying).start()
    })
    .catch((error) => {
      // The plain lists are still there.
      console.error(`search-page: ${error.message}`)
      parts.show('failure', true)
    })
    .finally(() => {
      clearTimeout(waiting)
      parts.show('loading', false)
    })
}

class SearchPage {
  /**
   * @param {Parts} parts
   * @param {HTMLFormElement} form
   * @param {Phrases} phrases
   * @param {import('../search/engine.js').Engine['search']} search
   * @param {Paying} paying
   */
  constructor(parts, form, phrases, search, paying) {
    this.paying = paying
    this.parts = parts
    this.form = form
    this.phrases = phrases
    this.search = search
    this.address = new Address()
    this.title = document.title
    this.latest = 0
    this.pause = 0
  }

  async start() {
    await this.answer(queryIn(this.form, this.address.query().page))
    this.parts.show('plain', false)
    this.parts.show('live', true)
    this.listen()
    onChange(() => this.reckon())
    if (person()) await this.reckon()
  }

  /** Answer again with what the person tells of their situation. */
  async reckon() {
    try {
      await this.paying.workOut()
    } catch (error) {
      // Every amount stays as it was.
      console.warn(`search-page: ${error instanceof Error ? error.message : error}`)
      this.sayFailed()
    }
    await this.answer(queryIn(this.form, this.address.query().page))
  }

  sayFailed() {
    const said = this.parts.part('situation')?.querySelector('[role="status"]')
    if (said instanceof HTMLElement) said.textContent = said.dataset.failed ?? ''
  }

  listen() {
    this.form.addEventListener('submit', (event) => {
      event.preventDefault()
      this.choose(queryIn(this.form))
    })
    const { root } = this.parts
    root.addEventListener('change', ({ target }) => {
      if (this.owns(target)) this.choose(queryIn(this.form))
    })
    root.addEventListener('input', ({ target }) => {
      if (this.owns(target) && target instanceof HTMLInputElement && !BOXES.includes(target.type)) this.type()
    })
    root.addEventListener('click', (event) => this.follow(event))
    addEventListener('popstate', () => {
      this.address.left()
      this.go(this.address.query())
    })
  }

  /**
   * Whether something is a control of the form; some stand outside it.
   *
   * @param {EventTarget | null} target
   */
  owns(target) {
    return (target instanceof HTMLInputElement || target instanceof HTMLSelectElement) && target.form === this.form
  }

  /** A key was pressed: answer once the keyboard rests. */
  type() {
    clearTimeout(this.pause)
    this.pause = window.setTimeout(() => {
      const query = queryIn(this.form)
      this.address.type(query)
      this.answer(query)
    }, PAUSE)
  }

  /** @param {Query} query */
  choose(query) {
    clearTimeout(this.pause)
    this.address.commit(query)
    return this.answer(query)
  }

  /**
   * Ask something else than what the form says.
   *
   * @param {Query} query
   */
  go(query) {
    putInto(this.form, query)
    return this.answer(query)
  }

  /**
   * Links to other queries are answered here; with a key held down they open elsewhere, as links do.
   *
   * @param {MouseEvent} event
   */
  async follow(event) {
    const link = event.target instanceof Element ? event.target.closest('a[data-query]') : null
    if (!link || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    history.pushState(null, '', link.getAttribute('href'))
    this.address.left()
    await this.go(this.address.query())
    this.parts.part('heading')?.focus()
  }

  /** @param {Query} query */
  async answer(query) {
    const asked = (this.latest += 1)
    const { shares, yours } = this.paying
    const result = await this.search(query, shares)
    // A slower answer to an earlier question is of no use any more.
    if (asked === this.latest) this.show(query, result, yours)
  }

  /**
   * @param {Query} query
   * @param {Result} result
   * @param {Paying['yours']} yours
   */
  show(query, result, yours) {
    const { parts, phrases } = this
    document.title = phrases.title(query) || this.title
    carryAddress()
    parts.say('status', phrases.results(result.total))
    const at = (/** @type {Query} */ other) => this.address.of(other)
    parts.list('chips', 'chip', phrases.chips(query).map(({ words, without }) => ({ words, chip: at(without) })))
    parts.list('notes', 'note', phrases.notes(query, result, yours !== null).map((words) => ({ words })))
    const guides = result.guides.map(({ kind, label, url }) => ({ words: label, guide: url, [kind]: label }))
    parts.list('guides', 'guide', guides)
    parts.list('results', 'card', result.hits.map((hit) => valuesOf(hit, phrases, query, yours)))
    parts.show('nothing', result.total === 0)
    const ways = result.relaxations.map((way) => ({ words: phrases.relaxation(way), relaxation: at(way.query) }))
    parts.list('relaxations', 'relaxation', ways)
    this.turnable(query, result)
    showCounts(this.form, result.facets, document.documentElement.lang)
  }

  /**
   * @param {Query} query
   * @param {Result} result
   */
  turnable(query, { page, pages, ...result }) {
    const exists = (/** @type {number} */ other) => other >= 1 && other <= pages
    const at = (/** @type {number} */ other) => (exists(other) ? this.address.of({ ...query, page: other }) : null)
    this.parts.show('pager', pages > 1)
    this.parts.lead('previous', at(page - 1))
    this.parts.lead('next', at(page + 1))
    this.parts.say('position', this.phrases.position({ page, pages, ...result }))
  }
}

/**
 * @param {HTMLElement} root
 * @returns {Words}
 */
function wordsIn(root) {
  return JSON.parse(root.querySelector('script[data-words]')?.textContent ?? '{}')
}

/** @returns {import('../day.js').Build} */
function build() {
  const { asOf = '', day = 'real' } = document.documentElement.dataset
  return { asOf, day }
}
