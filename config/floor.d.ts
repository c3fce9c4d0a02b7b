/** See `floor.js`, which babel reads and so is no TypeScript. */
declare const floor: { ios: string; chrome: string }
export default floor
