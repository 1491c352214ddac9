import { enhanceAll } from './enhance.js'

/**
 * Every module a page may ask for with data-module. Each is fetched only by the pages that have it.
 *
 * @type {import('./enhance.js').Modules}
 */
const modules = {
  'calculator': () => import('./components/calculator.js'),
  'compare-bar': () => import('./components/compare-bar.js'),
  'compare-page': () => import('./components/compare-page.js'),
  'countdown': () => import('./components/countdown.js'),
  'embed': () => import('./components/embed.js'),
  'embed-builder': () => import('./components/embed-builder.js'),
  'freshness': () => import('./components/freshness.js'),
  'municipality-picker': () => import('./components/municipality-picker.js'),
  'print-button': () => import('./components/print-button.js'),
  'provider-table': () => import('./components/provider-table.js'),
  'search-more': () => import('./components/search-more.js'),
  'search-page': () => import('./components/search-page.js'),
  'share-link': () => import('./components/share-link.js'),
  'try-it': () => import('./components/try-it.js'),
  'your-situation': () => import('./components/your-situation.js'),
}

enhanceAll(modules)
