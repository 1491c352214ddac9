/** What a browser needs of MiniSearch, with the settings that the index was built with. */
import MiniSearch from 'minisearch'
import { stemmer } from '@orama/stemmers/finnish'

const processTerm = (term) => stemmer(term.toLowerCase())

export const options = { fields: ['name', 'services', 'places', 'text'], processTerm }
export const searching = {
  boost: { name: 8, services: 8, places: 5 },
  combineWith: 'AND',
  prefix: (term) => term.length > 2,
  fuzzy: 0.2,
}
export { MiniSearch }
