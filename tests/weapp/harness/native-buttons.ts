import type { RunningMiniProgram } from './mini-program'
import { closestByTag } from './queries'
import { attributesOf, tagOf } from './rendered'

/** Events of WeChat's own buttons after the user agrees. */
const OPEN_TYPES: Record<string, { event: string; detail: object }> = {
  getPhoneNumber: { event: 'getphonenumber', detail: { errMsg: 'getPhoneNumber:ok', code: 'c' } },
  chooseAvatar: { event: 'chooseavatar', detail: { avatarUrl: 'wxfile://tmp/avatar.png' } },
  agreePrivacyAuthorization: { event: 'agreeprivacyauthorization', detail: {} },
}

const GROUP_TAGS = ['radio-group', 'checkbox-group']
const CONTROL_TAGS = ['input', 'textarea', 'switch', 'slider', 'picker', ...GROUP_TAGS]

/** The values of a form by the names of its controls. */
const formValues = ({ view }: RunningMiniProgram, form: Element): Record<string, unknown> => {
  const controls = Array.from(form.querySelectorAll('*')).filter((element) =>
    CONTROL_TAGS.includes(tagOf(view, element)),
  )
  return Object.fromEntries(
    controls.map((control) => {
      const { name, value, checked } = attributesOf(view, control)
      return [name as string, tagOf(view, control) === 'switch' ? checked : value]
    }),
  )
}

/** What the platform does after a tap: submits forms, fires events of WeChat's own buttons. */
export const runNativeAction = (run: RunningMiniProgram, element: Element): void => {
  const { view, pages } = run
  const button = closestByTag(view, element, 'button')
  if (!button) return
  const attributes = attributesOf(view, button)
  const open = OPEN_TYPES[String(attributes.openType)]
  if (open) view.dispatch(button, open.event, open.detail)
  const page = pages.top()
  if (attributes.openType === 'share' && page) {
    const target = { id: attributes.id, dataset: {} }
    run.trace.sharedCard = pages.callHook(page, 'onShareAppMessage', { from: 'button', target })
  }
  const form = closestByTag(view, button, 'form')
  if (attributes.formType === 'submit' && form) {
    view.dispatch(form, 'submit', { value: formValues(run, form) })
  }
}
