/**
 * @typedef {{ enhance: (element: HTMLElement) => void | Promise<void> }} Module
 * @typedef {Record<string, () => Promise<Module>>} Modules
 */

/**
 * Enhance every element that asks for it; a failure leaves that element as the plain HTML it was.
 *
 * @param {Modules} modules
 * @param {ParentNode} root
 */
export async function enhanceAll(modules, root = document) {
  /** @type {NodeListOf<HTMLElement>} */
  const elements = root.querySelectorAll('[data-module]')
  await Promise.all([...elements].map((element) => enhanceOne(modules, element)))
}

/**
 * @param {Modules} modules
 * @param {HTMLElement} element
 */
async function enhanceOne(modules, element) {
  const name = element.dataset.module ?? ''
  try {
    const load = modules[name]
    if (!load) throw new Error('there is no such module in main.js')
    const module = await load()
    await module.enhance(element)
  } catch (error) {
    console.error(`${name}: ${error instanceof Error ? error.message : error}`)
  }
}
