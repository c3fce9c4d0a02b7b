/** Takes memory until there is none. */
export const main = () => {
  const kept: object[] = []
  for (;;) kept.push(Array.from({ length: 1000 }, (_, index) => ({ index })))
}
