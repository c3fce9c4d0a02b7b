/** The platform of a test that runs without a phone: a test puts in what its phone can do. */
const taro: Record<string, unknown> = {}

export default taro
