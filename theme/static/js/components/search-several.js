/**
 * Several choices of one kind: a select, and more of them when asked for.
 *
 *   <div data-several>
 *     <select name="municipality">…</select>
 *     <template><div data-part="row"> <label>, an empty <select>, <button data-part="remove"> with [data-part="name"] </div></template>
 *     <button data-part="add" hidden>
 *   </div>
 */
import { needed } from './needed.js'

/** So many letters of an unknown key are shown. */
const LONGEST = 40

export class Several {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root
    this.first = needed(root, 'select', HTMLSelectElement)
    this.template = needed(root, 'template', HTMLTemplateElement)
    this.adding = needed(root, '[data-part="add"]', HTMLButtonElement)
    this.rows = 0
    this.adding.addEventListener('click', () => this.add().focus())
    root.addEventListener('change', () => this.agree())
    root.addEventListener('click', ({ target }) => {
      const row = target instanceof Element && target.closest('[data-part="remove"]')?.closest('[data-part="row"]')
      if (row instanceof HTMLElement) this.remove(row)
    })
  }

  /** What the selects are about, as the address says it. */
  get name() {
    return this.first.name
  }

  get selects() {
    return [...this.root.querySelectorAll('select')]
  }

  /**
   * As many selects as there are choices, and at least one.
   *
   * @param {string[]} chosen
   */
  show(chosen) {
    const [first = '', ...others] = chosen
    this.root.querySelectorAll('[data-part="row"]').forEach((row) => row.remove())
    choose(this.first, first)
    others.forEach((key) => choose(this.add(), key))
    this.agree()
  }

  /** @returns {HTMLSelectElement} */
  add() {
    this.rows += 1
    const row = /** @type {DocumentFragment} */ (this.template.content.cloneNode(true))
    const select = needed(row, 'select', HTMLSelectElement)
    select.id = `${this.first.id}-${this.rows}`
    select.name = this.first.name
    select.append(...[...this.first.options].map((option) => option.cloneNode(true)))
    select.value = ''
    needed(row, 'label', HTMLLabelElement).htmlFor = select.id
    this.adding.before(row)
    this.agree()
    return select
  }

  /** @param {HTMLElement} row */
  remove(row) {
    const { value } = needed(row, 'select', HTMLSelectElement)
    row.remove()
    this.agree()
    this.adding.hidden ? this.first.focus() : this.adding.focus()
    if (value !== '') this.first.dispatchEvent(new Event('change', { bubbles: true }))
  }

  /** Each choice can be made once, and another only when all are made. */
  agree() {
    const { selects } = this
    const chosen = selects.map(({ value }) => value)
    selects.forEach((select, at) => {
      const others = new Set(chosen.filter((value, other) => value !== '' && other !== at))
      for (const option of select.options) {
        if (option.disabled !== others.has(option.value)) option.disabled = others.has(option.value)
      }
      const name = select.closest('[data-part="row"]')?.querySelector('[data-part="name"]')
      const [option] = select.selectedOptions
      if (name) name.textContent = select.value === '' ? '' : (option.dataset.label ?? option.text)
    })
    this.adding.hidden = chosen.includes('')
  }
}

/**
 * What an old link names may be no choice any more; it is still asked for, so it is still shown.
 *
 * @param {HTMLSelectElement} select
 * @param {string} key
 */
function choose(select, key) {
  const known = [...select.options].some(({ value }) => value === key)
  if (!known) select.append(new Option([...key].slice(0, LONGEST).join(''), key))
  select.value = key
}
