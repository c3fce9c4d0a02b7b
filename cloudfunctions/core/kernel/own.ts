/**
 * The value that a record itself has under a key. Plain objects also answer to the names of their
 * prototype (`constructor`, `__proto__`), so a key that comes from outside is never read directly.
 */
export const own = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.prototype.hasOwnProperty.call(record, key) ? record[key] : undefined

/** Whether every object answers to this name: no id may be called so. */
export const isInherited = (name: string): boolean => name in Object.prototype

/** Sets a key of a record, whatever it is called; an assignment to `__proto__` would do nothing. */
export function setOwn<T>(record: Record<string, T>, key: string, value: T): void {
  Object.defineProperty(record, key, {
    value,
    enumerable: true,
    configurable: true,
    writable: true,
  })
}
