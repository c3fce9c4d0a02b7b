import { buildFunctions } from './functions.build'

/** Builds the function bundles once, before the first test that runs them. */
const setup = async () => {
  await buildFunctions()
}

export default setup
