import { createCipheriv, randomBytes } from 'node:crypto'
import { Vault } from '@core/data/vault'
import { openVault, type VaultKeys } from '@core/runtime/vault-keys'

const key = () => randomBytes(32).toString('base64')
const [OLD, NEW, HASH, NEW_HASH] = [key(), key(), key(), key()]
const former = (data: string[], hash: string[] = []) => ({ data, hash })

/** As releases before this one sealed: without the name of the key. */
function sealedWithoutName(value: unknown, base64: string): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(base64, 'base64'), nonce)
  const text = Buffer.concat([cipher.update(JSON.stringify(value)), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64')
}

describe('a sealed value', () => {
  it('names its key, and only that key opens it', () => {
    const sealed = new Vault(OLD, HASH).seal('13800138000')
    expect(sealed).toMatch(/^[0-9a-f]{8}\.[A-Za-z0-9+/=]+$/)
    expect(new Vault(OLD, HASH).open(sealed)).toEqual({ ok: true, value: '13800138000' })
    expect(new Vault(NEW, HASH, former([OLD])).open(sealed)).toEqual({
      ok: true,
      value: '13800138000',
    })
    expect(new Vault(NEW, HASH).open(sealed)).toEqual({ ok: false, error: { code: 'UNREADABLE' } })
  })

  it('that names no key is read with the first key, present or former', () => {
    const sealed = sealedWithoutName({ a: 1 }, OLD)
    const opened = { ok: true, value: { a: 1 } }
    expect(new Vault(OLD, HASH).open(sealed)).toEqual(opened)
    expect(new Vault(NEW, HASH, former([key(), OLD])).open(sealed)).toEqual(opened)
    expect(new Vault(NEW, HASH).open(sealed).ok).toBe(false)
  })

  it.each([
    ['empty', ''],
    ['short', 'abcd'],
    ['not base64', '无法'],
    ['of an unknown key', `00000000.${sealedWithoutName('x', OLD)}`],
    ['a number', 7 as unknown as string],
    ['null', null as unknown as string],
  ])('that is %s is unreadable and throws nothing', (_name, sealed) => {
    expect(new Vault(OLD, HASH).open(sealed)).toEqual({ ok: false, error: { code: 'UNREADABLE' } })
  })

  it('with any byte altered is unreadable', () => {
    const vault = new Vault(OLD, HASH)
    const [id = '', text = ''] = vault.seal('x').split('.')
    const bytes = Buffer.from(text, 'base64')
    for (let at = 0; at < bytes.length; at += 1) {
      const altered = Buffer.from(bytes)
      altered.writeUInt8(altered.readUInt8(at) ^ 1, at)
      expect(vault.open(`${id}.${altered.toString('base64')}`).ok).toBe(false)
    }
  })

  it('is sealed anew with the present key, once', () => {
    const vault = new Vault(NEW, HASH, former([OLD]))
    const old = new Vault(OLD, HASH).seal('x')
    const resealed = vault.reseal(old) ?? ''
    expect(vault.isPresent(old)).toBe(false)
    expect(vault.isPresent(resealed)).toBe(true)
    expect(new Vault(NEW, HASH).open(resealed)).toEqual({ ok: true, value: 'x' })
    expect(vault.reseal(resealed)).toBe(resealed)
    expect(vault.reseal('nothing')).toBeNull()
  })
})

it('a phone and a shared code are found under former hash keys too', () => {
  const [before, after] = [new Vault(OLD, HASH), new Vault(OLD, NEW_HASH, former([], [HASH]))]
  const phone = '13800138000'
  expect(after.hashes(phone)).toEqual([after.hash(phone), before.hash(phone)])
  const code = before.memberCode('m1000000000000001') ?? ''
  expect(after.memberOfCode(code)).toBe('m1000000000000001')
  expect(new Vault(OLD, NEW_HASH).memberOfCode(code)).toBeNull()
})

describe('the keys of the environment', () => {
  const keys = (changes: Partial<VaultKeys> = {}): VaultKeys => ({
    dataKey: NEW,
    dataHashKey: HASH,
    formerDataKeys: [],
    formerHashKeys: [],
    ...changes,
  })

  it('make a vault', () => {
    const sealed = new Vault(OLD, HASH).seal('x')
    expect(openVault(keys({ formerDataKeys: [OLD] })).open(sealed).ok).toBe(true)
  })
})
