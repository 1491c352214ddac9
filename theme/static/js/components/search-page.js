/**
 * The search page: its form, filled in from the address and the other way round, and the providers that answer.
 *
 * What the page holds. Only root, words, form, results and card are needed; what else is missing is not shown.
 *
 * root      <main data-module="search-page" data-index="…/search/fi/boot-….json">
 * words     <script type="application/json" data-words>, as Words in search/phrase.js says
 * form      <form data-search="form" method="get">, its controls named as in search/state.js: q (a combobox, see
 *           search-suggestions.js) · municipality and service (see search-several.js) · kind (voucher, self-pay) · max
 *           (a text field with inputmode="decimal", because Finns write 38,50) · unit · language · home (a box, value
 *           1) · sort (relevance, price, you-pay, name, distance) · near (see search-near.js) · of (you-pay, or "" for
 *           the price: what max and unit are about) · when. No choice has the value "". A control outside the form has
 *           form="…".
 *           Counts: data-count="municipality:tampere" on an <option>, or on an element within [data-choice], which
 *           gets data-empty when nobody is behind it. Also service, kind, unit, language, and "home:1".
 * live      hidden: all that only makes sense once the search works
 * answers   what a failure takes away: all that is about one query
 * status    role="status": how many were found
 * heading   tabindex="-1": gets the focus when a link below leads to other results
 * chips     <ul hidden> of copies of <template data-search="chip">: slot words, link chip
 * notes     <ul hidden> of <template data-search="note">: slot words
 * guides    <ul hidden> of <template data-search="guide">: slot words, link guide; data-when="service", "municipality"
 *           or "origin" says which kind of page it is
 * results   <ol> of <template data-search="card">: the slots of search-cards.js
 * pager     <nav hidden> with the links previous and next, and position
 * nothing   hidden: shown when nothing was found; asked says for what
 * relaxations  <ul hidden> of <template data-search="relaxation">: slot words, link relaxation
 * loading   hidden: shown when 300 ms have passed and there is no answer yet
 * failure   hidden: shown when the index cannot be had, or not in ten seconds; the plain lists then are shown
 * situation the your-situation component: what is told there is worked into every card, and never into the address.
 *           root has data-prices then, the address of the price rules
 * plain     the lists that work without a script; hidden once the search works
 *
 * A part is an element with data-search="its name". The links chip, relaxation, previous and next have data-query.
 * search-slots.js says how templates are written.
 *
 * @import { Engine, Suggestion } from '../search/engine.js'
 * @import { Words } from '../search/phrase.js'
 * @import { Query } from '../search/query.js'
 *
 * @typedef {object} Opened the search, and all that speaks with it
 * @property {Engine} engine
 * @property {Phrases} phrases
 * @property {Paying} paying
 */
import { today } from '../day.js'
import { onChange, person } from '../prices/person.js'
import { open } from '../search/engine.js'
import { Phrases } from '../search/phrase.js'
import { Answer } from './search-answer.js'
import { putInto, queryIn } from './search-form.js'
import { Address } from './search-history.js'
import { Near } from './search-near.js'
import { Parts } from './search-parts.js'
import { Paying } from './search-paying.js'
import { Several } from './search-several.js'
import { suggestedFor, Suggestions } from './search-suggestions.js'

/** After this many milliseconds a person wonders whether anything happens. */
const PATIENCE = 300

/** After this many nobody waits any more. */
const TOO_LONG = 10_000

/** So long the keyboard must rest before an answer is shown. */
const PAUSE = 150

const BOXES = ['checkbox', 'radio']

/** @param {HTMLElement} root */
export function enhance(root) {
  const parts = new Parts(root)
  return new SearchPage(parts, parts.needed('form', HTMLFormElement), wordsIn(root)).start()
}

class SearchPage {
  /**
   * @param {Parts} parts
   * @param {HTMLFormElement} form
   * @param {Words} words
   */
  constructor(parts, form, words) {
    this.parts = parts
    this.form = form
    this.words = words
    this.address = new Address()
    this.answers = new Answer(parts, form, this.address)
    const several = [...parts.root.querySelectorAll('[data-several]')]
    this.several = several.map((element) => new Several(/** @type {HTMLElement} */ (element)))
    this.near = new Near(parts, words.near, () => this.choose(queryIn(form)))
    /** @type {Promise<Opened> | null} */
    this.opening = null
    this.latest = 0
    this.pause = 0
  }

  async start() {
    this.listen()
    this.put(this.address.query())
    // The browser would go back to a place on a page that has no results yet.
    history.scrollRestoration = 'manual'
    const { top = 0 } = history.state ?? {}
    await this.answer(queryIn(this.form, this.address.query().page))
    if (top > 0) await this.comeBackTo(top)
    if (person()) await this.reckon()
  }

  /**
   * Stand where one stood; again once the cards have their texts, unless somebody moved on.
   *
   * @param {number} top
   */
  async comeBackTo(top) {
    scrollTo(0, top)
    const there = scrollY
    await this.answers.summarized
    if (scrollY === there) scrollTo(0, top)
  }

  /** The search, opened once; and again when it could not be, or was published anew. */
  opened() {
    this.opening ??= this.open().catch((error) => {
      this.opening = null
      throw error
    })
    return this.opening
  }

