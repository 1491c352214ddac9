import { hasPassed, staleDays, today } from '../day.js'
import { filled } from '../sentence.js'

/**
 * Let what has passed since the build pass on the page, and say so when the whole site has grown old.
 *
 * @param {HTMLElement} element
 */
export function enhance(element) {
  const words = element.querySelector('p')
  const sentence = words?.textContent ?? ''

  const check = () => {
    const { asOf = '', day = 'fixed' } = document.documentElement.dataset
    const now = today({ asOf, day }, new Date())
    const age = staleDays({ asOf, day }, now, Number(element.dataset.staleDays))
    if (words && age !== undefined) words.textContent = sentence.replace('{days}', String(age))
    element.hidden = age === undefined
    passDates(now)
  }

  sayTheDay()
  check()
  // A page left open in a phone for days is looked at again without being loaded again.
  document.addEventListener('visibilitychange', check)
}

/** The day of the build, which pages leave to one file for all of them. */
function sayTheDay() {
  const { asOfWords } = document.documentElement.dataset
  /** @type {NodeListOf<HTMLElement>} */
  const places = document.querySelectorAll('[data-as-of-sentence]')
  for (const place of asOfWords ? places : []) {
    place.textContent = filled(place.dataset.asOfSentence ?? '', { day: asOfWords ?? '' })
  }
}

/** @param {string} now */
function passDates(now) {
  /** @type {NodeListOf<HTMLElement>} */
  const dated = document.querySelectorAll('[data-when-past]:not([data-passed])')
  for (const element of dated) {
    if (hasPassed(element.dataset, now)) pass(element)
  }
}

/** @param {HTMLElement} element */
function pass(element) {
  element.dataset.passed = ''
  if (element.dataset.whenPast === 'hide') element.hidden = true
  else if (element.dataset.pastWords) element.textContent = element.dataset.pastWords
}
