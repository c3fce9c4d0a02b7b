import { Dialog } from '@nutui/nutui-react-taro'
import './confirm.scss'

type Props = {
  isOpen: boolean
  title: string
  /** The consequence of confirming. */
  note: string
  /** Text of the confirm button. */
  action: string
  /** Text of the other button. */
  cancel?: string
  onConfirm(): Promise<void>
  onClose(): void
}

/** A dialog before an action that cannot be undone. */
export function Confirm({ isOpen, title, note, action, cancel, onConfirm, onClose }: Props) {
  return (
    <Dialog
      visible={isOpen}
      title={title}
      content={note}
      confirmText={action}
      cancelText={cancel ?? '再想想'}
      onConfirm={onConfirm}
      onCancel={onClose}
      onClose={onClose}
    />
  )
}
