import packaged from '@sparticuz/chromium'
import { buildFunctions } from './functions.build'
import { buildPages } from './pages.build'
import { buildPictures } from './pictures'

/** The shop for a browser and the functions it calls, built when they have changed. */
const setup = async () => {
  await buildFunctions()
  buildPictures()
  // Unpacked once, before two test files would do it at the same time.
  if (!process.env.CHROMIUM_PATH) await packaged.executablePath()
  await buildPages('h5', () => process.stdout.write('building dist/h5 …\n'))
}

export default setup
