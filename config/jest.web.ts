import { buildFunctions } from './functions.build'
import { buildPages } from './pages.build'
import { buildPictures } from './pictures'

/** The shop for a browser and the functions it calls, built when they have changed. */
const setup = async () => {
  await buildFunctions()
  buildPictures()
  await buildPages('h5', () => process.stdout.write('building dist/h5 …\n'))
}

export default setup
