import { spawnSync } from 'node:child_process'
import { join, resolve } from 'node:path'

const ROOT = resolve(__dirname, '../..')

/** A page rendered by `miniprogram-simulate` without a network. */
function rendered(page: string): string {
  const script = join(__dirname, 'simulate-page.ts')
  const dist = join(ROOT, 'dist/weapp')
  const args = ['--import', 'tsx', script, dist, page]
  const { stdout, stderr, status } = spawnSync(process.execPath, args, {
    cwd: ROOT,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(stderr)
  return stdout
}

describe('the compiled pages run under the unmodified miniprogram-simulate', () => {
  it('a page that needs no network shows its text', () => {
    expect(rendered('pages/account/privacy/index')).toContain('会员与隐私说明')
  })

  it('a page whose call fails says so and offers to try again', () => {
    const html = rendered('pages/tabs/home/index')
    expect(html).toContain('没有连上店里')
    expect(html).toContain('再试一次')
  })
})
