import { listOf } from './list-data.js'
import { shadowOf } from './list-view.js'

/**
 * <provider-list src="…/lista.json"><a href="…">The list</a></provider-list>
 *
 * Shows the list in place of the link that it wraps. Where the script or the data cannot be had, the link stays.
 */
class ProviderList extends HTMLElement {
  /** Asked for again where the page moves the element: only the first time counts. */
  async connectedCallback() {
    if (this.dataset.begun !== undefined) return
    this.dataset.begun = ''
    try {
      const address = new URL(this.getAttribute('src') ?? '', document.baseURI)
      const list = await listOf(address)
      shadowOf(this, list, address)
    } catch (error) {
      console.warn(`provider-list: ${error instanceof Error ? error.message : error}. The link stays.`)
    }
  }
}

if (!customElements.get('provider-list')) customElements.define('provider-list', ProviderList)
