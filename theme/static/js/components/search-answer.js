/**
 * What the search page shows of one answer: the results first, and what takes longer when it comes.
 *
 * @import { Result } from '../search/engine.js'
 * @import { Phrases } from '../search/phrase.js'
 * @import { Query } from '../search/query.js'
 * @import { Address } from './search-history.js'
 * @import { Parts } from './search-parts.js'
 * @import { Paying } from './search-paying.js'
 */
import { valuesOf } from './search-cards.js'
import { showCounts } from './search-form.js'
import { showSnippets, showSummaries } from './search-texts.js'
import { carryAddress } from './this-address.js'

/** After this many milliseconds the counts of an earlier answer would mislead. */
const OLD = 300

export class Answer {
  /**
   * @param {Parts} parts
   * @param {HTMLFormElement} form
   * @param {Address} address
   */
  constructor(parts, form, address) {
    this.parts = parts
    this.form = form
    this.address = address
    this.title = document.title
    this.shown = 0
    this.summarized = Promise.resolve()
  }

  /** The answer takes a moment. */
  wait() {
    const live = this.parts.part('live')
    if (live?.hidden) this.parts.show('loading', true)
    this.parts.part('answers')?.setAttribute('aria-busy', 'true')
  }

  /**
   * There is no answer: the plain lists say the same.
   *
   * @param {string} words
   */
  fail(words) {
    const { parts } = this
    this.shown += 1
    parts.show('loading', false)
    parts.show('failure', true)
    parts.part('failure')?.querySelector('a')?.setAttribute('href', location.pathname + location.search)
    parts.show('plain', true)
    parts.show('answers', false)
    parts.say('status', words)
  }

  /**
   * @param {Query} query
   * @param {Result} result
   * @param {Phrases} phrases
   * @param {Paying['yours']} yours
   * @param {Query} meant what was asked, as the cards are to understand it
   */
  show(query, result, phrases, yours, meant) {
    const { parts } = this
    document.title = phrases.title(query) || this.title
    carryAddress()
    parts.say('status', phrases.results(result.total))
    const at = (/** @type {Query} */ other) => this.address.of(other)
    const [time] = result.understanding.times.filter(({ moments }) => moments.length === 1)
    const told = { ...meant, when: meant.when ?? time?.moments[0].key ?? null }
    parts.list('chips', 'chip', phrases.chips(query).map(({ words, without }) => ({ words, chip: at(without) })))
    parts.list('notes', 'note', phrases.notes(query, result, yours !== null).map((words) => ({ words })))
    parts.list('results', 'card', result.hits.map((hit) => valuesOf(hit, phrases, told, yours)))
    parts.show('nothing', result.total === 0)
    parts.say('asked', phrases.asked(query, result))
    this.turnable(query, result, phrases)
    this.stand()
    this.follow(query, result, phrases)
  }

  /** The search works: its page takes the place of the plain lists. */
  stand() {
    const { parts } = this
    for (const part of ['loading', 'failure', 'plain']) parts.show(part, false)
    for (const part of ['live', 'answers']) parts.show(part, true)
    parts.part('answers')?.removeAttribute('aria-busy')
  }

  /**
   * What comes after the results, unless a newer answer stands by then; what never comes is not missed. Each is asked for
   * only when it is read, the most wanted first.
   *
   * @param {Query} query
   * @param {Result} result
   * @param {Phrases} phrases
   */
  follow(query, result, phrases) {
    const { parts, form } = this
    const list = parts.part('results')
    const shown = (this.shown += 1)
    /** @type {<Late>(late: Promise<Late>, show: (late: Late | null) => void) => Promise<void>} */
    const when = async (late, show) => {
      const come = await late.catch(() => null)
      if (shown === this.shown) show(come)
    }
    this.summarized = when(result.summaries, (summaries) => list && showSummaries(list, summaries ?? []))
    if (query.text !== '') {
      const snippets = this.summarized.then(() => result.snippets)
      when(snippets, (pieces) => list && showSnippets(list, pieces ?? []))
    }
    const language = document.documentElement.lang
    const old = setTimeout(() => shown === this.shown && showCounts(form, null, language), OLD)
    when(result.facets, (counts) => {
      clearTimeout(old)
      showCounts(form, counts, language)
    })
    when(result.guides, (guides) => {
      parts.list('guides', 'guide', (guides ?? []).map(({ kind, label, url }) => ({ words: label, guide: url, [kind]: label })))
    })
    parts.list('relaxations', 'relaxation', [])
    if (result.total > 0) return
    when(result.relaxations, (ways) => {
      const links = (ways ?? []).map((way) => ({ words: phrases.relaxation(way), relaxation: this.address.of(way.query) }))
      parts.list('relaxations', 'relaxation', links)
    })
  }

  /**
   * @param {Query} query
   * @param {Result} result
   * @param {Phrases} phrases
   */
  turnable(query, result, phrases) {
    const { page, pages } = result
    const exists = (/** @type {number} */ other) => other >= 1 && other <= pages
    const at = (/** @type {number} */ other) => (exists(other) ? this.address.of({ ...query, page: other }) : null)
    this.parts.show('pager', pages > 1)
    this.parts.lead('previous', at(page - 1))
    this.parts.lead('next', at(page + 1))
    this.parts.say('position', phrases.position(result))
  }
}
