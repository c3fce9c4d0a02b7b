import { ApiError, type MakeApi } from './api'

/** A WeChat dialog that covers the page and waits for a tap. */
export type Sheet = { texts: readonly string[]; buttons: Record<string, () => void> }

/** What WeChat shows over the page: sheets, toasts, a loading text. */
export type Overlay = { sheets: Sheet[]; toasts: string[]; loading: string | undefined }

type Modal = {
  title?: string
  content?: string
  showCancel?: boolean
  cancelText?: string
  confirmText?: string
  editable?: boolean
}

/** Shows a sheet and waits for one of its buttons. */
export const showSheet = <T extends string>(
  overlay: Overlay,
  texts: readonly string[],
  buttons: readonly T[],
): Promise<T> =>
  new Promise((answer) => {
    const sheet: Sheet = { texts, buttons: {} }
    for (const button of buttons) {
      sheet.buttons[button] = () => {
        overlay.sheets = overlay.sheets.filter((open) => open !== sheet)
        answer(button)
      }
    }
    overlay.sheets.push(sheet)
  })

const TITLE_MAX = 4

const modal = async (overlay: Overlay, options: Modal) => {
  const { cancelText = '取消', confirmText = '确定', showCancel = true } = options
  if (cancelText.length > TITLE_MAX || confirmText.length > TITLE_MAX) {
    throw new ApiError(`a button of a modal has at most ${TITLE_MAX} characters`)
  }
  const buttons = showCancel ? [cancelText, confirmText] : [confirmText]
  const pressed = await showSheet(overlay, [options.title ?? '', options.content ?? ''], buttons)
  return { confirm: pressed === confirmText, cancel: pressed !== confirmText }
}

/** The most entries of an action sheet. */
const ACTIONS_MAX = 6
const CANCEL = '取消'

/** `wx.showModal`, `showActionSheet`, `showToast`, `showLoading`. */
export const sheetApis = (overlay: Overlay, api: MakeApi) => ({
  showModal: api('showModal', (options: Modal) => modal(overlay, options)),
  showActionSheet: api('showActionSheet', async ({ itemList }: { itemList: string[] }) => {
    if (itemList.length > ACTIONS_MAX) throw new ApiError('parameter error: itemList too long')
    const pressed = await showSheet(overlay, [], [...itemList, CANCEL])
    if (pressed === CANCEL) throw new ApiError('cancel')
    return { tapIndex: itemList.indexOf(pressed) }
  }),
  showToast: api('showToast', ({ title }: { title: string }) => void overlay.toasts.push(title)),
  hideToast: api('hideToast', () => undefined),
  showLoading: api('showLoading', ({ title }: { title: string }) => {
    overlay.loading = title
  }),
  hideLoading: api('hideLoading', () => {
    overlay.loading = undefined
  }),
})
