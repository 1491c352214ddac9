/**
 * What the text of a query finds: for each thing it asks for, how well every provider, service, voucher … answers.
 *
 * @import { Asked } from './query.js'
 * @import { Data, Owner } from './data.js'
 * @import { Weights } from './terms.js'
 *
 * @typedef {Record<Owner, Float32Array>} Answers by kind of owner and its place, how well it answers
 *
 * @typedef {object} Part one thing that must be found
 * @property {string} typed
 * @property {string} read the word it was taken for, when that is another one; else empty
 * @property {Answers} answers
 * @property {boolean} found whether anything at all answers
 * @property {number[]} places municipalities that it names
 * @property {boolean} binding whether it says where or how: the offer that answers the rest must answer it too
 */
import { readWord } from './reading.js'

/** How well a municipality must answer for a word to be the name of a place. */
const NAMED = 3

/** What a number counts: as much as a name. */
const NAME = 8

/** What the name of a group of services counts. */
const GROUP = 3

/**
 * @param {Asked} asked
 * @param {Data} data
 * @returns {Part[]}
 */
export function partsOf(asked, data) {
  if (asked.kind === 'phrase') {
    return [part(asked.typed, '', ofPhrase(asked.words, data))]
  }
  if (asked.kind === 'number') {
    return [part(asked.typed, '', ofNumber(asked, data))]
  }
  const readings = readWord(asked.typed, asked.unfinished, data.terms)
  return readings.map(({ typed, read, terms }) => part(typed, read, ofTerms(terms, data)))
}

/**
 * @param {string} typed
 * @param {string} read
 * @param {Answers} answers
 * @returns {Part}
 */
function part(typed, read, answers) {
  const places = [...answers.municipalities.keys()].filter((place) => answers.municipalities[place] >= NAMED)
  const found = Object.values(answers).some((weights) => weights.some((weight) => weight > 0))
  const answered = (/** @type {Owner} */ owner) => answers[owner].some((weight) => weight > 0)
  const binding = places.length > 0 || (!answered('services') && (answered('kinds') || answered('variants')))
  return { typed, read, answers, found, places, binding }
}

/**
 * What has the terms among its words. The name of a group stands for its services only where none has the word itself.
 *
 * @param {Weights} terms
 * @param {Data} data
 */
function ofTerms(terms, data) {
  const answers = data.noAnswers()
  const answer = (/** @type {boolean} */ byGroup) =>
    terms.forEach((share, term) => {
      for (const [owner, place, weight] of data.postings[term] ?? []) {
        if ((owner === 'services' && weight === GROUP) === byGroup) {
          answers[owner][place] = Math.max(answers[owner][place], weight * share)
        }
      }
    })
  answer(false)
  if (!answers.services.some((weight) => weight > 0)) answer(true)
  return answers
}

/**
 * A quoted phrase: its words side by side, in any of their forms.
 *
 * @param {string[]} words
 * @param {Data} data
 */
function ofPhrase(words, data) {
  const answers = data.noAnswers()
  const phrase = words.map((word) => data.termOf(word))
  const [first] = phrase
  if (phrase.includes(undefined) || first === undefined) {
    return answers
  }
  for (const [owner, place, weight, text] of data.postings[first] ?? []) {
    if (holds(text, phrase)) {
      answers[owner][place] = Math.max(answers[owner][place], weight)
    }
  }
  return answers
}

/**
 * @param {number[]} text its weight, then its terms
 * @param {(number | undefined)[]} phrase
 */
function holds(text, phrase) {
  return text.some((_, start) => start > 0 && phrase.every((term, step) => text[start + step] === term))
}

/**
 * @param {Asked} asked
 * @param {Data} data
 */
function ofNumber({ typed, digits }, data) {
  const answers = ofTerms(data.terms.known([typed], 1), data)
  data.documents.forEach(({ numbers }, place) => {
    if (numbers.some((number) => number.includes(digits))) {
      answers.documents[place] = NAME
    }
  })
  return answers
}
