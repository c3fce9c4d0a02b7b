import { buildFunctions } from '../../config/functions.build'
import { buildPages } from '../../config/pages.build'
import { weighFunctions, weighWeapp } from '../../config/sizes'
import type { Bench } from './row'

const KB = 1024

/** What is uploaded to WeChat, by weight. */
export const sizes: Bench = {
  name: 'sizes',
  run: async (say) => {
    await buildFunctions()
    await buildPages('weapp', () => say('building dist/weapp …'))
    return [...weighWeapp(), ...weighFunctions()].map(({ name, bytes, bytesMax }) => ({
      name,
      value: Math.ceil(bytes / KB),
      unit: 'KB',
      max: Math.floor(bytesMax / KB),
    }))
  },
}
