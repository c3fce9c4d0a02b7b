import { buildFunctions } from './functions.build'
import { buildPages } from './pages.build'

/** The compiled mini program and the functions it calls, built when they have changed. */
const setup = async () => {
  await buildFunctions()
  await buildPages('weapp', () => process.stdout.write('building dist/weapp …\n'))
}

export default setup
