import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compileWxml, wxssErrors } from './harness/compilers'
import { DIST } from './shop-app'

/** Tencent's own compilers accept what Taro built, and reject invalid files. */

const dist = DIST

test('wcc compiles every .wxml of the shop', () => {
  expect(compileWxml(dist)).toContain('pages/tabs/home/index.wxml')
})

test('wcsc compiles every .wxss of the shop', () => {
  expect(wxssErrors(dist)).toEqual([])
})

describe('an invalid mini program', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'mini-program-'))
    cpSync(join(__dirname, 'fixture'), folder, { recursive: true })
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  test('is rejected by wcc with file and line', () => {
    writeFileSync(join(folder, 'cart/index.wxml'), '<view>\n<text>{{a b}}</view>')
    expect(() => compileWxml(folder)).toThrow('cart/index.wxml:2')
  })

  test('is rejected by wcsc with its file', () => {
    writeFileSync(join(folder, 'cart/index.wxss'), '.a { color: red; } } .b{{')
    expect(wxssErrors(folder)).toEqual([expect.stringContaining('cart/index.wxss(1:')])
  })
})
