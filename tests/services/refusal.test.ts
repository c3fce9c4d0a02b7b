import type * as Refusals from '@/services/refusal'
import type * as Apis from '@/services/wechat-apis'
import taro from '../builders/taro'

/** What a person is told when WeChat does not do what was asked. */

process.env.TARO_ENV = 'weapp'
const toasts: string[] = []
Object.assign(taro, {
  showToast: async ({ title }: { title: string }) => void toasts.push(title),
})

const { refusalCopy, refusalOf, sayRefusal } =
  jest.requireActual<typeof Refusals>('@/services/refusal')
const { OPEN_TYPES, REFUSABLE_APIS } = jest.requireActual<typeof Apis>('@/services/wechat-apis')

const ABILITIES = [...Object.keys(REFUSABLE_APIS), 'chooseAvatar'] as Parameters<
  typeof sayRefusal
>[0][]

test.each([
  ['chooseAddress:fail cancel', undefined, 'cancelled'],
  ['requestPayment:fail cancel', undefined, 'cancelled'],
  ['chooseAddress:fail privacy permission is not authorized', 103, 'privacy'],
  ['chooseAddress:fail privacy permission is not authorized in quick time', 104, 'privacyNow'],
  ['chooseMedia:fail api scope is not declared in the privacy agreement', 112, 'privacy'],
  ['chooseAddress:fail auth deny', undefined, 'permission'],
  ['chooseMedia:fail system permission denied', undefined, 'permission'],
  ['requestPayment:fail jsapi has no permission', undefined, 'failed'],
  ['requestSubscribeMessage:fail main switch is off', undefined, 'failed'],
  ['setClipboardData:fail', undefined, 'failed'],
] as const)('%s is read as WeChat means it', (errMsg, errno, refusal) => {
  expect(refusalOf({ errMsg, errno })).toBe(refusal)
})

test.each([undefined, null, 'text', new Error('lost'), {}])('%p is a failure', (failure) => {
  expect(refusalOf(failure)).toBe('failed')
})

test.each(ABILITIES)('%s: every refusal is said with another way, a cancel is not', (ability) => {
  const { instead } =
    ability === 'chooseAvatar' ? OPEN_TYPES.chooseAvatar.refused : REFUSABLE_APIS[ability].refused
  expect(refusalCopy(ability, 'cancelled')).toBeNull()
  for (const refusal of ['privacyNow', 'privacy', 'permission', 'failed'] as const) {
    expect(refusalCopy(ability, refusal)).toContain(instead)
  }
  toasts.length = 0
  sayRefusal(ability, { errMsg: 'fail cancel' })
  sayRefusal(ability, { errMsg: 'fail privacy permission is not authorized', errno: 103 })
  expect(toasts).toEqual([`没有同意隐私指引，${instead}`])
})
