/** How many products a list has: `共 12 件`, or `至少 400 件` where not all were counted. */
export const foundCopy = ({ total, isExact }: { total: number; isExact: boolean }): string =>
  isExact ? `共 ${total} 件` : `至少 ${total} 件`
