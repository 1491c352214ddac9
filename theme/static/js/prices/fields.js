/**
 * The fields of a form in which a person tells their situation. They have no names: nothing of them is ever sent.
 *
 * @import { Person } from './person.js'
 * @import { Question } from './questions.js'
 */
import { NOBODY } from './person.js'
import { QUESTIONS } from './questions.js'

export class Fields {
  /**
   * @param {ParentNode} form with an <input data-field="the question's name"> for each question, described by an
   *   element with data-fault, and perhaps others: what to say of an answer that cannot be read
   * @param {Record<string, Question>} questions
   */
  constructor(form, questions = QUESTIONS) {
    const inputs = [...form.querySelectorAll('input[data-field]')].filter((each) => each instanceof HTMLInputElement)
    this.fields = inputs.flatMap((input) => {
      const question = questions[input.dataset.field ?? '']
      return question ? [{ input, question }] : []
    })
  }

  /**
   * What the fields say of a person; what is not asked here stays. Nothing when an answer cannot be read: the field
   * then says so, and the first such one gets the focus.
   *
   * @param {Person | null} person
   * @returns {Person | null}
   */
  read(person) {
    const faulty = this.fields.filter(({ input, question }) => {
      const typed = input.value.trim()
      const wrong = typed !== '' && !question.reads(typed)
      markFault(input, wrong)
      return wrong
    })
    faulty[0]?.input.focus()
    if (faulty.length > 0) return null
    return this.fields.reduce(
      (told, { input, question }) => ({ ...told, ...question.told(input.value.trim(), told) }),
      person ?? NOBODY,
    )
  }

  /** @param {Person | null} person */
  fill(person) {
    for (const { input, question } of this.fields) {
      input.value = person ? question.answer(person) : ''
      markFault(input, false)
    }
  }
}

/**
 * @param {HTMLInputElement} input
 * @param {boolean} wrong
 */
function markFault(input, wrong) {
  const [first] = (input.getAttribute('aria-describedby') ?? '').split(' ')
  const fault = document.getElementById(first)
  if (fault) fault.textContent = wrong ? (fault.dataset.fault ?? '') : ''
  if (wrong) input.setAttribute('aria-invalid', 'true')
  else input.removeAttribute('aria-invalid')
}
