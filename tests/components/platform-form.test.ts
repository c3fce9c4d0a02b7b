import { type PlatformView, savePlatformInput } from '@core/contract/platform'
import { NOTIFICATION_KINDS, NOTIFICATIONS } from '@core/domain/notifications/notification'
import { KEYS_PROPOSED, templateErrors } from '@core/domain/platform/platform-settings'
import * as v from 'valibot'
import { fieldsIssue, refusalIssue } from '@/pages/admin-trade/platform/error-copy'
import { FIELD_NAMES } from '@/pages/admin-trade/platform/fields'
import { formOf, inputOf } from '@/pages/admin-trade/platform/form'

const VIEW: PlatformView = {
  version: 3,
  at: 0,
  by: 'oTest-owner',
  provider: 'wechat-pay',
  templates: { shipped: { id: 'T-1', keys: { goods: 'thing7', number: 'character_string3' } } },
  publicKey: { id: 'PUB_KEY_ID_1', pem: 'key' },
  certificates: 'fetch',
}

describe('the form of the platform settings', () => {
  it('sends what it was given when nothing is changed', () => {
    const { at: _at, by: _by, provider: _provider, ...input } = VIEW
    expect(inputOf(formOf(VIEW))).toEqual({ ok: true, value: input })
  })

  it('proposes keys for a kind without a template, and keeps those of one that has it', () => {
    const { templates } = formOf(VIEW)
    expect(templates.guide).toEqual({ id: '', keys: KEYS_PROPOSED.guide })
    expect(templates.shipped.keys).toEqual({
      goods: 'thing7',
      carrier: '',
      number: 'character_string3',
    })
  })

  it('takes keys as WeChat’s console shows them, and leaves out what is empty', () => {
    const form = formOf(VIEW)
    form.templates.shipped.keys = { goods: ' {{thing1.DATA}} ', carrier: ' ', number: 'number2' }
    form.templates.guide.id = ' T-2 '
    const input = inputOf(form)
    expect(input.ok && input.value.templates).toEqual({
      shipped: { id: 'T-1', keys: { goods: 'thing1', number: 'number2' } },
      guide: { id: 'T-2', keys: KEYS_PROPOSED.guide },
    })
    expect(input.ok && v.safeParse(savePlatformInput, input.value).success).toBe(true)
  })

  it('wants both halves of a public key, or none', () => {
    const form = formOf(VIEW)
    const missing = (field: string) => ({ ok: false, error: { field, code: 'MISSING' } })
    expect(inputOf({ ...form, keyId: ' ' })).toEqual(missing('publicKey.id'))
    expect(inputOf({ ...form, keyPem: '' })).toEqual(missing('publicKey.pem'))
    const none = inputOf({ ...form, keyId: '', keyPem: '' })
    expect(none.ok && none.value.publicKey).toBeNull()
  })

  it('asks for WeChat Pay’s keys unless cloudPay takes the payments', () => {
    expect(formOf(VIEW).hasKeys).toBe(true)
    expect(formOf({ ...VIEW, provider: 'cloud-pay' }).hasKeys).toBe(false)
  })

  it('has a name for every field of every message, and proposals that are valid', () => {
    for (const kind of NOTIFICATION_KINDS) {
      const fields = [...NOTIFICATIONS[kind]].sort()
      expect(Object.keys(FIELD_NAMES[kind]).sort()).toEqual(fields)
      expect(Object.keys(KEYS_PROPOSED[kind]).sort()).toEqual(fields)
      expect(templateErrors({ [kind]: { id: 'T', keys: KEYS_PROPOSED[kind] } })).toEqual([])
    }
  })
})

describe('what is wrong', () => {
  it('stands at its field', () => {
    const errors = [
      { field: 'publicKey.pem', reason: 'PRIVATE' as const },
      { field: 'templates.shipped.keys.goods', reason: 'SAME_KEY' as const },
    ]
    expect(refusalIssue({ code: 'PLATFORM_WRONG', errors })).toEqual({
      line: '有 2 处要改',
      fields: {
        'publicKey.pem': '这是私钥，不能放在这里，请粘贴公钥',
        'templates.shipped.keys.goods': '和上面的关键词重了',
      },
    })
    const field = 'templates.guide.keys.product'
    expect(refusalIssue({ code: 'INVALID_INPUT', field, message: '' }).fields[field]).toContain(
      'thing1',
    )
    expect(fieldsIssue([{ field: 'publicKey.id', code: 'MISSING' }])).toEqual({
      line: '有一处要改',
      fields: { 'publicKey.id': '还没填' },
    })
  })

  it('is said in all when it is no field', () => {
    expect(refusalIssue({ code: 'VERSION_CONFLICT', version: 4 })).toMatchObject({ fields: {} })
    expect(refusalIssue({ code: 'NETWORK' }).line).toContain('没有连上')
  })
})
