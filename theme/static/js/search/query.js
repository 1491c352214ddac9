/**
 * What is asked.
 *
 * @typedef {'voucher' | 'self-pay'} Kind
 * @typedef {'relevance' | 'price' | 'you-pay' | 'name' | 'distance'} Sort
 * @typedef {'price' | 'you-pay'} Measure the provider's price, or what the client pays of it
 *
 * @typedef {object} Query
 * @property {string} text
 * @property {string[]} municipalities keys; delivered in any of them
 * @property {string[]} services keys; any of them
 * @property {Kind | null} kind
 * @property {Measure} of what max and unit are about
 * @property {number | null} max the most one unit may cost, in cents
 * @property {string} [unread] what was given as that, where it is no amount
 * @property {string | null} unit key; none chosen with max means: the commonest one, and the answer says which
 * @property {string | null} when key of a time of the week at which the price must hold
 * @property {string | null} language key of a language the provider serves in
 * @property {boolean} home only what is delivered at home
 * @property {string | null} near key of the municipality from which distances are told
 * @property {Sort} sort
 * @property {number} page from 1
 */

/** @type {Readonly<Query>} */
export const EVERYTHING = Object.freeze({
  text: '',
  municipalities: [],
  services: [],
  kind: null,
  of: 'price',
  max: null,
  unit: null,
  when: null,
  language: null,
  home: false,
  near: null,
  sort: 'relevance',
  page: 1,
})
