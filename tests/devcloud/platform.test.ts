import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startDevcloud } from '@local/devcloud'
import { environmentOf } from '@local/platform'
import { functionEnvironment, memorySecrets } from '@local/secrets'

/** What the local cloud stores for an owner, and which variables it gives to which function. */

it('a data folder that is older than the settings gets them at its next start', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'shop-'))
  try {
    const old = await startDevcloud({ dataDir, storesPlatform: false })
    expect(old.counts()['settings']).toBe(0)
    await old.close()
    const shopOf = await startDevcloud({ dataDir })
    expect(shopOf.counts()['settings']).toBe(1)
    await shopOf.close()
    const again = await startDevcloud({ dataDir })
    expect(again.counts()['settings']).toBe(1)
    await again.close()
  } finally {
    rmSync(dataDir, { recursive: true })
  }
})

describe('the local cloud gives a function', () => {
  const deployed = functionEnvironmentOf()
  const names = async (functionName: string, given: Record<string, string> = {}) =>
    Object.keys(environmentOf(functionName, { deployed: await deployed, given, hasSettings: true }))

  it('its own variables, and none of the settings', async () => {
    expect(await names('sweep-members')).toEqual(['DATA_KEY', 'DATA_HASH_KEY', 'OWNER_OPENIDS'])
    const paying = await names('shop')
    expect(paying).toContain('WECHAT_PAY_PRIVATE_KEY')
    for (const name of ['MESSAGE_TEMPLATES', 'WECHAT_PAY_PUBLIC_KEY', 'CLOUD_PAY_SUB_MCHID']) {
      expect(paying).not.toContain(name)
    }
  })

  it('those of its provider, and what the start adds', async () => {
    const given = { PAYMENT_PROVIDER: 'cloud-pay', EXTRA: '1', MESSAGE_TEMPLATES: '{}' }
    expect((await names('shop', given)).filter((name) => /PAY|EXTRA|MESSAGE/.test(name))).toEqual([
      'CLOUD_PAY_SUB_MCHID',
      'MESSAGE_TEMPLATES',
      'PAYMENT_PROVIDER',
      'EXTRA',
    ])
    expect(await names('sweep-members', given)).not.toContain('PAYMENT_PROVIDER')
  })
})

async function functionEnvironmentOf() {
  return functionEnvironment(await memorySecrets(), { baseUrl: 'http://x', owners: ['o'] })
}
