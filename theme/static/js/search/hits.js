/**
 * The cards of a page of results, with the offers that were asked for.
 *
 * @import { Answers, Found } from './answers.js'
 * @import { Context, Hit, Offer } from './engine.js'
 * @import { Candidate } from './matching.js'
 * @import { Query } from './query.js'
 */
import { slug } from './boot.js'
import { pricedOf } from './costs.js'
import { ascending } from './tables.js'
import { matching } from './matching.js'
import { ordered } from './order.js'
import { rowsOf } from './tables.js'
import { blockOf } from './part.js'

/**
 * @param {Found} found
 * @param {Query} query
 * @param {Context} context
 * @param {Answers} answers
 * @returns {Promise<Hit[]>}
 */
export async function hitsOf({ numbers, parts, unit, near }, query, context, answers) {
  const wanted = new Set(numbers)
  const pieces = await piecesOf(numbers, answers)
  const cards = new Map(pieces.flatMap((piece) => cardsIn(piece, wanted, answers)))
  const rows = pieces.flatMap(({ offers }) => rowsOf(offers).filter(({ number }) => wanted.has(number)))
  const words = new Map(pieces.flatMap(({ offers, pays, notes }) => paysOf(offers, pays, notes)))
  const { found } = matching(rows, { query, parts, near, unit }, answers.means(context.yours ?? null))
  const by = await answers.by({ ...query, sort: ['price', 'you-pay'].includes(query.sort) ? query.sort : 'relevance' }, unit, context)
  const inside = new Map(ordered(found, by))
  const distances = await answers.distances(query, context)
  return numbers.flatMap((number) => {
    const provider = cards.get(number)
    const offers = inside.get(number) ?? []
    if (!provider) return []
    return {
      provider,
      offers: offers.filter(({ row }) => row.profile.kind !== null).map((candidate) => offerOf(candidate, words, answers)),
      score: offers[0]?.score ?? 0,
      distance: distances && distances.shown(number, offers),
    }
  })
}

/**
 * The cards of some providers.
 *
 * @param {number[]} numbers
 * @param {Answers} answers
 * @returns {Promise<Map<number, Hit['provider']>>}
 */
export async function cardsOf(numbers, answers) {
  const wanted = new Set(numbers)
  return new Map((await piecesOf(numbers, answers)).flatMap((piece) => cardsIn(piece, wanted, answers)))
}

/**
 * @param {number[]} numbers
 * @param {Answers} answers
 * @returns {Promise<any[]>}
 */
function piecesOf(numbers, { store, boot }) {
  const blocks = [...new Set(numbers.map((number) => blockOf(number, boot)))]
  return Promise.all(blocks.map((block) => store.piece('d', block)))
}

/**
 * @param {any} piece
 * @param {Set<number>} wanted
 * @param {Answers} answers
 * @returns {[number, Hit['provider']][]}
 */
function cardsIn(piece, wanted, { boot }) {
  return ascending(piece.docs).flatMap((number, at) => {
    if (!wanted.has(number)) return []
    const name = piece.name[at]
    const key = piece.key[at] || slug(name)
    const phone = piece.phone[at]
    const dial = piece.dial[at] === 0 ? dialled(phone) : piece.dial[at]
    return [[number, {
      ...{ key, name },
      url: piece.url[at] === 0 ? `${boot.addresses}${key}/` : piece.url[at],
      where: piece.words[piece.where[at]],
      approvedBy: piece.words[piece.by[at]],
      speaks: piece.words[piece.speaks[at]],
      phone: phone === '' ? null : { words: phone, url: dial },
      tags: (piece.tags[at] || []).map((/** @type {[string, string]} */ [kind, words]) => ({ kind, words })),
    }]]
  })
}

/**
 * The address that most telephone numbers have: "014 000 1234" is tel:+358140001234.
 *
 * @param {string} phone
 */
function dialled(phone) {
  const digits = phone.replace(/\D/g, '')
  return digits.startsWith('0') ? `tel:+358${digits.slice(1)}` : ''
}

/**
 * The words for what one pays, by provider and place of the offer in its piece.
 *
 * @param {{d: number[]}} offers
 * @param {(0 | [number, number])[]} pays
 * @param {string[]} notes
 * @returns {[string, [string, string]][]}
 */
function paysOf({ d }, pays, notes) {
  const numbers = ascending(d)
  return pays.flatMap((pay, at) => (pay === 0 ? [] : [[`${numbers[at]} ${at}`, [notes[pay[0]], notes[pay[1]]]]]))
}

/**
 * @param {Candidate} candidate
 * @param {Map<string, [string, string]>} words
 * @param {Answers} answers
 * @returns {Offer}
 */
function offerOf({ row }, words, { choices, boot }) {
  const { profile, price, low, high } = row
  const [said, note] = words.get(`${row.number} ${row.place}`) ?? ['', '']
  return {
    service: choices.services[row.service],
    origin: choices.origins[profile.origin],
    kind: profile.kind ?? 'voucher',
    unit: profile.unit === null ? null : choices.units[profile.unit],
    price,
    pay: { low, high, unit: profile.payUnit === null ? null : choices.units[profile.payUnit], words: said, note },
    variant: profile.variant,
    moments: choices.moments.flatMap(({ key }, bit) => (profile.moments & (1 << bit) ? [key] : [])),
    home: profile.home,
    priced: pricedOf(row, choices, boot.day),
  }
}
