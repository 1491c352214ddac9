/** What a browser needs of Orama, with the settings that the index was built with. */
import { stemmer } from '@orama/stemmers/finnish'

export { create, insertMultiple, load, save, search } from '@orama/orama'
export const settings = {
  schema: {
    ...{ name: 'string', services: 'string', places: 'string', text: 'string' },
    ...{ municipality: 'enum[]', service: 'enum[]', unit: 'enum[]', lowest: 'number' },
  },
  components: { tokenizer: { language: 'finnish', stemming: true, stemmer } },
}
