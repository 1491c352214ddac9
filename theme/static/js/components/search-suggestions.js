/**
 * What the person may mean, below the box while they type: a combobox as the ARIA Authoring Practices describe it. The
 * focus stays in the box; without choosing anything the form works as it does without suggestions.
 *
 *   suggestions  <ul role="listbox" hidden> of <template data-search="suggestion"> with one role="option": slots label, note
 *   suggested    role="status": how many there are
 *
 * @import { Suggestion } from '../search/engine.js'
 * @import { Phrases } from '../search/phrase.js'
 * @import { Parts } from './search-parts.js'
 *
 * @typedef {object} Offered
 * @property {Suggestion[]} suggestions
 * @property {string} rest of the text, which the suggestions are not about
 * @property {Phrases} phrases
 */

/** So long the keyboard must rest. */
const PAUSE = 150

/** So many words a name can have. */
const MOST = 5

export class Suggestions {
  /**
   * @param {Parts} parts
   * @param {HTMLInputElement} box
   * @param {(text: string) => Promise<Offered>} ask
   * @param {(suggestion: Suggestion, rest: string) => void} choose
   */
  constructor(parts, box, ask, choose) {
    this.parts = parts
    this.box = box
    this.ask = ask
    this.choose = choose
    this.list = parts.needed('suggestions', HTMLElement)
    /** @type {Suggestion[]} */
    this.shown = []
    this.rest = ''
    this.active = -1
    this.latest = 0
    this.pause = 0
    box.addEventListener('input', () => this.wait())
    box.addEventListener('keydown', (event) => this.press(event))
    box.addEventListener('blur', () => this.close())
    // The focus stays in the box, or the list would close under the finger.
    this.list.addEventListener('pointerdown', (event) => event.preventDefault())
    this.list.addEventListener('mousedown', (event) => event.preventDefault())
    this.list.addEventListener('click', ({ target }) => {
      const option = target instanceof Element ? target.closest('[role="option"]') : null
      if (option) this.take(this.options.indexOf(option))
    })
  }

  get options() {
    return [...this.list.querySelectorAll('[role="option"]')]
  }

  get isOpen() {
    return !this.list.hidden
  }

  wait() {
    clearTimeout(this.pause)
    this.pause = window.setTimeout(() => this.open(), PAUSE)
  }

  async open() {
    const asked = (this.latest += 1)
    const text = this.box.value.trim()
    if (text === '') return this.close()
    try {
      const offered = await this.ask(text)
      // Whoever went on typing, or left the box, is not asking this any more.
      if (asked === this.latest && document.activeElement === this.box) this.show(offered)
    } catch (error) {
      // The search itself says when it cannot be had.
      console.warn(`search-suggestions: ${error instanceof Error ? error.message : error}`)
      if (asked === this.latest) this.close()
    }
  }

  /** @param {Offered} offered */
  show({ suggestions, rest, phrases }) {
    this.shown = suggestions
    this.rest = rest
    const items = suggestions.map((suggestion) => ({ label: suggestion.label, note: phrases.suggestion(suggestion) }))
    this.parts.list('suggestions', 'suggestion', items)
    this.options.forEach((option, at) => (option.id = `${this.list.id}-${at}`))
    this.box.setAttribute('aria-expanded', String(this.isOpen))
    this.move(-1)
    this.parts.say('suggested', phrases.suggested(suggestions.length))
    if (this.isOpen) this.makeRoom()
  }

  /** On a phone the keyboard covers the lower half: the list must be seen above it. */
  makeRoom() {
    const seen = visualViewport ? visualViewport.offsetTop + visualViewport.height : innerHeight
    const { top, height } = this.list.getBoundingClientRect()
    if (top + Math.min(height, this.options[0].getBoundingClientRect().height * 3) > seen) {
      this.box.scrollIntoView({ block: 'start', behavior: 'instant' })
    }
  }

  close() {
    clearTimeout(this.pause)
    this.latest += 1
    this.shown = []
    this.list.hidden = true
    this.list.replaceChildren()
    this.move(-1)
    this.box.setAttribute('aria-expanded', 'false')
    this.parts.say('suggested', '')
  }

  /** Close the list, or keep one from opening; false where none was open. */
  shut() {
    const { isOpen } = this
    this.close()
    return isOpen
  }

  /** @param {KeyboardEvent} event */
  press(event) {
    if (event.isComposing || event.ctrlKey || event.metaKey) return
    const act = this.acts()[event.key]
    if (act?.(event)) event.preventDefault()
  }

  /**
   * What keys do; true where the browser has nothing to do besides.
   *
   * @returns {Record<string, ((event: KeyboardEvent) => boolean) | undefined>}
   */
  acts() {
    const away = () => (this.move(-1), false)
    return {
      ArrowDown: ({ altKey }) => this.step(1, altKey),
      ArrowUp: ({ altKey }) => (altKey ? (this.close(), true) : this.step(-1, false)),
      Enter: () => (this.active < 0 ? (this.close(), false) : (this.take(this.active), true)),
      Escape: () => this.shut(),
      Tab: () => (this.close(), false),
      ...{ Home: away, End: away, ArrowLeft: away, ArrowRight: away },
    }
  }

  /**
   * To the next or previous one, round by way of the box itself; a closed list opens.
   *
   * @param {number} by
   * @param {boolean} only whether the list is only to be opened
   */
  step(by, only) {
    if (!this.isOpen) {
      this.open()
    } else if (!only) {
      const places = this.shown.length + 1
      this.move(((this.active + 1 + by + places) % places) - 1)
    }
    return true
  }

  /** @param {number} to the place in the list, or -1 for the box */
  move(to) {
    this.active = to
    const { options } = this
    options.forEach((option, at) => option.setAttribute('aria-selected', String(at === to)))
    if (to < 0) return this.box.removeAttribute('aria-activedescendant')
    this.box.setAttribute('aria-activedescendant', options[to].id)
    options[to].scrollIntoView({ block: 'nearest', behavior: 'instant' })
  }

  /** @param {number} at */
  take(at) {
    const suggestion = this.shown[at]
    this.close()
    if (suggestion) this.choose(suggestion, this.rest)
  }
}

/**
 * What may be meant by a text, or else by its last words: 'kotihoito ylöj' is a service and the beginning of a place.
 *
 * @param {string} text
 * @param {(text: string) => Promise<Suggestion[]>} suggest
 * @returns {Promise<{ suggestions: Suggestion[], rest: string }>}
 */
export async function suggestedFor(text, suggest) {
  const words = text.trim().split(/\s+/)
  for (let from = Math.max(0, words.length - MOST); from < words.length; from += 1) {
    const suggestions = await suggest(words.slice(from).join(' '))
    if (suggestions.length > 0) return { suggestions, rest: words.slice(0, from).join(' ') }
  }
  return { suggestions: [], rest: text }
}