  /** @returns {Promise<Opened>} */
  async open() {
    const { index = '', prices = '' } = this.parts.root.dataset
    const engine = await open(index, { day: today(build(), new Date()) })
    return { engine, phrases: new Phrases(this.words, engine), paying: new Paying(engine, prices) }
  }

  /** Answer again with what the person tells of their situation. */
  async reckon() {
    const opened = await this.opened().catch(() => null)
    if (opened) await this.workOut(opened)
    await this.answer(queryIn(this.form, this.address.query().page))
  }

  /** @param {Opened} opened */
  async workOut({ paying }) {
    try {
      await paying.workOut()
    } catch (error) {
      // Every amount stays as it was.
      console.warn(`search-page: ${said(error)}`)
      const place = this.parts.part('situation')?.querySelector('[role="status"]')
      if (place instanceof HTMLElement) place.textContent = place.dataset.failed ?? ''
    }
  }

  listen() {
    const { root } = this.parts
    this.form.addEventListener('submit', (event) => {
      event.preventDefault()
      this.choose(queryIn(this.form))
    })
    root.addEventListener('change', ({ target }) => this.owns(target) && this.change(target))
    root.addEventListener('input', ({ target }) => {
      if (this.owns(target) && target instanceof HTMLInputElement && !BOXES.includes(target.type)) this.type()
    })
    root.addEventListener('click', (event) => this.follow(event))
    addEventListener('popstate', () => {
      this.address.left()
      this.go(this.address.query())
    })
    addEventListener('pagehide', () => history.replaceState({ top: scrollY }, ''))
    onChange(() => this.reckon())
    this.suggest(this.form.elements.namedItem('q'))
  }

  /** @param {Element | RadioNodeList | null} box */
  suggest(box) {
    if (!(box instanceof HTMLInputElement) || !this.parts.part('suggestions')) return
    const ask = async (/** @type {string} */ text) => {
      const { engine, phrases } = await this.opened()
      return { ...(await suggestedFor(text, engine.suggest)), phrases }
    }
    new Suggestions(this.parts, box, ask, (suggestion, rest) => this.take(suggestion, rest))
  }

  /**
   * A service or municipality suggested becomes a choice of the form; what else is suggested has a page.
   *
   * @param {Suggestion} suggestion
   * @param {string} text what it is not about
   */
  take({ kind, key, url }, text) {
    if (kind !== 'service' && kind !== 'municipality') return location.assign(url)
    const wanted = { ...queryIn(this.form), text, [kind === 'service' ? 'services' : 'municipalities']: [key] }
    this.put(wanted)
    this.choose(wanted)
  }

  /**
   * Whether something is a control of the form; some stand outside it.
   *
   * @param {EventTarget | null} target
   * @returns {target is HTMLInputElement | HTMLSelectElement}
   */
  owns(target) {
    return (target instanceof HTMLInputElement || target instanceof HTMLSelectElement) && target.form === this.form
  }

  /** @param {HTMLInputElement | HTMLSelectElement} control */
  change({ name, value }) {
    if (name === 'near') this.near.forget()
    if (name === 'sort') this.near.show(value)
    if (name === 'sort' && value === 'distance') this.near.propose(queryIn(this.form).municipalities)
    this.choose(queryIn(this.form))
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
    clearTimeout(this.pause)
    this.put(query)
    return this.answer(query)
  }

  /** @param {Query} query */
  put(query) {
    putInto(this.form, query)
    const chosen = { municipality: query.municipalities, service: query.services }
    this.several.forEach((choices) => choices.show(chosen[/** @type {'service'} */ (choices.name)]))
    this.near.show(query.sort)
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

  /**
   * A slower answer to an earlier question, or its failure, is of no use any more.
   *
   * @param {Query} query
   */
  async answer(query) {
    const asked = (this.latest += 1)
    const isLatest = () => asked === this.latest
    const patience = setTimeout(() => isLatest() && this.answers.wait(), PATIENCE)
    const limit = setTimeout(() => isLatest() && this.answers.fail(this.words.failed), TOO_LONG)
    try {
      const { result, phrases, yours } = await this.ask(query)
      if (isLatest()) this.answers.show(query, result, phrases, yours, this.near.meant(query))
    } catch (error) {
      console.error(`search-page: ${said(error)}`)
      if (isLatest()) this.answers.fail(this.words.failed)
    } finally {
      clearTimeout(patience)
      clearTimeout(limit)
    }
  }

  /**
   * @param {Query} query
   * @param {boolean} again whether a search that was published anew may be opened again
   * @returns {Promise<{ result: import('../search/engine.js').Result, phrases: Phrases, yours: Paying['yours'] }>}
   */
  async ask(query, again = true) {
    const opening = this.opened()
    const { engine, phrases, paying } = await opening
    const { shares, yours } = paying
    const about = { yours: shares, position: this.near.for(query), own: ownOf(query) }
    try {
      return { result: await engine.search(query, about), phrases, yours }
    } catch (error) {
      if (!again || !(error instanceof Error) || error.name !== 'Stale') throw error
      if (this.opening === opening) this.opening = null
      if (person()) await this.workOut(await this.opened())
      return this.ask(query, false)
    }
  }
}

/**
 * Where the person lives, as far as the page knows: the only municipality chosen.
 *
 * @param {Query} query
 */
function ownOf({ municipalities }) {
  return municipalities.length === 1 ? municipalities[0] : null
}

/** @param {unknown} error */
function said(error) {
  return error instanceof Error ? error.message : String(error)
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
