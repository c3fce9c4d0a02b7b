import { buildFunctions } from '../../config/functions.build'
import { buildPages } from '../../config/pages.build'
import { functionSizes, weappSizes } from '../../config/sizes'
import type { Bench } from './row'

const KB = 1024

/** The size of everything that is uploaded to WeChat. */
export const sizes: Bench = {
  name: 'sizes',
  run: async (say) => {
    const functions = functionSizes(await buildFunctions())
    await buildPages('weapp', () => say('building dist/weapp …'))
    return [...weappSizes(), ...functions].map(({ name, bytes, bytesMax }) => ({
      name,
      value: Math.ceil(bytes / KB),
      unit: 'KB',
      max: Math.floor(bytesMax / KB),
    }))
  },
}
