/** Takes longer than its one second, waiting or working. */
export const main = async ({ spin }: { spin?: boolean }) => {
  while (spin);
  await new Promise((resolve) => setTimeout(resolve, 60_000))
}
