/**
 * From where distances are counted, when the nearest are to come first: a municipality, or the person's position. The
 * position is asked for only when the button is pressed, and stays in the memory of this page.
 *
 *   <fieldset data-search="near" hidden disabled>
 *     <select name="near" form="…">, <button data-search="locate">, <p role="status" data-search="located">
 *   </fieldset>
 *
 * @import { Phrases } from '../search/phrase.js'
 * @import { Query } from '../search/query.js'
 * @import { Parts } from './search-parts.js'
 *
 * @typedef {Pick<GeolocationCoordinates, 'latitude' | 'longitude'>} Position
 */

/** So long somebody waits for a position, and so old it may be, in milliseconds. */
const PATIENCE = 15_000
const FRESH = 600_000

export class Near {
  /**
   * @param {Parts} parts
   * @param {Phrases['words']['near']} words
   * @param {() => void} found what to do once there is a position
   */
  constructor(parts, words, found) {
    this.parts = parts
    this.words = words
    this.found = found
    /** @type {Position | null} */
    this.position = null
    this.area = parts.part('near')
    this.select = this.area?.querySelector('select') ?? null
    const button = parts.part('locate')
    button?.toggleAttribute('hidden', !navigator.geolocation)
    button?.addEventListener('click', () => this.locate())
  }

  /**
   * What the engine is told: a municipality that was chosen comes before the position.
   *
   * @param {Query} query
   */
  for({ sort, near }) {
    return sort === 'distance' && near === null ? this.position : null
  }

  /**
   * What was asked as the cards are to understand it: from nowhere, nothing is near.
   *
   * @param {Query} query
   * @returns {Query}
   */
  meant(query) {
    const somewhere = query.near !== null || this.position !== null
    return query.sort === 'distance' && !somewhere ? { ...query, sort: 'relevance' } : query
  }

  /**
   * The question stands only beside the order it belongs to, and only then in the address.
   *
   * @param {string} sort
   */
  show(sort) {
    const wanted = sort === 'distance'
    this.area?.toggleAttribute('hidden', !wanted)
    this.area?.toggleAttribute('disabled', !wanted)
  }

  /**
   * Somebody chose this order: where they live is the likeliest place to count from.
   *
   * @param {string[]} municipalities
   */
  propose([first = '', ...others]) {
    if (this.select && this.select.value === '' && this.position === null && others.length === 0) this.select.value = first
  }

  locate() {
    this.say(this.words.asking)
    const options = { timeout: PATIENCE, maximumAge: FRESH }
    navigator.geolocation.getCurrentPosition(({ coords }) => this.stand(coords), ({ code }) => this.miss(code), options)
  }

  /** @param {Position} position */
  stand({ latitude, longitude }) {
    this.position = { latitude, longitude }
    if (this.select) this.select.value = ''
    this.say(this.words.found)
    this.found()
  }

  /** @param {number} code of a GeolocationPositionError */
  miss(code) {
    const { refused, late, unknown } = this.words
    this.say({ 1: refused, 3: late }[code] ?? unknown)
  }

  /** A municipality was chosen instead. */
  forget() {
    this.position = null
    this.say('')
  }

  /** @param {string} words */
  say(words) {
    this.parts.say('located', words)
  }
}
