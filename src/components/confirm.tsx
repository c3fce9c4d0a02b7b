import { Dialog } from '@nutui/nutui-react-taro'
import './confirm.scss'

type Props = {
  isOpen: boolean
  title: string
  /** The consequence of confirming. */
  note: string
  /** Text of the confirm button. */
  action: string
  onConfirm(): Promise<void>
  onClose(): void
}

/** A dialog before an action that cannot be undone. */
export function Confirm({ isOpen, title, note, action, onConfirm, onClose }: Props) {
  return (
    <Dialog
      visible={isOpen}
      title={title}
      content={note}
      confirmText={action}
      cancelText="再想想"
      onConfirm={onConfirm}
      onCancel={onClose}
      onClose={onClose}
    />
  )
}
