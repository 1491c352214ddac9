import { daysBetween, today } from '../day.js'

/**
 * Keep the number of days left true when the page is read later than it was built.
 *
 * @param {HTMLElement} element
 */
export function enhance(element) {
  const words = element.querySelector('.countdown__words')
  if (!words) throw new Error('has no words')

  const check = () => {
    const { asOf = '', day = 'fixed' } = document.documentElement.dataset
    const left = daysBetween(today({ asOf, day }, new Date()), element.dataset.countdown ?? '')
    words.textContent = wordsFor(left, element.dataset)
  }

  check()
  document.addEventListener('visibilitychange', check)
}

/**
 * The words for so many days left; none are left on the last day itself.
 *
 * @param {number} left
 * @param {{ one?: string, many?: string, last?: string, past?: string }} words
 */
export function wordsFor(left, { one = '', many = '', last = '', past = '' }) {
  if (left < 0) return past
  if (left === 0) return last
  return (left === 1 ? one : many).replace('{number}', String(left))
}
